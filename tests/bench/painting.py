"""What a user waits for: from the command to the first painted text, and from a key to its paint.

Ours is measured as it is installed, compiled, as what is measured beside it is too.
"""

import compileall
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.terminal import SAYSO, Terminal

BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]
_ROOT = Path(__file__).parents[2]
_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\].*?(?:\x07|\x1b\\))")


@dataclass(frozen=True, slots=True)
class Painted:
    """One run: milliseconds to the last byte of the marker, and from each key to the last it caused; MiB at most."""

    first: float
    lags: list[float] = field(default_factory=list)
    peak: float = 0.0


def paint(
    command: list[str], marker: str, keys: Sequence[str] = (), *, ready: str = "", settle: float = 0.5
) -> Painted:
    """Run ``command`` in a pseudo-terminal until it has painted ``marker``, then press ``keys``.

    They wait for ``ready`` to stand on the screen, and for a pause of ``settle`` seconds.
    """
    start = time.perf_counter()
    with Terminal(command, columns=120, rows=40) as terminal:
        first = _until_painted(terminal, marker, start)
        while keys and (ready not in terminal.text or terminal.feed(settle)):
            terminal.feed(0.02)
        lags = [lag for key in keys if (lag := _lag(terminal, key)) is not None]
        peak = _peak(terminal.child.pid)
        terminal.kill()
    return Painted(first, lags, peak)


def _until_painted(terminal: Terminal, marker: str, start: float) -> float:
    """Milliseconds since ``start`` until the marker has come; parsing the screen is not counted."""
    import pexpect

    raw = b""
    while marker.encode() not in _ESCAPES.sub(b"", raw):
        try:
            raw += terminal.child.read_nonblocking(1 << 16, 120)
        except (pexpect.TIMEOUT, pexpect.EOF) as error:
            raise AssertionError(f"{marker!r} never came\n{raw!r}") from error
    first = 1000 * (time.perf_counter() - start)
    terminal.take(raw)
    return first


def _lag(terminal: Terminal, key: str) -> float | None:
    """Milliseconds from the key to the last byte of the burst it causes; parsing the screen is not counted."""
    import pexpect

    burst: list[bytes] = []
    last = None
    start = time.perf_counter()
    terminal.press(key)
    while time.perf_counter() - start < 5:
        try:
            burst.append(terminal.child.read_nonblocking(1 << 16, 0.03 if burst else 1))
            last = time.perf_counter()
        except pexpect.TIMEOUT:
            break
    return None if last is None else 1000 * (last - start)


def _peak(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def sayso(database: Path, file: Path) -> list[str]:
    """The command that opens ``file``."""
    _compile()
    return [SAYSO, "--db", str(database), str(file)]


@cache
def _compile() -> None:
    # A checkout may have been told to write no bytecode: then all of it would be compiled at every start.
    for package in ("claims", "store", "tui"):
        compileall.compile_dir(str(_ROOT / package), quiet=1)

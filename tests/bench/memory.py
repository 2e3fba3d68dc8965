"""The memory that ten megabytes of text take on the screen: at most, and once all has settled.

Of the program itself; a text that is read for claims is read by a process apart, which is gone afterwards.
``python -m tests.bench.memory``.
"""

import re
import tempfile
from pathlib import Path

from tests.bench.articles import plain
from tests.bench.painting import sayso
from tests.bench.targets import beside, end
from tests.terminal import Terminal

SIZE = 10_000_000
TARGET = 80.0  # MiB
_STAYS = 20
"""So often in a row the memory has to be the same for all to have settled."""


def memory(folder: Path) -> None:
    """Measure and print."""
    text = plain(SIZE)
    texts = {
        "no text": "Yardstick: nobody said that.\n",
        "ASCII": text.encode("ascii", "ignore").decode(),
        "curly quotes": text,
        "one emoji": f"{text}😀\n",
    }
    print(f"memory for {SIZE / 1e6:.0f} MB of text")
    for name, content in texts.items():
        file = folder / f"{name}.txt"
        file.write_text(content, encoding="utf-8")
        opened = [_opened(folder / f"{name}.db", file) for _ in range(2)]
        for when, (peak, settled) in zip(("added", "opened again"), opened, strict=True):
            told = beside(f"{name}, {when}", peak, TARGET, "MiB")
            print(f"  {name:14} {when:14} at most {told}, then {settled:.0f} MiB")


def _opened(database: Path, file: Path) -> tuple[float, float]:
    with Terminal(sayso(database, file), columns=120, rows=40) as terminal:
        terminal.until(lambda words: "Yardstick" in words, 60)
        # All of it is there, and is being read for claims or has been.
        terminal.until(lambda words: re.search(r"reading \d|unreviewed|found by", words) is not None, 120)
        seen: list[float] = []
        while len(seen) < _STAYS or max(seen[-_STAYS:]) - min(seen[-_STAYS:]) > 1:
            terminal.feed(0.2)
            seen.append(_figure(terminal.child.pid, "VmRSS"))
        peak = _figure(terminal.child.pid, "VmHWM")
        terminal.press("q")
        terminal.wait(60)
    return peak, seen[-1]


def _figure(pid: int, name: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        memory(Path(place))
    end()

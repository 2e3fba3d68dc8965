"""The memory that ten megabytes of text take on the screen, with their first claims: at most, and once settled.

Of the program itself; a text is added, and read for claims, by processes apart, which are gone afterwards.
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
TARGET = 80.0  # MB of a million bytes
_STAYS = 20
"""So often in a row the memory has to be the same for all to have settled."""


def memory(folder: Path) -> None:
    """Measure and print."""
    text = plain(SIZE)
    texts = {
        "a sentence": "Yardstick: “It is so,” the minister said.\n",
        "ASCII": text.encode("ascii", "ignore").decode(),
        "curly quotes": text,
        "one emoji": f"{text}😀\n",
    }
    print(f"memory for {SIZE / 1e6:.0f} MB of text, at most and then, in MB (≤ {TARGET:g})")
    print(f"  {'':14} {'added':>14} {'opened again':>14}")
    for name, content in texts.items():
        file = folder / f"{name}.txt"
        file.write_text(content, encoding="utf-8")
        row = ""
        for when in ("added", "opened again"):
            peak, settled = _opened(folder / f"{name}.db", file)
            beside(f"{name}, {when}", peak, TARGET, "MB")
            row += f" {f'{peak:.1f}, {settled:.1f}':>14}"
        print(f"  {name:14}{row}")


def _opened(database: Path, file: Path) -> tuple[float, float]:
    with Terminal(sayso(database, file), columns=120, rows=40) as terminal:
        terminal.until(lambda words: "Yardstick" in words, 60)
        # All of it is there, and the first claims, of which more come until all has settled.
        terminal.until(lambda words: re.search(r"\d unreviewed", words) is not None, 120)
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
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        memory(Path(place))
    end()

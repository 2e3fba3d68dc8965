"""How long after the text its claims are there: of an article that has to be read, and of one that was.

``python -m tests.bench.waiting``.
"""

import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.articles import plain
from tests.bench.painting import sayso
from tests.bench.targets import beside, end
from tests.terminal import Terminal

RUNS = 7
UNCACHED, CACHED = 1_000.0, 100.0
"""Milliseconds after the first text. The second is what nobody sees as two steps."""


def waiting(folder: Path) -> None:
    """Measure and print."""
    words = plain(6_000).split()[:600]
    file = folder / "600 words.txt"
    file.write_text("\n".join(" ".join(words[i : i + 60]) for i in range(0, 600, 60)), encoding="utf-8")
    waits: dict[str, list[float]] = {"read for the first time": [], "read before": []}
    for run in range(RUNS):
        for name in waits:  # the second finds what the first has kept
            waits[name].append(_wait(folder / f"{run}.db", file))
    print(f"claims after the first text of 600 words, medians of {RUNS}")
    for (name, found), target in zip(waits.items(), (UNCACHED, CACHED), strict=True):
        print(f"  {name:24} {beside(f'claims, {name}', statistics.median(found), target, 'ms')}")


def _wait(database: Path, file: Path) -> float:
    with Terminal(sayso(database, file), columns=120, rows=40) as terminal:
        _shown(terminal, "Yardstick")
        first = time.perf_counter()
        _shown(terminal, "unreviewed")
        after = time.perf_counter() - first
        terminal.press("q")
        terminal.wait()
    return 1000 * after


def _shown(terminal: Terminal, words: str) -> None:
    limit = time.perf_counter() + 60
    while words not in terminal.text:
        terminal.feed(0.02)
        if time.perf_counter() > limit:
            raise AssertionError(f"{words!r} never came\n{terminal.text}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        waiting(Path(place))
    end()

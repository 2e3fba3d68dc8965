"""Keys in an article with ten thousand claims, each beside the same kind of key in one with a few.

``python -m tests.bench.panel``.
"""

import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

import claims
from claims import rules, tagger
from store.importing import read_file
from store.library import Library
from tests.bench.painting import paint, sayso
from tests.bench.targets import beside, end
from tui.keymap.places import COMMANDS

MANY, FEW = 10_000, 20
MEDIAN, P95 = 30.0, 60.0
"""Milliseconds from a key to the last of what it paints, at most."""
_SPEAKERS = ("Marta Lindqvist", "Ann Lee", "The Harbour Board", "Ivan Petrov", "The union", "A spokesman")
_TAB = "\t"


def panel(folder: Path) -> None:
    """Measure and print."""
    ways: dict[str, Sequence[str]] = {
        "j k Space in the panel": [_TAB, *["j", "j", "k", " "] * 8],
        "] [ in the text": ["]", "]", "[", "]"] * 8,
        "] y": ["]", "y"] * 16,
        "j Space in the text": ["j", " "] * 16,
    }
    if COMMANDS["claims.filter"].action is not None:
        ways["typing a filter"] = [COMMANDS["claims.filter"].keys[0], *"marta lindqvist plan 77"]
    few, many = made(folder, FEW), made(folder, MANY)
    print(f"key to paint with {MANY:,} claims, beside {FEW}")
    for name, keys in ways.items():
        lags = {file: _lags(file, keys) for file in (few, many)}
        median, slow = statistics.median(lags[many]), lags[many][int(0.95 * (len(lags[many]) - 1))]
        told = beside(f"{name}, median", median, MEDIAN, "ms"), beside(f"{name}, 95 %", slow, P95, "ms")
        print(f"  {name:24} median {told[0]}, 95 % {told[1]}; median {median / statistics.median(lags[few]):.1f} x few")


def made(folder: Path, count: int) -> Path:
    """An article with ``count`` claims, in a library of its own beside it, read already."""
    file = folder / f"{count} claims.txt"
    lines = (
        f"{_SPEAKERS[i % len(_SPEAKERS)]} said on Monday that plan number {i} had been rejected by the committee. "
        "Nothing else was known about the matter at the time of writing."
        for i in range(count)
    )
    file.write_text("\n".join(lines), encoding="utf-8")
    with Library(file.with_suffix(".db")) as library:
        imported = read_file(file)
        article, _ = library.articles.add(imported)
        # Those of the rules, which take a tenth of the tagger's time.
        reading = claims.read(imported.document.text, finder=rules.FINDER)
        library.readings.keep(article, reading._replace(engine=tagger.NAME))
    return file


def _lags(file: Path, keys: Sequence[str]) -> list[float]:
    return sorted(paint(sayso(file.with_suffix(".db"), file), "plan number", keys, ready="unreviewed").lags)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        panel(Path(place))
    end()

"""The engine by itself, each figure from a process of its own: loading, 600 words on one thread, memory, a long text.

Run with a name it is that process: ``python -m tests.bench.engine tagger`` prints its figures as JSON. The first
prototype of the tagger stands beside it in the same run, where its files are at hand.
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench.articles import plain

PROTOTYPE = Path(__file__).parents[3] / "shared" / "prototypes" / "tagger"
RUNS = 9


def engines() -> None:
    """Measure and print."""
    names = ["rules", "tagger", *(["prototype"] if PROTOTYPE.exists() else [])]
    rows: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(3):  # in turn, so that a machine that slows down slows all of them
        for name in names:
            rows[name].append(_apart(name))
    print("engine, medians of 3 processes     load     600 words      peak")
    for name, found in rows.items():
        figures = {key: statistics.median(one[key] for one in found) for key in found[0]}
        print(f"  {name:30} {figures['load']:6.2f} s {figures['words600']:8.0f} ms {figures['peak']:8.0f} MiB")
    if len(names) > 2:
        pairs = zip(rows["tagger"], rows["prototype"], strict=True)
        print(
            f"  tagger / prototype, 600 words: {statistics.median(a['words600'] / b['words600'] for a, b in pairs):.2f}"
        )
    for size in (100_000, 1_000_000):
        long = _apart("long", str(size))
        print(
            f"  tagger, {size / 1e6:.1f} MB of text: first claims after {long['first']:.2f} s, "
            f"{long['rate']:.0f} words a second, peak {long['peak']:.0f} MiB"
        )


def _apart(*arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.engine", *arguments]
    figures: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


def _loaded(name: str) -> Callable[[str], object]:
    """Import and load the engine ``name``; what finds the spans of a text is returned."""
    if name == "prototype":
        from claims.paragraphs import paragraphs_of
        from claims.tagger import FOLDER
        from claims.tagger.wordpiece import WordPiece
        from claims.training.prototype import prototype_finder

        finder = prototype_finder(PROTOTYPE, WordPiece.load(FOLDER / "vocabulary.txt"))
        assert finder is not None
        return lambda text: list(finder(text, paragraphs_of(text)))
    import claims

    if name == "rules":
        from claims.rules import RuleFinder

        return lambda text: claims.read(text, finder=RuleFinder())
    from claims.tagger.finder import TaggerFinder

    tagger = TaggerFinder()
    return lambda text: claims.read(text, finder=tagger)


def _one(name: str) -> dict[str, float]:
    begun = time.perf_counter()
    find = _loaded(name)
    load = time.perf_counter() - begun
    words = plain(6_000).split()[:600]
    text = "\n".join(" ".join(words[i : i + 60]) for i in range(0, 600, 60))
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        find(text)
        times.append(1000 * (time.perf_counter() - start))
    return {"load": load, "words600": statistics.median(times), "peak": _peak()}


def _long(size: int) -> dict[str, float]:
    from claims.paragraphs import paragraphs_of
    from claims.tagger.finder import TaggerFinder

    text = plain(size)
    begun = time.perf_counter()
    first = 0.0
    for found in TaggerFinder()(text, paragraphs_of(text)):
        if found and not first:
            first = time.perf_counter() - begun
    return {"first": first, "rate": len(text.split()) / (time.perf_counter() - begun), "peak": _peak()}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str]) -> None:
    """Be the process that measures one engine, or measure all."""
    if not arguments:
        engines()
    elif arguments[0] == "long":
        print(json.dumps(_long(int(arguments[1]))))
    else:
        print(json.dumps(_one(arguments[0])))


if __name__ == "__main__":
    main(sys.argv[1:])

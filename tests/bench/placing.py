"""``python -m tests.bench.placing``: a thousand notes placed in a changed text, and how long others wait for it.

CPU time, each figure beside that of parsing the same text as Markdown in the same run.
"""

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from store.anchoring.finding import Finder
from store.anchoring.placing import placed
from store.anchors import selector
from store.annotations import Annotation
from store.importing import read_file
from store.library import Library
from tests.bench.articles import plain
from tests.torture.edits import edited

NOTES, EDITED = 1_000, 0.05
SIZES = (100_000, 1_000_000)
_LONGEST = 150


def main() -> None:
    """Measure and print."""
    print(f"{NOTES:,} notes, {EDITED:.0%} of the words edited; CPU time, and how often parsing the text goes into it")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measured(Path(folder), size)


def measured(folder: Path, size: int) -> None:
    """One text of ``size`` bytes."""
    random = Random(3)
    old, new, path = plain(size), edited(Random(4), plain(size), EDITED), folder / "article.md"
    path.write_text(old, encoding="utf-8")
    before = read_file(path)
    path.write_text(new, encoding="utf-8")
    began = process_time()
    after = read_file(path)
    parsing = process_time() - began
    old, new = before.document.text, after.document.text
    starts = [random.randrange(len(old) - _LONGEST) for _ in range(NOTES)]
    notes = [_note(old, start, start + random.randint(3, _LONGEST), number) for number, start in enumerate(starts)]

    times = [("parse it", 0.0, parsing)]
    began = process_time()
    finder = Finder(old, new)
    aligned = process_time()
    places = Counter(placed(note, finder, 2).place for note in notes)
    times += [("align both texts", began, aligned), ("place the notes", aligned, process_time())]

    with Library(folder / "sayso.db") as library:
        article = library.articles.add(before).article
        for note in notes:
            library.annotations.save(replace(note, article=article.id))
        compared = 0.0

        def told(done: int, total: int) -> None:
            nonlocal compared
            compared = perf_counter() if done == total else compared

        began = process_time()
        library.articles.add(after, progress=told)
        wait = perf_counter() - compared
        times.append(("add it as a revision, all in all", began, process_time()))
    print(f"{size:,} bytes; {', '.join(f'{count} {place}' for place, count in places.most_common())}")
    for name, start, end in times:
        print(f"  {name:34} {end - start:6.2f} s {(end - start) / parsing:8.1f}")
    print(f"  {'others cannot write meanwhile for':34} {wait:6.2f} s (elapsed)")


def _note(text: str, start: int, end: int, number: int) -> Annotation:
    where = (selector(text, start, end, role="passage"),)
    return Annotation(uid=f"n{number}", article=1, kind="passage", selectors=where)


if __name__ == "__main__":
    main()

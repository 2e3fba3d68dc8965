"""``python -m tests.bench.merging [ARTICLES]``: what it takes to merge, check, back up and purge a whole library.

CPU time, each figure as articles a second and beside that of copying the file in the same run.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

from store import backups
from store.checking import check
from store.library import Library
from store.merging import merge
from tests.bench.synthetic import ANNOTATIONS, fill

ARTICLES = 1_000


def main() -> None:
    """Measure and print."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        theirs, changed, mine = (folder / name for name in ("theirs.db", "changed.db", "mine.db"))
        fill(theirs, articles)
        shutil.copy(theirs, changed)
        rewritten(changed)
        Library(mine).close()
        steps: tuple[tuple[str, Callable[[], object]], ...] = (
            ("copy it (a backup)", lambda: backups.write(theirs, folder / "copy.db")),
            ("merge it into an empty one", lambda: merge(mine, theirs)),
            ("merge it again", lambda: merge(mine, theirs)),
            ("merge one in which every note was changed", lambda: merge(mine, changed)),
            ("check it", lambda: check(mine)),
            ("delete a tenth of it for good", lambda: purged(mine, articles // 10)),
        )
        print(f"{articles:,} articles, {ANNOTATIONS * articles:,} annotations, {theirs.stat().st_size / 1e6:.0f} MB")
        copying = 0.0
        for name, work in steps:
            began = process_time()
            work()
            taken = process_time() - began
            copying = copying or taken
            print(f"  {name:42} {taken:7.2f} s {articles / taken:8,.0f} a second {taken / copying:8.1f}", flush=True)


def rewritten(database: Path) -> None:
    """Change the note of every annotation."""
    with Library(database) as library, library.together():
        for summary in library.articles.list():
            for one in library.annotations.of(summary.article.id):
                library.annotations.save(replace(one, note=f"{one.note} And?"))


def purged(database: Path, articles: int) -> None:
    """Put some articles into the bin and delete them for good."""
    with Library(database) as library:
        chosen = [summary.article for summary in library.articles.page(limit=articles)]
        with library.together():
            for article in chosen:
                library.bin.put(article)
        library.bin.purge([article.uid for article in chosen])


if __name__ == "__main__":
    main()

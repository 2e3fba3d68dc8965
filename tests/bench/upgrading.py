"""``python -m tests.bench.upgrading [ARTICLES]``: what it takes to bring a library of an earlier schema up to date.

CPU time, the median of a few runs, each figure beside that of copying the file in the same run.
"""

import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import process_time

from store import backups
from store.keeping import migrations
from store.keeping.connection import Connection
from store.library import Library
from store.searching.indexing import COLUMNS
from tests.bench.synthetic import ANNOTATIONS, CLAIMS, fill
from tests.bench.targets import beside, end

ARTICLES, RUNS = 2_000, 5
SCHEMA = 5
"""Where it begins: the last schema by which titles were sorted with their accents."""
STEPS, WHOLE = 1.0, 3.0
"""Times as long as copying the file that the steps may take, and that opening the library may, backed up first."""


def main() -> None:
    """Measure and print, and fail where it takes too long."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        old = of_schema(SCHEMA, articles, folder)
        print(
            f"{articles:,} articles, {ANNOTATIONS * articles:,} annotations, {CLAIMS * articles:,} claims, "
            f"{old.stat().st_size / 1e6:.0f} MB, from schema {SCHEMA} to {migrations.LATEST}"
        )
        copying, steps, whole = (statistics.median(some) for some in zip(*measured(old, folder), strict=True))
    for name, figure in (("copy it", copying), ("take the steps", steps), ("open it, backed up first", whole)):
        print(f"  {name:26} {figure:7.2f} s {figure / copying:6.1f}")
    print(f"  {beside('the steps beside a copy', steps / copying, STEPS, 'x')}", end="  ")
    print(beside("opening it beside a copy", whole / copying, WHOLE, "x"))
    end()


def measured(old: Path, folder: Path) -> Iterator[tuple[float, float, float]]:
    """In turn, so that a machine that slows down slows all: a copy, the steps alone, all that is done at opening."""
    alone, opened = folder / "alone.db", folder / "opened.db"
    for _ in range(RUNS):
        copying = taken(lambda: backups.write(old, alone))
        backups.write(old, opened)
        yield copying, taken(lambda: Connection(alone).close()), taken(lambda: Library(opened).close())
        for made in (alone, opened):
            made.unlink()


def taken(work: Callable[[], object]) -> float:
    """The seconds of the processor that ``work`` takes."""
    began = process_time()
    work()
    return process_time() - began


def of_schema(schema: int, articles: int, folder: Path) -> Path:
    """A library of that many articles as a program of ``schema`` left it: made by its steps, filled with what it held.

    A third of the titles have accents.
    """
    newest, path = folder / "newest.db", folder / f"schema-{schema}.db"
    fill(newest, articles)
    with only_to(schema):
        Connection(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("ATTACH ? AS newest", [str(newest)])
        for table in tables(db):
            columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA main.table_info({table})"))
            db.execute(f"INSERT OR REPLACE INTO main.{table} ({columns}) SELECT {columns} FROM newest.{table}")
        db.create_function("as_it_was", 1, lambda title: title.strip().casefold())
        for table in ("articles", "revisions"):
            db.execute(f"UPDATE main.{table} SET title = replace(title, 'a', 'á') WHERE id % 3 = 0")
        db.execute("UPDATE main.articles SET title_key = as_it_was(title), outlet_key = as_it_was(outlet)")
        for subject in COLUMNS:
            db.execute(f"INSERT INTO main.{subject}_index ({subject}_index) VALUES ('rebuild')")
        db.commit()
    newest.unlink()
    return path


def tables(db: sqlite3.Connection) -> list[str]:
    """The tables of the file itself, without those that belong to an index or to SQLite."""
    found = db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return [name for (name,) in found if "_index" not in name and not name.startswith("sqlite_")]


@contextmanager
def only_to(schema: int) -> Iterator[None]:
    """Inside, the program is one that knows no later schema."""
    steps = migrations.MIGRATIONS
    migrations.MIGRATIONS = steps[:schema]
    try:
        yield
    finally:
        migrations.MIGRATIONS = steps


if __name__ == "__main__":
    main()

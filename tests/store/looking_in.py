"""Looking into the files of a library, past the library."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.keeping.connection import Connection
from store.searching.indexing import check


def index_agrees(path: Path) -> bool:
    """Whether the full-text indexes hold what the tables do."""
    connection = Connection(path)
    with closing(connection), connection.writing() as db:
        return not check(db)


def found(path: Path, words: str) -> int:
    """How many rows of the three indexes hold ``words``."""
    with closing(sqlite3.connect(path)) as db:
        return sum(
            db.execute(f"SELECT count(*) FROM {one}_index WHERE {one}_index MATCH ?", [f'"{words}"']).fetchone()[0]
            for one in ("article", "annotation", "claim")
        )

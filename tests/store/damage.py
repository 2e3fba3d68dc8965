"""Libraries damaged at random, the same for the same seed, for the tests of what is read from elsewhere."""

import os
import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Protocol


class Damage(Protocol):
    """Spoils the library at a path."""

    __name__: str

    def __call__(self, path: Path, chance: random.Random) -> None: ...


def cases(usual: int) -> int:
    """How many cases are tried: as many as ``SAYSO_FUZZ`` says, else the ``usual`` number."""
    return int(os.environ.get("SAYSO_FUZZ", usual))


VALUES: tuple[object, ...] = (
    None,
    0,
    -1,
    2**63 - 1,
    1.5,
    float("inf"),
    "",
    "x",
    "1",
    "[]",
    "{}",
    "[{}]",
    "null",
    "[" * 5000,
    '{"uid": "\\ud800"}',
    "\x1b[31m\u202e",
    "2026-03-02T00:00:00Z",
    "claim",
    "a" * 100_000,
    b"\xff\xfe",
    b"",
)
TABLES = (
    "articles",
    "revisions",
    "annotations",
    "annotation_tags",
    "tags",
    "history",
    "readings",
    "positions",
    "drafts",
)


def cell(path: Path, chance: random.Random) -> None:
    """Put any value into any cell, or the value of another cell of the column."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("PRAGMA foreign_keys = OFF; DROP TRIGGER history_is_never_changed;")
        changed = 0
        while not changed:
            table = chance.choice(TABLES)
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            (row,) = chance.choice(connection.execute(f"SELECT rowid FROM {table}").fetchall())
            column = chance.choice(columns)
            value = chance.choice(VALUES)
            with suppress(sqlite3.Error, OverflowError):
                changed = connection.execute(
                    f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', [value, row]
                ).rowcount


def pages(path: Path, chance: random.Random) -> None:
    """Write anything anywhere, or cut the file short."""
    data = bytearray(path.read_bytes())
    if chance.random() < 0.1:
        data = data[: chance.randrange(len(data))]
    for _ in range(chance.choice((1, 1, 5, 50))):
        at = chance.randrange(len(data)) if data else 0
        data[at : at + 4] = chance.randbytes(chance.choice((1, 4)))
    path.write_bytes(data)

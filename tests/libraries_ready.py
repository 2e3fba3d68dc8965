"""A new library is copied, page by page, from one that was made before: the steps to it are taken once a process."""

import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from store.keeping import migrations
from store.keeping.connection import Connection

_STEPS = migrations.MIGRATIONS
_migrate = Connection._migrate


def keep_libraries_ready() -> None:
    """From now on copy new libraries, unless they are encrypted, or a test has steps of its own."""
    Connection._migrate = migrate  # type: ignore[method-assign]


def migrate(connection: Connection, before_migration: Callable[[Path, int], None] | None) -> None:
    """Bring a database up to date, as the program does."""
    raw = connection._db.conn
    if isinstance(raw, sqlite3.Connection) and migrations.MIGRATIONS is _STEPS and not connection.read_only:
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        if pages <= 1 and not raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            _ready().backup(raw)
            # The steps leave next to nothing in the log either.
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _migrate(connection, before_migration)


@cache
def _ready() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", check_same_thread=False)
    Connection._migrate = _migrate  # type: ignore[method-assign]
    try:
        with TemporaryDirectory() as folder:
            connection = Connection(Path(folder) / "ready.db")
            connection._db.conn.backup(made)
            connection.close()
    finally:
        keep_libraries_ready()
    return made

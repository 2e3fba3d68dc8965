"""Whether a database's pages and rows are sound, as SQLite finds them."""

from collections.abc import Iterator
from typing import Literal

from store.keeping import driver


def problems(connection: driver.Connection, pragma: Literal["integrity_check", "quick_check"]) -> Iterator[str]:
    """What is wrong with the pages and rows, and with `integrity_check` with SQLite's own indexes: a line each.

    The full-text indexes, which SQLite looks at too from 3.44 on, are not what is asked about.
    """
    try:
        lines = [str(line) for (line,) in connection.execute(f"PRAGMA {pragma}")]
    except driver.errors() as error:
        if "fts5" not in str(error):
            raise
        # One that cannot even be opened ends the whole check.
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage").fetchall()
        lines = [str(line) for (name,) in tables for (line,) in connection.execute(f'PRAGMA {pragma}("{name}")')]
    yield from (line for line in lines if line != "ok" and "fts5" not in line.lower())

"""What can still be read of a damaged library, row by row, in a new file that is sound."""

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from store.anchors import new_uid
from store.copying import as_far_as_readable, has_log, opened, plain_errors
from store.keeping import driver, migrations
from store.keeping.connection import Connection
from store.safety import label

_PRECIOUS = {
    "articles": "article",
    "revisions": "text",
    "tags": "tag",
    "annotations": "annotation",
    "annotation_tags": "tag of an annotation",
    "history": "change",
    "drafts": "draft",
    "positions": "position",
    "readings": "reading",
}
"""The tables, and what a row of each is called."""

_EMPTY = {"selectors": "[]", "proposed": "[]", "original": "[]", "evidence": "[]"}
_FURTHEST = 2**32
"""So many rows on nothing more is looked for."""


def salvage(damaged: Path, made: Path) -> list[str]:
    """Write what can be read of the library at ``damaged`` into a new one; return what could not, a line each.

    ``damaged`` is left as it is. Of a row that can be read in part, what cannot is left empty. Raises SaysoError where
    not even the list of the tables can be read.
    """
    copy = made.with_name(f"{made.name}.damaged")
    # Not as SQLite copies, which stops at the first fault.
    for end in ("", *(["-wal"] if has_log(damaged) else [])):
        shutil.copyfile(damaged.with_name(damaged.name + end), copy.with_name(copy.name + end))
    problems: list[str] = []
    with plain_errors(damaged), opened(copy) as old:
        old.text_factory = as_far_as_readable
        (version,) = old.execute("PRAGMA user_version").fetchone()
        there = {name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        with closing(driver.connect(made, key=driver.key_of(damaged))) as connection:
            new = Database(connection, execute_plugins=False)
            for step in migrations.MIGRATIONS[:version]:
                step(new)
            new.execute(f"PRAGMA user_version = {int(version)}")
            new.execute("PRAGMA foreign_keys = OFF")
            new.execute("BEGIN")
            for table, what in _PRECIOUS.items():
                if table in there:
                    problems += _copy(old, new, table, what)
            problems += _made_good(new)
            new.conn.commit()
    # Brought up to date, where it is of an earlier version.
    Connection(made).close()
    return problems


def _copy(old: driver.Connection, new: Database, table: str, what: str) -> Iterator[str]:
    columns = {column.name: column for column in new.table(table).columns}
    for rowid in _rowids(old, table):
        if isinstance(rowid, range):
            many = f"{what}s {rowid.start} to {rowid.stop - 1}" if len(rowid) > 1 else f"{what} {rowid.start}"
            yield f"{many} cannot be read"
            continue
        row, whole = _row(old, table, rowid)
        kept = {name: value for name, value in row.items() if name in columns}
        for name, column in columns.items():
            if column.notnull and column.default_value is None and kept.get(name) is None and not column.is_pk:
                kept[name] = _EMPTY.get(name, "" if column.type == "TEXT" else 0)
        try:
            new.table(table).insert(kept)
        except driver.errors():
            yield f"{what} {rowid} cannot be read"
        else:
            if not whole:
                yield f"{what} {rowid} cannot be read whole"


def _rowids(connection: driver.Connection, table: str) -> Iterator[int | range]:
    """The numbers of the rows that can be reached, in order, and between them the ranges of what cannot."""
    query = f"SELECT rowid FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid"
    after: int | None = 0
    while after is not None:
        start = after
        with suppress(*driver.errors()):
            for (rowid,) in connection.execute(query, [start]):
                if rowid <= after:
                    break  # it goes in a circle
                after = rowid
                yield rowid
            else:
                return
        lost_from = after + 1
        after = _beyond(connection, query, after)
        if after is None:
            yield range(lost_from, lost_from + 1)
        else:
            yield range(lost_from, after + 1)


def _beyond(connection: driver.Connection, query: str, after: int) -> int | None:
    """The first number behind which rows can be reached again; None where there is none."""

    def reachable(number: int) -> bool:
        with suppress(*driver.errors()), closing(connection.execute(f"{query} LIMIT 1", [number])) as cursor:
            row = cursor.fetchone()
            return row is None or row[0] > number
        return False

    step = 1
    while not reachable(after + step):
        step *= 2
        if step > _FURTHEST:
            return None
    low, high = after + step // 2, after + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reachable(middle) else (middle, high)
    return high


def _row(connection: driver.Connection, table: str, rowid: int) -> tuple[dict[str, Any], bool]:
    """What can be read of a row, and whether that is all of it."""
    names = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    with suppress(*driver.errors()):
        values = connection.execute(f"SELECT * FROM {table} WHERE rowid = ?", [rowid]).fetchone()
        return dict(zip(names, values, strict=True)), True
    row: dict[str, Any] = {}
    for name in names:
        with suppress(*driver.errors()):
            (row[name],) = connection.execute(f'SELECT "{name}" FROM {table} WHERE rowid = ?', [rowid]).fetchone()
    return row, False


def _made_good(new: Database) -> Iterator[str]:
    """Give each article a newest text that is there, and each text an article; name what is not as it came."""
    for number, text, digest, article in new.execute("SELECT number, text, text_sha256, article FROM revisions"):
        if sha256(str(text).encode()).hexdigest() != digest:
            yield f"revision {number} of article {article} is not the text that came"
    lost = "SELECT article, max(id) FROM revisions WHERE article NOT IN (SELECT id FROM articles) GROUP BY article"
    for article, revision in new.execute(lost).fetchall():
        row = next(new.query("SELECT * FROM revisions WHERE id = ?", [revision]))
        said = {
            name: str(row.get(name) or "") for name in ("title", "byline", "outlet", "url", "published", "language")
        }
        said["title"] = said["title"] or "Untitled"
        came = {"added": row["imported"], "path": row.get("path"), "file_sha256": row.get("file_sha256") or ""}
        new.table("articles").insert({"id": article, "uid": new_uid(), **said, **came})
        yield f"article {article} cannot be read but for its texts: “{label(said['title'], 60)}”"
    if "revision" in new.table("articles").columns_dict:
        new.execute(
            """UPDATE articles SET revision = (
                SELECT id FROM revisions WHERE article = articles.id ORDER BY number DESC LIMIT 1
            )"""
        )
    for article, title in new.execute("SELECT id, title FROM articles WHERE id NOT IN (SELECT article FROM revisions)"):
        yield f"article {article} has no text that can be read: “{label(str(title), 60)}”"

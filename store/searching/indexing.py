"""The full-text index kept in step with what it is an index of. Derived: it may be built anew at any time.

The index holds no text of its own, so that SQLite has to be told what a row used to say before it changes ("external
content tables" of FTS5). Hence the one rule: whatever changes a row of `shown_articles`, `shown_annotations` or
`shown_claims` does it inside `indexed`.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from weakref import WeakSet

from sqlite_utils import Database

from store.keeping import driver

Subject = Literal["article", "annotation", "claim"]

COLUMNS: dict[Subject, tuple[str, ...]] = {
    "article": ("title", "text", "byline", "outlet", "days"),
    "annotation": ("words", "speaker", "note", "tags", "evidence", "finding", "progress", "has", "outlet", "days"),
    "claim": ("words", "speaker", "outlet", "days"),
}
"""What is indexed of each, in the order of the columns of ``<subject>_index``."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of one index: those whose ids the query ``ids`` gives for ``value``, if they are shown."""

    subject: Subject
    ids: str
    value: int | str


def annotations(uids: Iterable[str]) -> Rows:
    """The rows of some annotations."""
    among = "SELECT id FROM annotations WHERE uid IN (SELECT value FROM json_each(?))"
    return Rows("annotation", among, json.dumps(list(uids)))


def claims_of(article_id: int) -> Rows:
    """The rows of an article's claims."""
    return Rows("claim", "SELECT id FROM claims WHERE article = ?", article_id)


def everything_of(article_id: int) -> tuple[Rows, Rows, Rows]:
    """The rows of an article, its annotations and its claims: all of them hold its outlet and its days."""
    annotations = Rows("annotation", "SELECT id FROM annotations WHERE article = ?", article_id)
    return Rows("article", "SELECT ?", article_id), annotations, claims_of(article_id)


# What is forgotten twice before it is learnt again would damage the index.
_changing: WeakSet[Database] = WeakSet()


@contextmanager
def indexed(db: Database, *rows: Rows) -> Iterator[None]:
    """Change ``rows`` inside: the index forgets them before and learns what they say after. Cannot be nested."""
    if db in _changing:
        raise RuntimeError("the index has to know all that changes at once: indexed() cannot be nested")
    _changing.add(db)
    try:
        for some in rows:
            _forget(db, some)
        yield
        for some in rows:
            _learn(db, some)
    finally:
        _changing.discard(db)


def rebuild(db: Database) -> None:
    """Build the index anew from what is kept."""
    for subject in COLUMNS:
        db.execute(f"INSERT INTO {subject}_index ({subject}_index) VALUES ('rebuild')")


def compact(db: Database) -> None:
    """Let go of the words of what was forgotten: until then they may stand in the index, only marked as gone."""
    for subject in COLUMNS:
        db.execute(f"INSERT INTO {subject}_index ({subject}_index) VALUES ('optimize')")


def check(db: Database) -> list[Subject]:
    """Return which indexes do not agree with what is kept. To be called in a `Connection.writing` transaction."""
    return [subject for subject in COLUMNS if not _agrees(db, subject)]


def _forget(db: Database, rows: Rows) -> None:
    index, columns = f"{rows.subject}_index", ", ".join(COLUMNS[rows.subject])
    db.execute(
        f"INSERT INTO {index} ({index}, rowid, {columns}) SELECT 'delete', id, {columns} {_shown(rows)}", [rows.value]
    )


def _learn(db: Database, rows: Rows) -> None:
    index, columns = f"{rows.subject}_index", ", ".join(COLUMNS[rows.subject])
    db.execute(f"INSERT INTO {index} (rowid, {columns}) SELECT id, {columns} {_shown(rows)}", [rows.value])


def _shown(rows: Rows) -> str:
    return f"FROM shown_{rows.subject}s WHERE id IN ({rows.ids})"


def _agrees(db: Database, subject: Subject) -> bool:
    try:
        # Without the 1, the index is only compared with itself.
        db.execute(f"INSERT INTO {subject}_index ({subject}_index, rank) VALUES ('integrity-check', 1)")
    except driver.errors() as error:
        if driver.name_of(error) == "SQLITE_CORRUPT_VTAB":
            return False
        raise
    return True

"""All checks of a library, one after the other; each says in plain words what is wrong."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from sqlite_utils import Database

from store.checking.contents import MALFORMED, Kept, anchors, claims, counts, kept_history, keys, texts
from store.checking.structure import foreign_keys, full_text_index, integrity, orphans, schema
from store.copying import Progress, as_far_as_readable, has_log, opened
from store.keeping import driver
from store.keeping.file import is_protected
from store.keeping.interrupting import interruptible
from store.safety import label

T = TypeVar("T", Database, Kept)

_SHOWN = 10
_MOST = 1_000
"""So many problems of one kind are looked for: more say nothing more."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: nothing, or lines that say what is wrong. What is ``derived`` can be built anew."""

    name: str
    problems: tuple[str, ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class _Check(Generic[T]):
    """A check of the whole (of a ``Database``), or of each article (of what is ``Kept`` of it)."""

    name: str
    problems: Callable[[T], Iterator[str]]
    derived: bool = False


_FIRST = (
    _Check("integrity", integrity),
    _Check("schema", schema, derived=True),
    _Check("foreign keys", foreign_keys),
    _Check("orphans", orphans),
    _Check("texts", texts),
)
_OF_ARTICLES = (
    _Check("history", kept_history),
    _Check("anchors", anchors),
    _Check("look-up keys", keys, derived=True),
    _Check("claims", claims, derived=True),
    _Check("counts", counts, derived=True),
)
_LAST = _Check("full-text index", full_text_index, derived=True)
_WHOLE = 0.1
"""A check of the whole takes about as long as those of the articles take for this share of them."""


def check(database: Path, progress: Progress | None = None) -> list[Finding]:
    """Return what every check finds of a library of the latest schema; nothing in it is changed.

    ``progress`` is called with what is done and all of it, in about articles; what it raises comes through. Raises
    SaysoError where it cannot be opened at all.
    """
    with _as_it_may_be_checked(database) as path, opened(path) as connection, interruptible(connection):
        connection.text_factory = as_far_as_readable
        db = Database(connection, execute_plugins=False)
        articles = _articles(db)
        told = _Told(progress, len(articles))
        findings = [_of_the_whole(db, one, told) for one in _FIRST]
        findings += _of_articles(db, articles, told)
        # SQLite asks for the right to write before it compares the index, though it writes nothing.
        return [*findings, _of_the_whole(db, _LAST, told, begin="BEGIN IMMEDIATE")]


@contextmanager
def _as_it_may_be_checked(database: Path) -> Iterator[Path]:
    """The database, or where it may only be read a copy: SQLite compares its indexes only where it may write."""
    if not is_protected(database):
        yield database
        return
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        copy = Path(folder) / "library.db"
        for end in ("", *(["-wal"] if has_log(database) else [])):
            shutil.copyfile(database.with_name(database.name + end), copy.with_name(copy.name + end))
        yield copy


class _Told:
    """How far the checks are."""

    def __init__(self, progress: Progress | None, articles: int) -> None:
        self._progress, self._done = progress, 0
        self.whole = 1 + round(_WHOLE * articles)
        self._all = articles + self.whole * (len(_FIRST) + 1)

    def __call__(self, more: int) -> None:
        self._done += more
        if self._progress is not None:
            self._progress(self._done, self._all)


def _articles(db: Database) -> list[int]:
    found: list[int] = []
    with suppress(*driver.errors()):  # what is wrong with the table, the check of the pages says
        found += (article for (article,) in db.execute("SELECT id FROM articles ORDER BY id"))
    return found


def _of_the_whole(db: Database, one: _Check[Database], told: _Told, begin: str = "BEGIN") -> Finding:
    db.execute(begin)
    try:
        return Finding(one.name, _in_short(_problems(one, db)), one.derived)
    finally:
        db.rollback()
        told(told.whole)


def _of_articles(db: Database, articles: Sequence[int], told: _Told) -> Iterator[Finding]:
    """All checks of one article, then of the next, so that what is kept of it is read once."""
    found: dict[str, list[str]] = {one.name: [] for one in _OF_ARTICLES}
    for article in articles:
        # A transaction each: while one lasts, what other programs write stays in the log.
        db.execute("BEGIN")
        try:
            kept = Kept(db, article)
            for one in _OF_ARTICLES:
                if len(found[one.name]) < _MOST:
                    found[one.name] += _of_article(one, kept)
        finally:
            db.rollback()
        told(1)
    for one in _OF_ARTICLES:
        yield Finding(one.name, _in_short(found[one.name]), one.derived)


def _of_article(one: _Check[Kept], kept: Kept) -> list[str]:
    try:
        return _problems(one, kept)
    except MALFORMED:
        # What is precious and cannot be read is told once; what is derived of it is left as it is.
        return [] if one.derived else [f"article {kept.article}: what is kept of it cannot be read"]


def _problems(one: _Check[T], of: T) -> list[str]:
    found: list[str] = []
    try:
        found += islice(one.problems(of), _MOST)
    except driver.errors() as error:
        if driver.name_of(error).startswith(("SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_INTERRUPT")):
            raise
        found.append(f"it cannot be read: {label(str(error))}")
    return found


def _in_short(found: Sequence[str]) -> tuple[str, ...]:
    more = len(found) - _SHOWN
    return (*found[:_SHOWN], *([f"and {more if more < _MOST - _SHOWN else 'many'} more"] if more > 0 else []))

"""All checks of a library, one after the other; each says in plain words what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from store.checking.contents import anchors, claims, counts, kept_history, keys, texts
from store.checking.structure import foreign_keys, full_text_index, integrity, orphans, schema
from store.copying import Progress, as_far_as_readable, opened
from store.keeping import driver
from store.safety import label

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
class _Check:
    name: str
    problems: Callable[[Database], Iterator[str]]
    derived: bool = False
    begin: str = "BEGIN"


_CHECKS = (
    _Check("integrity", integrity),
    _Check("schema", schema, derived=True),
    _Check("foreign keys", foreign_keys),
    _Check("orphans", orphans),
    _Check("texts", texts),
    _Check("history", kept_history),
    _Check("anchors", anchors),
    _Check("look-up keys", keys, derived=True),
    _Check("claims", claims, derived=True),
    _Check("counts", counts, derived=True),
    # SQLite asks for the right to write before it compares the index, though it writes nothing.
    _Check("full-text index", full_text_index, derived=True, begin="BEGIN IMMEDIATE"),
)


def check(database: Path, progress: Progress | None = None) -> list[Finding]:
    """Return what every check finds of a library of the latest schema; nothing in it is changed.

    ``progress`` is called with the checks done and all of them. Raises SaysoError where it cannot be opened at all.
    """
    findings = []
    with opened(database) as connection:
        connection.text_factory = as_far_as_readable
        db = Database(connection, execute_plugins=False)
        for number, one in enumerate(_CHECKS, 1):
            db.execute(one.begin)
            try:
                findings.append(Finding(one.name, _problems(db, one), one.derived))
            finally:
                db.rollback()
            if progress is not None:
                progress(number, len(_CHECKS))
    return findings


def _problems(db: Database, one: _Check) -> tuple[str, ...]:
    found: list[str] = []
    try:
        found += islice(one.problems(db), _MOST)
    except driver.errors("DatabaseError") as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR")):
            raise
        found.append(f"it cannot be read: {label(str(error))}")
    more = len(found) - _SHOWN
    return (*found[:_SHOWN], *([f"and {more if more < _MOST - _SHOWN else 'many'} more"] if more > 0 else []))

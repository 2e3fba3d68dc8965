"""What engines made of articles, kept so that no text is read twice. Derived: any of it may be thrown away."""

import re
import secrets
from collections.abc import Callable
from typing import NamedTuple
from weakref import ref

from sqlite_utils import Database

import claims
from claims.as_json import reading_from_lines, reading_to_lines
from claims.model import Reading
from store.article import Article
from store.keeping import structure
from store.keeping.claim_rows import refill
from store.keeping.connection import Connection
from store.keeping.counts import recount
from store.prose import prose

_STEP = 2**32
_LINE = re.compile(r"[^\n]+")


class _At(NamedTuple):
    """Where a reading was read: in which row, as which connection had it, since which nobody else has written.

    Rows are never changed, and `put` gives none the id of one that is gone.
    """

    connection: ref[Database]
    data_version: int
    row: int


# Every verdict on a long article counts its claims, and to load what they were parsed from takes most of that time.
_last_newest: list[tuple[_At, Reading]] = []


def newest(db: Database, article_id: int) -> Reading | None:
    """Return the last reading kept of the article's newest revision, by whatever engine; None where there is none."""
    query = "SELECT max(id) FROM readings WHERE revision = (SELECT revision FROM articles WHERE id = ?)"
    (row,) = db.execute(query, [article_id]).fetchone()
    if row is None:
        return None
    at = _At(ref(db), db.execute("PRAGMA data_version").fetchone()[0], row)
    for last, known in _last_newest:
        if last == at:
            return known
    reading = parsed(db.execute("SELECT reading FROM readings WHERE id = ?", [row]).fetchone()[0])
    _last_newest[:] = [(at, reading)] if reading is not None else []
    return reading


def put(db: Database, revision: int, engine: str, dumped: str) -> None:
    """Keep ``dumped`` as what ``engine`` made of a revision, in the place of what it made before.

    In the caller's transaction. Replaced, not updated, so that the newest reading has the greatest id; and by how much
    it is greater is left to chance, so that no reading has the id of another that was deleted or taken back.
    """
    db.execute(
        """INSERT OR REPLACE INTO readings (id, revision, engine, reading)
        VALUES ((SELECT coalesce(max(id), 0) FROM readings) + ?, ?, ?, ?)""",
        [1 + secrets.randbelow(_STEP), revision, engine, dumped],
    )


class Readings:
    """The readings of each revision of an article, one an engine."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, article: Article, engine: str) -> Reading | None:
        """Return what ``engine`` made of the article's newest revision; None where it has yet to read it."""
        with self._connection.reading() as db:
            where, values = "revision = ? AND engine = ?", [article.revision, engine]
            rows = list(db.table("readings").rows_where(where, values, select="reading"))
        return parsed(rows[0]["reading"]) if rows else None

    def up_to_date(self, article: Article) -> Reading | None:
        """Return the reading of the article's newest revision that a new one would be no better than.

        None where there is none. May take a moment where only the engine's fallback has read it: `claims.up_to_date`.
        """
        with self._connection.reading() as db:
            rows = db.table("readings").rows_where("revision = ?", [article.revision], select="engine")
            engines = [row["engine"] for row in rows]
        engine = claims.up_to_date(engines)
        return self.get(article, engine) if engine is not None else None

    def read(self, article: Article, progress: Callable[[int, int], None] | None = None, *, cores: int = 1) -> Reading:
        """Return the reading of the article by the engine in use, which reads it now where it has yet to.

        ``progress`` is called meanwhile with the code points done and all of them; what it raises comes through, and
        then nothing is kept. A reading takes no more than so many ``cores``.
        """
        kept = self.up_to_date(article)
        if kept is not None:
            return kept
        with self._connection.reading() as db:
            row = db.table("revisions").get(article.revision)
        text = prose(structure.load(row["text"], row["structure"]))
        reading = claims.read(text, progress=progress, cores=cores)
        self.keep(article, reading)
        return reading

    def keep(self, article: Article, reading: Reading) -> None:
        """Keep ``reading`` for its engine; if it is of the newest text, its claims are counted and can be found.

        Where the library may only be read it is not kept, and found again when it is wanted.
        """
        if self._connection.read_only:
            return
        dumped = "\n".join(reading_to_lines(reading))
        with self._connection.writing() as db:
            put(db, article.revision, reading.engine, dumped)
            if article.revision == _newest_revision(db, article.id):
                refill(db, article.id, reading)
                recount(db, article.id, reading)
        _last_parsed[:] = [((len(dumped), hash(dumped)), reading)]


def _newest_revision(db: Database, article_id: int) -> int:
    revision: int = db.execute("SELECT revision FROM articles WHERE id = ?", [article_id]).fetchone()[0]
    return revision


# By the JSON, so that nothing ever has to be invalidated: the screen and the counts ask for the same. Not by all of it,
# which of a book is as large as its reading: a hash of 64 bits that is another in each process does.
_last_parsed: list[tuple[tuple[int, int], Reading]] = []


def forget_parsed() -> None:
    """Let go of the readings that were parsed, kept or counted last."""
    _last_parsed.clear()
    _last_newest.clear()


def parsed(dumped: str) -> Reading | None:
    """Return the reading that is kept as ``dumped``; None where another version of the program wrote it differently."""
    is_of = len(dumped), hash(dumped)
    for last, reading in _last_parsed:
        if last == is_of:
            return reading
    try:
        reading = reading_from_lines(match.group() for match in _LINE.finditer(dumped))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    _last_parsed[:] = [(is_of, reading)]
    return reading

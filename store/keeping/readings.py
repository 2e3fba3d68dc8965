"""What engines made of articles, kept so that no text is read twice. Derived: any of it may be thrown away."""

import re
from collections.abc import Callable

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

_LINE = re.compile(r"[^\n]+")


def newest(db: Database, article_id: int) -> Reading | None:
    """Return the last reading kept of the article's newest revision, by whatever engine; None where there is none."""
    # Found by its id first: sorted, each of them would be copied whole, and this is asked for at every verdict.
    rows = list(
        db.query(
            """SELECT reading FROM readings WHERE id =
            (SELECT max(id) FROM readings WHERE revision = (SELECT revision FROM articles WHERE id = ?))""",
            [article_id],
        )
    )
    return parsed(rows[0]["reading"]) if rows else None


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

    def read(self, article: Article, progress: Callable[[int, int], None] | None = None) -> Reading:
        """Return the reading of the article by the engine in use, which reads it now where it has yet to.

        ``progress`` is called meanwhile with the code points done and all of them; what it raises comes through, and
        then nothing is kept.
        """
        kept = self.up_to_date(article)
        if kept is not None:
            return kept
        with self._connection.reading() as db:
            row = db.table("revisions").get(article.revision)
        reading = claims.read(prose(structure.load(row["text"], row["structure"])), progress=progress)
        self.keep(article, reading)
        return reading

    def keep(self, article: Article, reading: Reading) -> None:
        """Keep ``reading`` for its engine; if it is of the newest text, its claims are counted and can be found.

        Where the library may only be read it is not kept, and found again when it is wanted.
        """
        if self._connection.read_only:
            return
        dumped = "\n".join(reading_to_lines(reading))
        row = {"revision": article.revision, "engine": reading.engine, "reading": dumped}
        with self._connection.writing() as db:
            # Replaced, not updated, so that the newest reading has the greatest id.
            db.table("readings").insert(row, replace=True)
            if article.revision == _newest_revision(db, article.id):
                refill(db, article.id, reading)
                recount(db, article.id, reading)
        _last_parsed[:] = [((len(dumped), hash(dumped)), reading)]


def _newest_revision(db: Database, article_id: int) -> int:
    revision: int = db.execute("SELECT revision FROM articles WHERE id = ?", [article_id]).fetchone()[0]
    return revision


# By the JSON, so that nothing ever has to be invalidated: every note on a long article counts its claims. Not by all of
# it, which of a book is as large as its reading: a hash of 64 bits that is another in each process does.
_last_parsed: list[tuple[tuple[int, int], Reading]] = []


def forget_parsed() -> None:
    """Let go of the reading that was parsed or kept last."""
    _last_parsed.clear()


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

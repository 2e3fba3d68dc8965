"""What engines made of articles, kept so that no text is read twice. Derived: any of it may be thrown away."""

from collections.abc import Callable

from sqlite_utils import Database

import claims
from claims.as_json import reading_from_lines, reading_to_lines
from claims.model import Reading
from store.article import Article
from store.keeping import structure
from store.keeping.connection import Connection
from store.keeping.counts import recount
from store.prose import prose


def newest(db: Database, article_id: int) -> Reading | None:
    """Return the last reading kept of the article's newest revision, by whatever engine; None where there is none."""
    rows = list(
        db.query(
            """SELECT reading FROM readings
            WHERE revision = (SELECT id FROM revisions WHERE article = ? ORDER BY number DESC LIMIT 1)
            ORDER BY id DESC LIMIT 1""",
            [article_id],
        )
    )
    return _parsed(rows[0]["reading"]) if rows else None


class Readings:
    """The readings of each revision of an article, one an engine."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, article: Article, engine: str) -> Reading | None:
        """Return what ``engine`` made of the article's newest revision; None where it has yet to read it."""
        with self._connection.reading() as db:
            where, values = "revision = ? AND engine = ?", [article.revision, engine]
            rows = list(db.table("readings").rows_where(where, values, select="reading"))
        return _parsed(rows[0]["reading"]) if rows else None

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
        """Keep ``reading`` for its engine and count the article's claims anew."""
        dumped = "\n".join(reading_to_lines(reading))
        row = {"revision": article.revision, "engine": reading.engine, "reading": dumped}
        with self._connection.writing() as db:
            # Replaced, not updated, so that the newest reading has the greatest id.
            db.table("readings").insert(row, replace=True)
            recount(db, article.id, reading)
        _last_parsed[:] = [(dumped, reading)]


# By the JSON itself, so that nothing ever has to be invalidated: every note on a long article counts its claims.
_last_parsed: list[tuple[str, Reading]] = []


def _parsed(reading: str) -> Reading | None:
    for dumped, parsed in _last_parsed:
        if dumped == reading:
            return parsed
    try:
        parsed = reading_from_lines(reading.split("\n"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # written by another version of the program, and as good as absent
    _last_parsed[:] = [(reading, parsed)]
    return parsed

"""The articles of the library and the texts of their revisions."""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from store.anchors import new_uid
from store.article import Article, Imported, Metadata, Summary
from store.document import Document
from store.errors import SaysoError
from store.keeping import structure
from store.keeping.change import Origin
from store.keeping.changes import make_article, state_of
from store.keeping.connection import Connection, now, storable
from store.keys import days, title_key, url_key
from store.safety import label
from store.searching.indexing import everything_of, indexed
from store.version import program_version

_CANDIDATES = 5
_UID_LENGTH = 18
_DIGITS_OF_AN_ID = 18
_NEWEST = 2**63 - 1
_ARTICLES = "SELECT articles.*, number FROM articles JOIN revisions ON revisions.id = articles.revision"


class UnknownArticleError(SaysoError):
    """No article has that id or a title with those words."""

    def __init__(self, name: str | int) -> None:
        super().__init__(f"no article “{label(str(name))}” is in the library; sayso list shows what is")


class AmbiguousArticleError(SaysoError):
    """Several articles have those words in their titles."""

    def __init__(self, name: str, candidates: list[Article], count: int) -> None:
        shown = [f"{article.id} “{label(article.metadata.title, 60)}”" for article in candidates]
        more = count - len(shown)
        listed = ", ".join(shown) + (f" and {more} more" if more else "")
        super().__init__(f"several articles match “{label(name)}”; give the number of one: {listed}")


class Articles:
    """All articles added so far."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, imported: Imported, *, origin: Origin = "reader") -> tuple[Article, bool]:
        """Return the article with the text of ``imported``, and whether it is new; a known one stays as it is."""
        digest = sha256(imported.document.text.encode()).hexdigest()
        with self._connection.reading() as db:
            known = _by_text(db, digest)
        if known:
            return known, False
        with self._connection.writing() as db:
            # Another program may have added it meanwhile.
            known = _by_text(db, digest)
            if known:
                return known, False
            article_id = _insert(db, imported, digest)
            make_article(db, article_id, "add", None, state_of(db, article_id), origin=origin)
            return _one(db, article_id), True

    def other_text(self, article: Article) -> Article | None:
        """Return the newest other article that came from the same file, whose text has changed since; else None."""
        if article.path is None:
            return None
        with self._connection.reading() as db:
            rows = _rows(db, "WHERE articles.path = ? AND articles.id != ? LIMIT 1", article.path, article.id)
        return _article(rows[0]) if rows else None

    def get(self, article_id: int) -> Article:
        """Return the article with that id. Raises `UnknownArticleError`."""
        with self._connection.reading() as db:
            return _one(db, article_id)

    def find(self, name: str) -> Article:
        """Return the article that a person names: by its id in digits, its uid, or a part of a title that only one has.

        Case does not matter, and a whole title wins over parts of others. What is in the bin is not found. Raises
        `UnknownArticleError` and `AmbiguousArticleError`.
        """
        wanted = storable(title_key(name))
        with self._connection.reading() as db:
            for column, value, unless in (
                ("articles.id = ?", wanted, not _is_id(wanted)),
                ("uid = ?", wanted, len(wanted) != _UID_LENGTH),
                ("title_key = ?", wanted, not wanted),
                ("instr(title_key, ?)", wanted, not wanted),
            ):
                where = f"WHERE {column} AND deleted IS NULL"
                found = [] if unless else _rows(db, f"{where} ORDER BY articles.id DESC LIMIT {_CANDIDATES}", value)
                if len(found) == 1:
                    return _article(found[0])
                if found:
                    (count,) = db.execute(f"SELECT count(*) FROM articles {where}", [value]).fetchone()
                    raise AmbiguousArticleError(name, [_article(row) for row in found], count)
        raise UnknownArticleError(name)

    def list(self) -> list[Summary]:
        """Return a line for each article that is not in the bin, the newest first."""
        with self._connection.reading() as db:
            return [_summary(row) for row in _rows(db, "WHERE deleted IS NULL ORDER BY articles.id DESC")]

    def page(self, *, before: int | None = None, after: int | None = None, limit: int = 200) -> Sequence[Summary]:
        """Return the lines of at most ``limit`` articles that are not in the bin, the newest first.

        Those that come next below the id ``before``, or above the id ``after``; without either, the newest.
        """
        newest = before is not None or after is None
        where, order = ("articles.id < ?", "DESC") if newest else ("articles.id > ?", "ASC")
        edge = (before if before is not None else _NEWEST) if newest else after
        with self._connection.reading() as db:
            rows = _rows(db, f"WHERE deleted IS NULL AND {where} ORDER BY articles.id {order} LIMIT ?", edge, limit)
        return [_summary(row) for row in (rows if newest else rows[::-1])]

    def count(self) -> int:
        """Return how many articles are not in the bin."""
        with self._connection.reading() as db:
            count: int = db.execute("SELECT count(*) FROM articles WHERE deleted IS NULL").fetchone()[0]
            return count

    def document(self, article: Article) -> Document:
        """Return the text and structure of the article's revision."""
        with self._connection.reading() as db:
            row = db.execute("SELECT text, structure FROM revisions WHERE id = ?", [article.revision]).fetchone()
        if row is None:
            raise UnknownArticleError(article.id)  # deleted for good meanwhile
        return structure.load(*row)

    def remember_position(self, article_id: int, offset: int) -> None:
        """Remember where the reader is, in code points of the article's text."""
        with self._connection.writing() as db:
            db.execute('INSERT OR REPLACE INTO positions (article, "offset") VALUES (?, ?)', [article_id, offset])

    def position(self, article_id: int) -> int:
        """Return where the reader was, in code points of the article's text; at first its beginning."""
        with self._connection.reading() as db:
            row = db.execute('SELECT "offset" FROM positions WHERE article = ?', [article_id]).fetchone()
        return row[0] if row else 0


def _insert(db: Database, imported: Imported, digest: str) -> int:
    """Write a new article with its first revision, and return its id."""
    at, metadata = now(), imported.metadata
    path = None if imported.path is None else storable(imported.path)
    came = {**asdict(metadata), "path": path, "file_sha256": imported.file_sha256}
    article = {
        **came,
        "uid": new_uid(),
        "added": at,
        "title_key": title_key(metadata.title),
        "url_key": url_key(metadata.url),
        "days": days(metadata.published, at),
    }
    article_id = db.table("articles").insert(article).last_pk
    assert isinstance(article_id, int)
    revision = {
        **came,
        "article": article_id,
        "number": 1,
        "format": imported.format,
        "source": storable(imported.source),
        "text": imported.document.text,
        "structure": structure.dump(imported.document),
        "text_sha256": digest,
        "imported": at,
        "came": "standard input" if path is None else "file",
        "version": program_version(),
    }
    with indexed(db, *everything_of(article_id)):
        revision_id = db.table("revisions").insert(revision).last_pk
        db.execute("UPDATE articles SET revision = ? WHERE id = ?", [revision_id, article_id])
    return article_id


def _is_id(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) <= _DIGITS_OF_AN_ID and name == str(int(name))


def _rows(db: Database, rest: str, *values: Any) -> list[dict[str, Any]]:
    return list(db.query(f"{_ARTICLES} {rest}", values))


def _one(db: Database, article_id: int) -> Article:
    rows = _rows(db, "WHERE articles.id = ?", article_id)
    if not rows:
        raise UnknownArticleError(article_id)
    return _article(rows[0])


def _by_text(db: Database, digest: str) -> Article | None:
    where = "WHERE articles.id IN (SELECT article FROM revisions WHERE text_sha256 = ?) AND deleted IS NULL"
    rows = _rows(db, f"{where} ORDER BY articles.id DESC LIMIT 1", digest)
    return _article(rows[0]) if rows else None


def _summary(row: dict[str, Any]) -> Summary:
    return Summary(_article(row), row["claims"], row["unreviewed"], row["annotations"], row["unplaced"])


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        uid=row["uid"],
        metadata=Metadata(**{field: row[field] for field in Metadata.__dataclass_fields__}),
        added=row["added"],
        revision=row["revision"],
        path=row["path"],
        file_sha256=row["file_sha256"],
        number=row["number"],
        deleted=row["deleted"],
    )

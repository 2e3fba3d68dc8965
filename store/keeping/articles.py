"""The articles of the library and the texts of their revisions."""

from dataclasses import asdict
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from store.anchors import new_uid
from store.article import Article, Imported, Metadata, Summary
from store.document import Document
from store.errors import SaysoError
from store.keeping import structure
from store.keeping.connection import Connection, now, storable
from store.safety import label

_CANDIDATES = 5
_NEWEST_REVISION = "(SELECT id FROM revisions WHERE article = articles.id ORDER BY number DESC LIMIT 1)"


class UnknownArticleError(SaysoError):
    """No article has that id or a title with those words."""

    def __init__(self, name: str | int) -> None:
        super().__init__(f"no article “{label(str(name))}” is in the library; sayso list shows what is")


class AmbiguousArticleError(SaysoError):
    """Several articles have those words in their titles."""

    def __init__(self, name: str, candidates: list[Article]) -> None:
        shown = [f"{article.id} “{label(article.metadata.title, 60)}”" for article in candidates[:_CANDIDATES]]
        more = len(candidates) - len(shown)
        listed = ", ".join(shown) + (f" and {more} more" if more else "")
        super().__init__(f"several articles match “{label(name)}”; give the number of one: {listed}")


class Articles:
    """All articles added so far."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, imported: Imported) -> tuple[Article, bool]:
        """Return the article with the text of ``imported``, and whether it is new; a known one stays as it is."""
        digest = sha256(imported.document.text.encode()).hexdigest()
        with self._connection.reading() as db:
            known = _by_text(db, digest)
        if known:
            return known, False
        row = {
            **asdict(imported.metadata),
            "uid": new_uid(),
            "added": now(),
            "path": None if imported.path is None else storable(imported.path),
            "file_sha256": imported.file_sha256,
        }
        revision = {
            "number": 1,
            "format": imported.format,
            "source": storable(imported.source),
            "text": imported.document.text,
            "structure": structure.dump(imported.document),
            "text_sha256": digest,
            "imported": row["added"],
        }
        with self._connection.writing() as db:
            # Another program may have added it meanwhile.
            known = _by_text(db, digest)
            if known:
                return known, False
            article_id = db.table("articles").insert(row).last_pk
            assert isinstance(article_id, int)
            db.table("revisions").insert({**revision, "article": article_id})
            return _one(db, article_id), True

    def other_text(self, article: Article) -> Article | None:
        """Return the newest other article that came from the same file, whose text has changed since; else None."""
        if article.path is None:
            return None
        with self._connection.reading() as db:
            rows = _rows(db, "path = ? AND id != ?", article.path, article.id)
        return _article(rows[0]) if rows else None

    def get(self, article_id: int) -> Article:
        """Return the article with that id. Raises `UnknownArticleError`."""
        with self._connection.reading() as db:
            return _one(db, article_id)

    def find(self, name: str) -> Article:
        """Return the article that a person names: by its id in digits, or by a part of a title that only one has.

        Case does not matter, and a whole title wins over parts of others. Raises `UnknownArticleError` and
        `AmbiguousArticleError`.
        """
        wanted = name.strip().casefold()
        with self._connection.reading() as db:
            articles = [_article(row) for row in _rows(db)]
        by_id = [article for article in articles if wanted == str(article.id)]
        titles = [(article.metadata.title.casefold(), article) for article in articles]
        by_title = [article for title, article in titles if title == wanted]
        by_part = [article for title, article in titles if wanted and wanted in title]
        found = by_id or by_title or by_part
        if not found:
            raise UnknownArticleError(name)
        if len(found) > 1:
            raise AmbiguousArticleError(name, found)
        return found[0]

    def list(self) -> list[Summary]:
        """Return a line for each article, the newest first."""
        with self._connection.reading() as db:
            rows = _rows(db)
        return [Summary(_article(row), row["claims"], row["unreviewed"], row["annotations"]) for row in rows]

    def document(self, article: Article) -> Document:
        """Return the text and structure of the article's revision."""
        with self._connection.reading() as db:
            row = db.table("revisions").get(article.revision)
        return structure.load(row["text"], row["structure"])

    def remember_position(self, article_id: int, offset: int) -> None:
        """Remember where the reader is, in code points of the article's text."""
        with self._connection.writing() as db:
            db.table("positions").upsert({"article": article_id, "offset": offset}, pk="article")

    def position(self, article_id: int) -> int:
        """Return where the reader was, in code points of the article's text; at first its beginning."""
        with self._connection.reading() as db:
            rows = list(db.table("positions").rows_where("article = ?", [article_id]))
        return rows[0]["offset"] if rows else 0


def _rows(db: Database, where: str = "true", *values: Any) -> list[dict[str, Any]]:
    select = f"*, {_NEWEST_REVISION} AS revision"
    return list(db.table("articles").rows_where(where, values, order_by="id DESC", select=select))


def _one(db: Database, article_id: int) -> Article:
    rows = _rows(db, "id = ?", article_id)
    if not rows:
        raise UnknownArticleError(article_id)
    return _article(rows[0])


def _by_text(db: Database, digest: str) -> Article | None:
    rows = _rows(db, "id IN (SELECT article FROM revisions WHERE text_sha256 = ?)", digest)
    return _article(rows[0]) if rows else None


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        uid=row["uid"],
        metadata=Metadata(**{field: row[field] for field in Metadata.__dataclass_fields__}),
        added=row["added"],
        revision=row["revision"],
        path=row["path"],
        file_sha256=row["file_sha256"],
    )

"""The articles of the library and the texts of their revisions."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlite_utils import Database

from store.article import Article, Imported, Metadata, Summary
from store.document import Document
from store.errors import SaysoError
from store.keeping import adding, filtering, listing, structure
from store.keeping.adding import Outcome
from store.keeping.change import Origin
from store.keeping.connection import Connection, storable
from store.keeping.listing import Column, Place
from store.keeping.revisions import Progress
from store.keeping.texts import text_of
from store.keys import title_key
from store.quoting import quoted
from store.safety import label
from store.searching.query import IN_LIST, parse

_CANDIDATES = 5
_UID_LENGTH = 18
_DIGITS_OF_AN_ID = 18
_COUNTED = ("claims", "unreviewed", "annotations", "unplaced", "notes", "day")
_ARTICLES = "SELECT articles.*, number FROM articles JOIN revisions ON revisions.id = articles.revision"


class UnknownArticleError(SaysoError):
    """No article has that id or a title with those words."""

    def __init__(self, name: str | int) -> None:
        super().__init__(f"no article “{label(str(name))}” is in the library; sayso list shows what is")


class AmbiguousArticleError(SaysoError):
    """Several articles have those words in their titles."""

    def __init__(self, name: str, candidates: list[Article], count: int) -> None:
        shown = [f"{article.id} {quoted(article.metadata.title)}" for article in candidates]
        more = count - len(shown)
        listed = ", ".join(shown) + (f" and {more} more" if more else "")
        super().__init__(f"several articles match “{label(name)}”; give the number of one: {listed}")


class Added(NamedTuple):
    """An article to which something was added, and what was made of that."""

    article: Article
    outcome: Outcome


class Articles:
    """All articles added so far."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        imported: Imported,
        *,
        known_as: Article | None = None,
        new: bool = False,
        origin: Origin = "reader",
        progress: Progress | None = None,
    ) -> Added:
        """Add a text, and return its article with what was made of it.

        A text that is there already is found again, not doubled, also in the bin: then its article comes back. One
        that came from the address or the file of an article is that one's next revision, unless it shares too little
        with it; so is, whatever it shares, one that is ``known_as`` an article. ``new`` makes any other text an
        article of its own. All annotations are placed in a new revision before anything of it can be seen;
        ``progress`` is called with what of that is done and all of it, and what it raises comes through, with nothing
        changed.
        """
        with self._connection.reading() as db:
            same = adding.same_text(db, imported) if known_as is None else None
            if same is not None:
                return Added(_one(db, same), Outcome("known"))
            look_ahead = adding.look_ahead(db, imported, known_as, new)
        # The longest of it, while others may still write.
        ahead = look_ahead(progress or _untold) if look_ahead is not None else None
        with self._connection.writing() as db:
            article_id, outcome = adding.add(db, imported, known_as, new, origin, ahead)
            return Added(_one(db, article_id), outcome)

    def is_new(self, imported: Imported, *, new: bool = False) -> bool:
        """Return whether `add` would make an article of its own of a text that nothing here has to do with."""
        with self._connection.reading() as db:
            return adding.is_new(db, imported, new)

    def same_text(self, imported: Imported) -> Article | None:
        """Return the article, not in the bin, whose newest text is that of ``imported``."""
        with self._connection.reading() as db:
            found = adding.same_text(db, imported)
            return None if found is None else _one(db, found)

    def from_file(self, path: str, sha256: str) -> Article | None:
        """Return the article, not in the bin, whose newest text came from the file at ``path``, of those very bytes."""
        with self._connection.reading() as db:
            came = "WHERE revisions.file_sha256 = ? AND revisions.path = ? AND deleted IS NULL"
            found = _rows(db, f"{came} ORDER BY articles.id DESC LIMIT 1", sha256, storable(path))
            return _article(found[0]) if found else None

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

    def page(
        self,
        *,
        by: Column = "added",
        descending: bool = True,
        start: Place | None = None,
        end: Place | None = None,
        limit: int = 200,
    ) -> Sequence[Summary]:
        """Return the lines of at most ``limit`` articles that are not in the bin, sorted ``by`` a column.

        The first ones from the place ``start`` on, or the last ones before the place ``end``; without either the first
        of all. Places are those that `listing.place` gives; of equal ones the order is that of their ids. Those of
        which the value is not known, such as an outlet or, before any reading, claims, come last in any direction.
        """
        with self._connection.reading() as db:
            rows = listing.page(db, by, descending=descending, start=start, end=end, limit=limit)
        return [_summary(row) for row in rows]

    def matching(self, text: str, *, by: Column = "added", descending: bool = True) -> Sequence[int]:
        """Return the ids of all articles that the filter ``text``, which is being typed, lets through, in order."""
        with self._connection.reading() as db:
            return filtering.matching(db, parse(text, IN_LIST, typing=True), by, descending=descending)

    def some(self, ids: Sequence[int]) -> Sequence[Summary]:
        """Return the lines of these articles in the order of their ``ids``; without those that are not there."""
        with self._connection.reading() as db:
            rows = _rows(
                db, "WHERE deleted IS NULL AND articles.id IN (SELECT value FROM json_each(?))", json.dumps(ids)
            )
        found = {row["id"]: row for row in rows}
        return [_summary(found[one]) for one in ids if one in found]

    def place(self, article_id: int, by: Column = "added") -> Place:
        """Return where the article stands in a list that is sorted ``by`` a column. Raises `UnknownArticleError`."""
        with self._connection.reading() as db:
            rows = _rows(db, "WHERE articles.id = ?", article_id)
        if not rows:
            raise UnknownArticleError(article_id)
        return listing.place(_summary(rows[0]), by)

    def count(self) -> int:
        """Return how many articles are not in the bin."""
        with self._connection.reading() as db:
            count: int = db.execute("SELECT count(*) FROM articles WHERE deleted IS NULL").fetchone()[0]
            return count

    def document(self, article: Article) -> Document:
        """Return the text and structure of the article's revision."""
        with self._connection.reading() as db:
            # One after the other: on its way each is in memory twice, of which a book leaves no room.
            shape = db.execute("SELECT structure FROM revisions WHERE id = ?", [article.revision]).fetchone()
            if shape is None:
                raise UnknownArticleError(article.id)  # deleted for good meanwhile
            bare = structure.load("", *shape)
            del shape
            return bare._replace(text=text_of(db, article.revision))

    def remember_position(self, article_id: int, offset: int) -> None:
        """Remember where the reader is, in code points of the article's text; not if the library may only be read."""
        if self._connection.read_only:
            return
        with self._connection.writing() as db:
            db.execute('INSERT OR REPLACE INTO positions (article, "offset") VALUES (?, ?)', [article_id, offset])

    def position(self, article_id: int) -> int:
        """Return where the reader was, in code points of the article's text; at first its beginning."""
        with self._connection.reading() as db:
            row = db.execute('SELECT "offset" FROM positions WHERE article = ?', [article_id]).fetchone()
        return row[0] if row else 0


def _untold(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def _is_id(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) <= _DIGITS_OF_AN_ID and name == str(int(name))


def _rows(db: Database, rest: str, *values: Any) -> list[dict[str, Any]]:
    return list(db.query(f"{_ARTICLES} {rest}", values))


def _one(db: Database, article_id: int) -> Article:
    rows = _rows(db, "WHERE articles.id = ?", article_id)
    if not rows:
        raise UnknownArticleError(article_id)
    return _article(rows[0])


def _summary(row: dict[str, Any]) -> Summary:
    return Summary(_article(row), **{name: row[name] for name in _COUNTED})


def _article(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"],
        uid=row["uid"],
        metadata=Metadata(**{field: row[field] for field in Metadata._fields}),
        added=row["added"],
        revision=row["revision"],
        path=row["path"],
        file_sha256=row["file_sha256"],
        number=row["number"],
        deleted=row["deleted"],
    )

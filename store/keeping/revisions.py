"""The texts that an article has had, and what becomes of all that is on it when it gets another."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claims.model import Reading
from store.anchors import new_uid
from store.annotations import Annotation
from store.article import Article, Imported, Metadata, Revision
from store.document import Document
from store.errors import SaysoError
from store.keeping import structure
from store.keeping.annotation_rows import live, move
from store.keeping.change import Origin
from store.keeping.changes import make_article, record, state_of
from store.keeping.claim_rows import refill
from store.keeping.connection import Connection, now, storable
from store.keeping.counts import recount
from store.keeping.placing import Placer
from store.keeping.readings import parsed
from store.keys import article_keys
from store.kinds import kinds_of
from store.moved import BECAME, Moved
from store.searching.indexing import everything_of, indexed
from store.version import program_version

if TYPE_CHECKING:
    from store.anchoring.alignment import Alignment
    from store.anchoring.places import Places

Progress = Callable[[int, int], None]
"""Is told how much is done, and of how much."""


class UnknownRevisionError(SaysoError):
    """An article has no text of that number."""

    def __init__(self, number: int, newest: int) -> None:
        only = "revision 1 only" if newest == 1 else f"revisions 1 to {newest}"
        super().__init__(f"there is no revision {number}: the article has {only}")


class Revisions:
    """The texts of all articles, numbered from 1 in each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, article_id: int) -> list[Revision]:
        """Return the article's revisions, the oldest first."""
        with self._connection.reading() as db:
            rows = list(db.query("SELECT * FROM revisions WHERE article = ? ORDER BY number", [article_id]))
        return [_revision(row) for row in rows]

    def document(self, article_id: int, number: int) -> Document:
        """Return the text and structure of one revision. Raises `UnknownRevisionError`."""
        with self._connection.reading() as db:
            row = db.execute(
                "SELECT text, structure FROM revisions WHERE article = ? AND number = ?", [article_id, number]
            ).fetchone()
            newest = db.execute("SELECT max(number) FROM revisions WHERE article = ?", [article_id]).fetchone()[0]
        if row is None:
            raise UnknownRevisionError(number, newest or 0)
        return structure.load(*row)

    def own_tags(self, article: Article) -> tuple[str, ...]:
        """Return the tags that the newest text of ``article`` gives itself, without any of its reader's."""
        from store.importing.front_matter import MOST, own_tags

        with self._connection.reading() as db:
            head = f"SELECT substr(source, 1, {MOST}) FROM revisions WHERE id = ? AND format = 'markdown'"
            row = db.execute(head, [article.revision]).fetchone()
        return own_tags(row[0]) if row is not None else ()

    def reading(self, article_id: int, number: int) -> Reading | None:
        """Return the last reading kept of one revision, by whatever engine; None where there is none."""
        with self._connection.reading() as db:
            row = db.execute(
                """SELECT reading FROM readings JOIN revisions ON revisions.id = readings.revision
                WHERE article = ? AND number = ? ORDER BY readings.id DESC LIMIT 1""",
                [article_id, number],
            ).fetchone()
        return parsed(row[0]) if row else None


def insert(db: Database, imported: Imported, digest: str) -> int:
    """Write a new article with its first revision, and return its id; the history is the caller's."""
    at = now()
    article = {**as_article(imported.metadata, at), **_came(imported), "uid": new_uid(), "added": at}
    article_id = db.table("articles").insert(article).last_pk
    assert isinstance(article_id, int)
    with indexed(db, *everything_of(article_id)):
        _append(db, article_id, imported, digest, at)
    return article_id


def look_ahead(db: Database, article_id: int, imported: Imported) -> Callable[[Progress], "Places"]:
    """Return what works out, outside any transaction, where the annotations of an article stand in its next text."""
    texts: dict[int, str] = dict(
        db.execute("SELECT number, text FROM revisions WHERE article = ? ORDER BY number", [article_id]).fetchall()
    )
    there = [(annotation, texts.get(annotation.revision, "")) for annotation in live(db, article_id)]

    def places(progress: Progress) -> "Places":
        from store.anchoring.places import Places

        number = max(texts, default=0)
        found = Places(str(imported.document.text))
        found.look_ahead(texts.get(number, ""), there, number + 1, progress)
        return found

    return places


def revise(
    db: Database,
    article_id: int,
    imported: Imported,
    digest: str,
    *,
    origin: Origin,
    ahead: "Places | None" = None,
) -> Moved:
    """Give an article its next text: every live annotation is placed in it, all in the caller's transaction.

    ``ahead`` is what `look_ahead` found of it; what has changed since is placed now. What the file does not say of the
    article any more (its outlet, its address) stays as it was said before.
    """
    at, before = now(), state_of(db, article_id)
    annotations = live(db, article_id)
    with indexed(db, *everything_of(article_id)):
        row = next(db.query("SELECT * FROM articles WHERE id = ?", [article_id]))
        said = {field: value or row[field] for field, value in imported.metadata._asdict().items()}
        came = {field: value or row[field] for field, value in _came(imported).items()}
        db.table("articles").update(article_id, {**as_article(Metadata(**said), row["added"]), **came})
        _append(db, article_id, imported, digest, at)
        make_article(db, article_id, "revise", before, state_of(db, article_id), origin=origin)
        placer = Placer(db, article_id, ahead)
        after = [_moved(db, annotation, placer.placed(annotation), at) for annotation in annotations]
    refill(db, article_id, None)
    recount(db, article_id, None)
    finder = placer.finder(before.number)
    _carry_position(db, article_id, finder.alignment)
    kinds = {place: found for place in BECAME if (found := kinds_of(one for one in after if one.place == place))}
    reworded = sum(annotation.reworded for annotation in after)
    words, paragraphs = finder.changed
    return Moved(words, reworded, paragraphs, kinds)


def _moved(db: Database, before: Annotation, after: Annotation, at: str) -> Annotation:
    """Keep where an annotation is placed; its row alone is written, and the history."""
    if after != before:
        move(db, after)
        record(db, before.article, "place", before.uid, before, after, at, "rule")
    return after


def _carry_position(db: Database, article_id: int, alignment: "Alignment") -> None:
    row = db.execute('SELECT "offset" FROM positions WHERE article = ?', [article_id]).fetchone()
    if row:
        at = min(row[0], len(alignment.old))
        (offset, _) = alignment.around(at, at).new
        db.execute('UPDATE positions SET "offset" = ? WHERE article = ?', [offset, article_id])


def _append(db: Database, article_id: int, imported: Imported, digest: str, at: str) -> None:
    """Write the article's next revision, and that it is the newest."""
    (last,) = db.execute("SELECT max(number) FROM revisions WHERE article = ?", [article_id]).fetchone()
    revision = {
        **imported.metadata._asdict(),
        **_came(imported),
        "article": article_id,
        "number": (last or 0) + 1,
        "format": imported.format,
        "source": storable(imported.source),
        "text": str(imported.document.text),
        "structure": structure.dump(imported.document),
        "text_sha256": digest,
        "imported": at,
        "came": "standard input" if imported.path is None else "file",
        "version": program_version(),
    }
    revision_id = db.table("revisions").insert(revision).last_pk
    db.execute("UPDATE articles SET revision = ? WHERE id = ?", [revision_id, article_id])


def _came(imported: Imported) -> dict[str, str | None]:
    path = None if imported.path is None else storable(imported.path)
    return {"path": path, "file_sha256": imported.file_sha256}


def as_article(metadata: Metadata, added: str) -> dict[str, str]:
    """Return what an article is listed by and looked up by, as columns."""
    keys = article_keys(
        title=metadata.title, outlet=metadata.outlet, url=metadata.url, published=metadata.published, added=added
    )
    return {**metadata._asdict(), **keys}


def _revision(row: dict[str, Any]) -> Revision:
    own = {name: row[name] for name in Revision._fields if name != "metadata"}
    return Revision(**own, metadata=Metadata(**{name: row[name] for name in Metadata._fields}))

"""What becomes of a file that is added: a new article, one that is there already, or the next text of one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from sqlite_utils import Database

from store.article import Article, Imported
from store.keeping import revisions
from store.keeping.bin import take_out
from store.keeping.change import Origin
from store.keeping.changes import make_article, state_of
from store.keeping.connection import storable
from store.keeping.revisions import Progress, insert, revise
from store.keys import url_key
from store.moved import Moved
from store.quoting import quoted
from store.recognising import is_another
from store.safety import label

if TYPE_CHECKING:
    from store.anchoring.places import Places

_NEWEST_TEXT = "text_sha256 = ?"
_ANY_TEXT = "articles.id IN (SELECT article FROM revisions WHERE text_sha256 = ?)"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made of a text: a ``new`` article, nothing of a ``known`` one, or the next revision of one.

    ``restored`` is whether the article was in the bin. ``moved`` is what became of the annotations. ``instead_of`` is
    the article that the same place held before, where a text was so different that it is taken for another one;
    ``earlier`` is which of the article's revisions a known text is, 0 where it is the newest.
    """

    kind: Literal["new", "known", "revised"]
    restored: bool = False
    moved: Moved = field(default_factory=Moved)
    instead_of: int | None = None
    earlier: int = 0

    def notice(self, place: str, article: Article) -> str:
        """A line on what came from the file at ``place`` to ``article``, or '' where nothing is to be said."""
        name = label(place)
        if self.kind == "revised":
            return f"revision {article.number} of {quoted(article.metadata.title)}: {self.moved.in_words}"
        if self.earlier:
            return (
                f"{name} holds revision {self.earlier} of article {article.id}; its newest is revision {article.number}"
            )
        if self.instead_of is not None:
            return (
                f"{name} held another text before (article {self.instead_of}): added as article {article.id}; "
                f"if it is the same one: sayso add {name} --as {self.instead_of}"
            )
        return ""


def same_text(db: Database, imported: Imported) -> int | None:
    """Return the id of the article, not in the bin, whose newest text is that of ``imported``; None where none is."""
    return _newest(db, _NEWEST_TEXT, _digest(imported))


def is_new(db: Database, imported: Imported, new: bool) -> bool:
    """Return whether no article has the text of ``imported``, nor, unless it is ``new`` anyway, its address or file."""
    digest = _digest(imported)
    if same_text(db, imported) is not None or _newest(db, _NEWEST_TEXT, digest, binned=True) is not None:
        return False
    return new or (_at_its_place(db, imported) is None and _newest(db, _ANY_TEXT, digest) is None)


def look_ahead(
    db: Database, imported: Imported, known_as: Article | None, new: bool
) -> Callable[[Progress], "Places"] | None:
    """Return what works out, outside any transaction, what `add` needs to know of the annotations of the article
    whose next text ``imported`` is, by what is there now; None where it is none's."""
    there = known_as.id if known_as is not None else None if new else _at_its_place(db, imported)
    if there is None or (known_as is None and is_another(_text(db, there), str(imported.document.text))):
        return None
    return revisions.look_ahead(db, there, imported)


def add(
    db: Database,
    imported: Imported,
    known_as: Article | None,
    new: bool,
    origin: Origin,
    ahead: "Places | None" = None,
) -> tuple[int, Outcome]:
    """Add ``imported`` in the caller's transaction; return the article's id and what was made of it."""
    digest = _digest(imported)
    if known_as is not None:
        return known_as.id, _added_to(db, known_as.id, imported, digest, origin, ahead)
    same = same_text(db, imported)
    if same is not None:
        return same, Outcome("known")
    binned = _newest(db, _NEWEST_TEXT, digest, binned=True)
    if binned is not None:
        take_out(db, binned, origin=origin)
        return binned, Outcome("known", restored=True)
    there = None if new else _at_its_place(db, imported)
    if there is not None and not is_another(_text(db, there), str(imported.document.text)):
        earlier = _number(db, there, digest)
        # In the same file it was put back; another one, or an export, is a copy that somebody has kept.
        if earlier and (imported.export_of or _is_another_file(db, there, imported.path)):
            return there, Outcome("known", earlier=earlier)
        return there, _added_to(db, there, imported, digest, origin, ahead)
    known = None if new else _newest(db, _ANY_TEXT, digest)
    if known is not None:
        return known, Outcome("known", earlier=_number(db, known, digest))
    article_id = insert(db, imported, digest)
    make_article(db, article_id, "add", None, state_of(db, article_id), origin=origin)
    return article_id, Outcome("new", instead_of=there)


def _added_to(
    db: Database, article_id: int, imported: Imported, digest: str, origin: Origin, ahead: "Places | None"
) -> Outcome:
    before = state_of(db, article_id)
    take_out(db, article_id, origin=origin)
    restored = before.deleted is not None
    if before.text_sha256 == digest:
        return Outcome("known", restored)
    return Outcome("revised", restored, revise(db, article_id, imported, digest, origin=origin, ahead=ahead))


def _digest(imported: Imported) -> str:
    return sha256(str(imported.document.text).encode()).hexdigest()


def _at_its_place(db: Database, imported: Imported) -> int | None:
    """The article that ``imported`` is an export of, else the one from its address, else the one from its file."""
    found = _newest(db, _ANY_TEXT, imported.export_of) if imported.export_of else None
    address = url_key(imported.metadata.url)
    if found is None and address:
        found = _newest(db, "url_key = ?", address)
    if found is None and imported.path is not None:
        found = _newest(db, "articles.path = ?", storable(imported.path))
    return found


def _newest(db: Database, where: str, value: str, *, binned: bool = False) -> int | None:
    row = db.execute(
        f"""SELECT articles.id FROM articles JOIN revisions ON revisions.id = articles.revision
        WHERE {where} AND deleted IS {"NOT " if binned else ""}NULL ORDER BY articles.id DESC LIMIT 1""",
        [value],
    ).fetchone()
    return None if row is None else int(row[0])


def _is_another_file(db: Database, article_id: int, path: str | None) -> bool:
    (before,) = db.execute("SELECT path FROM articles WHERE id = ?", [article_id]).fetchone()
    return path is not None and before is not None and storable(path) != before


def _number(db: Database, article_id: int, digest: str) -> int:
    """Which of the article's revisions has that text, the last of several; 0 where none has."""
    where = "article = ? AND text_sha256 = ?"
    row = db.execute(f"SELECT max(number) FROM revisions WHERE {where}", [article_id, digest]).fetchone()
    return int(row[0] or 0)


def _text(db: Database, article_id: int) -> str:
    row = db.execute(
        "SELECT text FROM revisions JOIN articles ON articles.revision = revisions.id WHERE articles.id = ?",
        [article_id],
    ).fetchone()
    return str(row[0])

"""The bin: articles and annotations that were deleted lie in it until they are taken out, or deleted for good."""

import json
from collections.abc import Callable, Iterable, Sequence

from sqlite_utils import Database

from claims.model import Spans
from store.annotations import Annotation, Kind, Role
from store.article import Article
from store.errors import SaysoError
from store.keeping.annotation_rows import find, find_deleted, live
from store.keeping.binned import ALL, DELETED, Binned, in_bin
from store.keeping.change import Action, Origin
from store.keeping.changes import make, make_article, state_of
from store.keeping.connection import Connection, now, storable
from store.keeping.drafts import discard
from store.keeping.interrupting import interruptible
from store.keeping.naming import whole_uid
from store.keeping.placing import placed
from store.keeping.purging import Purged, purge
from store.keys import title_key
from store.pairing import overlap
from store.quoting import quoted
from store.safety import label
from store.searching.indexing import everything_of, indexed

_CANDIDATES = 5


class NotInBinError(SaysoError):
    """Nothing in the bin has that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"nothing in the bin is “{label(name)}”; sayso bin shows what is there")


class AmbiguousInBinError(SaysoError):
    """Several articles in the bin have those words in their titles."""

    def __init__(self, name: str, found: "Sequence[Binned]") -> None:
        shown = [f"{one.article} {quoted(one.title)}" for one in found[:_CANDIDATES]]
        listed = ", ".join(shown) + (" and more" if len(found) > _CANDIDATES else "")
        super().__init__(f"several articles in the bin match “{label(name)}”; give the number of one: {listed}")


class NotScrubbedError(SaysoError):
    """What was deleted for good has gone from the library, but not from the unused bytes of its file."""

    def __init__(self, why: str) -> None:
        super().__init__(
            "what was deleted is gone from the library, but some of it may still be in unused bytes of the file: "
            f"{why} sayso bin purge --all sees to it"
        )


class StandsAlreadyError(SaysoError):
    """What is to be taken out of the bin is on words that the same is on by now."""

    def __init__(self, words: str, kind: Kind) -> None:
        what = "claim" if kind == "claim" else "highlight"
        super().__init__(f"there is a {what} on {quoted(words, 60)} by now; delete that first, then take this out")


class Bin:
    """What was deleted, and how it comes back or goes for good."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def contents(self, limit: int | None = None, *, undone: bool = False) -> Sequence[Binned]:
        """Return what was deleted, at most ``limit``, the last to be deleted first.

        With ``undone`` also what is there only because the change that made it was undone.
        """
        with self._connection.reading() as db:
            return in_bin(db, "", "" if undone else DELETED, limit=ALL if limit is None else limit)

    def find(self, name: str) -> Binned:
        """Return what in the bin a person names: by its uid, or an article by its number or a part of its title.

        Of a uid the beginning is enough. Raises NotInBinError, AmbiguousInBinError and AmbiguousUidError.
        """
        wanted = storable(title_key(name))
        with self._connection.reading() as db:
            found = _named(db, storable(name.strip()))
            for where in ("title_key = ?", "instr(title_key, ?)"):
                if not found and wanted:
                    found = in_bin(db, f"AND {where}", "AND FALSE", wanted, limit=_CANDIDATES + 1)
            if not found:
                found = _named(db, whole_uid(db, name))
        if not found:
            raise NotInBinError(name)
        if len(found) > 1:
            raise AmbiguousInBinError(name, found)
        return found[0]

    def put(self, article: Article, *, origin: Origin = "reader") -> None:
        """Put an article into the bin, with all that is on it; one that is there, or nowhere any more, stays so."""
        with self._connection.writing() as db:
            put_away(db, article.id, origin=origin)

    def restore(self, uid: str, *, origin: Origin = "reader") -> Binned:
        """Take something out of the bin, an annotation together with its article, and return what it was.

        An annotation is given its place in the newest text. Raises NotInBinError, and StandsAlreadyError where another
        is on its words by now.
        """
        with self._connection.writing() as db:
            found = _named(db, uid)
            if not found:
                raise NotInBinError(uid)
            (binned,) = found
            take_out(db, binned.article, origin=origin)
            annotation = find_deleted(db, uid)
            if annotation is not None:
                annotation = _placed(db, annotation)
                _refuse_double(annotation, live(db, binned.article))
                make(db, binned.article, "restore", None, annotation, origin=origin)
        return binned

    def put_again(self, binned: Binned, *, origin: Origin = "reader") -> None:
        """Put what was taken out of the bin in again; what is there, or nowhere any more, stays so."""
        with self._connection.writing() as db:
            if binned.kind == "article":
                put_away(db, binned.article, origin=origin)
            elif (annotation := find(db, binned.uid)) is not None:
                discard(db, binned.uid)
                make(db, binned.article, "delete", annotation, None, origin=origin)

    def purge(
        self, uids: Iterable[str], *, origin: Origin = "reader", told: Callable[[], None] = lambda: None
    ) -> Purged:
        """Delete for good what of ``uids`` is in the bin, articles with all that is on them.

        Nothing of it is left, neither in the history nor in the bytes of the file, but that something with its uid
        was deleted for good. Raises NotScrubbedError where it has gone from the library alone: the next call, of
        nothing too, sees to the bytes. ``told`` is called now and then while it takes its time.
        """
        uids = tuple(uids)
        try:
            with self._connection.writing() as db, interruptible(db.conn, told):
                purged = purge(db, uids, origin=origin)
        except KeyboardInterrupt as error:
            # While SQLite writes, Python does not hear of it: then it comes too late.
            if not self._has_purged(uids):
                raise
            raise NotScrubbedError("that was interrupted;") from error
        try:
            self._connection.scrub(told)
        except KeyboardInterrupt as error:
            raise NotScrubbedError("that was interrupted;") from error
        except SaysoError as error:
            raise NotScrubbedError(f"{error}; after that,") from error
        return purged

    def _has_purged(self, uids: Sequence[str]) -> bool:
        query = "SELECT 1 FROM history WHERE action = 'purge' AND uid IN (SELECT value FROM json_each(?)) LIMIT 1"
        with self._connection.reading() as db:
            return db.execute(query, [json.dumps(uids)]).fetchone() is not None


def put_away(db: Database, article_id: int, *, origin: Origin) -> None:
    """Put an article into the bin, in the caller's transaction; one that is there, or nowhere, stays so."""
    _set_deleted(db, article_id, now(), origin)


def take_out(db: Database, article_id: int, *, origin: Origin) -> None:
    """Take an article out of the bin, in the caller's transaction; one that is not there stays where it is."""
    _set_deleted(db, article_id, None, origin)


def _set_deleted(db: Database, article_id: int, since: str | None, origin: Origin) -> None:
    here = db.execute("SELECT deleted IS NOT NULL FROM articles WHERE id = ?", [article_id]).fetchone()
    if here is None or bool(here[0]) == (since is not None):
        return
    before = state_of(db, article_id)
    with indexed(db, *everything_of(article_id)):
        db.execute("UPDATE articles SET deleted = ? WHERE id = ?", [since, article_id])
    action: Action = "restore" if since is None else "delete"
    make_article(db, article_id, action, before, state_of(db, article_id), origin=origin)


def _placed(db: Database, annotation: Annotation) -> Annotation:
    """What had no sure place may have one in a text that came meanwhile; `make` sees to what had."""
    return placed(db, annotation) if annotation.place != "sure" else annotation


def _refuse_double(annotation: Annotation, there: Iterable[Annotation]) -> None:
    """Two claims that a reader marked may lie one in the other; what an engine found is never there twice."""
    if annotation.place != "sure":
        return
    for one in there:
        if one.kind == annotation.kind and one.place == "sure" and one.revision == annotation.revision:
            role: Role = "content" if one.kind == "claim" else "passage"
            mine, theirs = annotation.spans(role), one.spans(role)
            marked = one.kind == "passage" or annotation.by_hand or one.by_hand
            if mine == theirs or (not marked and overlap(mine, theirs) == min(map(_length, (mine, theirs)))):
                raise StandsAlreadyError(one.words, one.kind)


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _named(db: Database, name: str) -> Sequence[Binned]:
    found = in_bin(db, "AND uid = ?", "AND n.uid = ?", name, name, limit=1)
    if not found and name.isascii() and name.isdecimal():
        found = in_bin(db, "AND CAST(id AS TEXT) = ?", "AND FALSE", name, limit=1)
    return found

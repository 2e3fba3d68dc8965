"""The reader's annotations, kept: every change at once durable, remembered in the history and counted."""

from dataclasses import replace

from sqlite_utils import Database

from store.annotations import Annotation
from store.errors import SaysoError
from store.keeping import changes
from store.keeping.annotation_rows import find, live
from store.keeping.change import Origin
from store.keeping.connection import Connection, now, storable
from store.keeping.drafts import discard, refuse
from store.rebasing import counterpart, rebased
from store.safety import label


class UnknownAnnotationError(SaysoError):
    """No annotation has that identifier, or it is deleted."""

    def __init__(self, uid: str) -> None:
        super().__init__(f"no annotation {label(uid)} is in the library")


class StaleEditError(SaysoError):
    """What was changed is not what is kept any more. ``mine`` lies among the drafts; ``theirs`` is None if deleted."""

    def __init__(self, mine: Annotation, theirs: Annotation | None) -> None:
        done = "changed" if theirs else "deleted"
        super().__init__(f"this {mine.kind} was {done} elsewhere meanwhile; both versions are kept")
        self.mine = mine
        self.theirs = theirs


class Annotations:
    """The annotations of all articles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, article_id: int) -> list[Annotation]:
        """Return the article's annotations that have a sure place in its newest text, in text order."""
        with self._connection.reading() as db:
            return [annotation for annotation in live(db, article_id) if annotation.place == "sure"]

    def unplaced(self, article_id: int | None = None) -> list[Annotation]:
        """Return the annotations whose place in the newest text is not known or not sure, of one article or of all.

        Those of articles in the bin are none of all.
        """
        with self._connection.reading() as db:
            articles = [article_id] if article_id is not None else _with_unplaced(db)
            return [annotation for one in articles for annotation in live(db, one) if annotation.place != "sure"]

    def reworded(self, article_id: int | None = None) -> list[Annotation]:
        """Return the annotations that stand on other words than they were made on, of one article or of all.

        Those of articles in the bin are none of all.
        """
        with self._connection.reading() as db:
            articles = [article_id] if article_id is not None else _with_reworded(db)
            return [one for article in articles for one in live(db, article) if one.reworded]

    def get(self, uid: str) -> Annotation:
        """Return one annotation. Raises `UnknownAnnotationError`."""
        with self._connection.reading() as db:
            return _existing(db, uid)

    def tags(self) -> list[str]:
        """Return every tag that an annotation bears, by the alphabet."""
        with self._connection.reading() as db:
            rows = db.execute(
                """SELECT name FROM tags WHERE EXISTS (
                    SELECT 1 FROM annotation_tags JOIN annotations ON uid = annotation
                    WHERE tag = tags.id AND deleted IS NULL
                )"""
            ).fetchall()
        return sorted((name for (name,) in rows), key=lambda name: (name.casefold(), name))

    def save(self, annotation: Annotation, *, origin: Origin = "reader") -> Annotation:
        """Keep ``annotation`` in the place of the one with its uid, and return it as kept, with its times and counter.

        Nothing is written where nothing changed; one that is `Annotation.empty` goes. Its draft goes in any case.
        Raises `StaleEditError` where the one that is kept is not the one that was changed; one without a counter is
        new, and may come in the place of a deleted one.
        """
        annotation = _tidy(annotation)
        with self._connection.writing() as db:
            theirs = find(db, annotation.uid)
            rev = theirs.rev if theirs else 0
            if rev == annotation.rev or (theirs is not None and _dated(annotation, theirs) == theirs):
                return _keep(db, theirs, annotation, origin)
            refuse(db, annotation)
        raise StaleEditError(annotation, theirs)

    def apply(self, before: Annotation, after: Annotation, *, origin: Origin = "reader") -> Annotation:
        """Keep what was changed from ``before`` to ``after``, and return the annotation as kept.

        Only that: what was changed meanwhile on the same annotation, or on another of the same claim, stays, and it
        may be that one's uid under which the change is kept. Raises `StaleEditError` where both changed the same
        thing differently, or it was deleted; one without a counter is new.
        """
        before, after = _tidy(before), _tidy(after)
        with self._connection.writing() as db:
            theirs = counterpart(after, live(db, after.article))
            if theirs is None and before.rev == 0:
                return _keep(db, None, after, origin)
            mine = rebased(before, after, theirs) if theirs else None
            if mine is not None:
                return _keep(db, theirs, mine, origin)
            refuse(db, after)
        raise StaleEditError(after, theirs)

    def delete(self, uid: str, *, origin: Origin = "reader") -> None:
        """Delete an annotation and its draft; the history keeps it. Raises `UnknownAnnotationError`."""
        with self._connection.writing() as db:
            before = _existing(db, uid)
            discard(db, uid)
            changes.make(db, before.article, "delete", before, None, origin=origin)


def _keep(db: Database, before: Annotation | None, after: Annotation, origin: Origin) -> Annotation:
    discard(db, after.uid)
    after = _dated(after, before)
    if after.empty:
        if before is not None:
            changes.make(db, after.article, "delete", before, None, origin=origin)
        return after
    if after == before:
        return before
    after = replace(after, modified=now())
    made = changes.make(db, after.article, "change" if before else "add", before, after, origin=origin)
    assert made.after is not None
    return made.after


def _with_unplaced(db: Database) -> list[int]:
    rows = db.execute(
        """SELECT DISTINCT article FROM annotations JOIN articles ON articles.id = article
        WHERE place != 'sure' AND annotations.deleted IS NULL AND articles.deleted IS NULL ORDER BY article"""
    )
    return [article for (article,) in rows.fetchall()]


def _with_reworded(db: Database) -> list[int]:
    rows = db.execute(
        """SELECT DISTINCT article FROM annotations JOIN articles ON articles.id = article
        WHERE was != '' AND annotations.deleted IS NULL AND articles.deleted IS NULL ORDER BY article"""
    )
    return [article for (article,) in rows.fetchall()]


def _dated(annotation: Annotation, before: Annotation | None) -> Annotation:
    """``annotation`` with the times of the one before it, or of a new one."""
    if before is not None:
        return replace(annotation, created=before.created, modified=before.modified)
    at = now()
    return replace(annotation, created=annotation.created or at, modified=at)


def _existing(db: Database, uid: str) -> Annotation:
    found = find(db, uid)
    if found is None:
        raise UnknownAnnotationError(uid)
    return found


def _tidy(annotation: Annotation) -> Annotation:
    """The annotation as it can be stored: each tag one line and there once."""
    tags = (label(tag) for tag in annotation.tags)
    return replace(
        annotation,
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        note=storable(annotation.note),
        reason=storable(annotation.reason),
        speaker=storable(annotation.speaker) if annotation.speaker else annotation.speaker,
    )

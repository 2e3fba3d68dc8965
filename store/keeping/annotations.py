"""The reader's annotations, kept: every change at once durable, remembered in the history and counted."""

from dataclasses import replace

from sqlite_utils import Database

from store.annotations import Annotation
from store.errors import SaysoError
from store.keeping import changes
from store.keeping.annotation_rows import find, live
from store.keeping.connection import Connection, now, storable
from store.keeping.drafts import discard
from store.safety import label


class UnknownAnnotationError(SaysoError):
    """No annotation has that identifier, or it is deleted."""

    def __init__(self, uid: str) -> None:
        super().__init__(f"no annotation {label(uid)} is in the library")


class Annotations:
    """The annotations of all articles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, article_id: int) -> list[Annotation]:
        """Return the article's annotations, in text order."""
        with self._connection.reading() as db:
            return live(db, article_id)

    def get(self, uid: str) -> Annotation:
        """Return one annotation. Raises `UnknownAnnotationError`."""
        with self._connection.reading() as db:
            return _existing(db, uid)

    def tags(self) -> list[str]:
        """Return every tag that an annotation bears, by the alphabet."""
        with self._connection.reading() as db:
            rows = db.execute(
                """SELECT DISTINCT name FROM tags JOIN annotation_tags ON tag = tags.id
                JOIN annotations ON uid = annotation WHERE deleted IS NULL"""
            ).fetchall()
        return sorted((name for (name,) in rows), key=lambda name: (name.casefold(), name))

    def save(self, annotation: Annotation) -> Annotation:
        """Keep ``annotation`` in the place of the one with its uid, and return it as kept, with its times.

        Nothing is written where nothing changed; one that is `Annotation.empty` goes. Its draft goes in any case.
        """
        annotation = _tidy(annotation)
        with self._connection.writing() as db:
            discard(db, annotation.uid)
            before = find(db, annotation.uid)
            at = now()
            created = before.created if before else annotation.created or at
            modified = before.modified if before else at
            after = replace(annotation, created=created, modified=modified)
            if after.empty:
                if before is not None:
                    changes.make(db, annotation.article, "delete", before, None)
            elif after != before:
                after = replace(after, modified=at)
                changes.make(db, annotation.article, "change" if before else "add", before, after)
            return after

    def delete(self, uid: str) -> None:
        """Delete an annotation and its draft; the history keeps it. Raises `UnknownAnnotationError`."""
        with self._connection.writing() as db:
            before = _existing(db, uid)
            discard(db, uid)
            changes.make(db, before.article, "delete", before, None)


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

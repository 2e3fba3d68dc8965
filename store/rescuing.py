"""What is on the screen and cannot be saved in the library, into a library of its own that can be merged later."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlite_utils import Database

from claims.model import Reading
from store.annotations import Annotation
from store.article import Article, Imported, Metadata
from store.document import Document
from store.errors import SaysoError
from store.keeping import changes, driver
from store.keeping.articles import Articles
from store.keeping.connection import Connection, now
from store.keeping.drafts import Drafts
from store.keeping.readings import Readings
from store.safety import label


class RescueError(SaysoError):
    """What was to be rescued cannot be written there."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """One article as it is on the screen.

    ``imported`` is what it came as and ``article`` what the library knew of it, as far as each is known. Of the
    ``annotations`` those in ``unsaved`` were changed since they were saved, by their uids; ``deleted`` were there and
    are to go; ``drafts`` were being typed.
    """

    document: Document
    metadata: Metadata
    imported: Imported | None
    article: Article | None
    reading: Reading | None
    annotations: Sequence[Annotation]
    unsaved: frozenset[str]
    deleted: Sequence[Annotation]
    drafts: Sequence[Annotation]


def write_rescue(path: Path, rescue: Rescue, library: Path | None = None) -> None:
    """Write ``rescue`` to a new library at ``path``; on any error nothing stays there. Raises SaysoError.

    The annotations keep their identifiers, and those that were saved their times. It is encrypted if the ``library``
    that it is rescued from was, with the same passphrase.
    """
    if path.exists():
        raise RescueError(f"{label(str(path))} exists already; choose another name")
    try:
        connection = Connection(path, key=driver.last_key_of(library) if library is not None else None)
        try:
            _fill(connection, rescue)
        finally:
            connection.close()
    except BaseException:
        for left in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            left.unlink(missing_ok=True)
        raise


def _fill(connection: Connection, rescue: Rescue) -> None:
    Articles(connection).add(rescue.imported or _as_it_came(rescue))
    (summary,) = Articles(connection).list()
    article = summary.article
    if rescue.reading is not None:
        Readings(connection).keep(article, rescue.reading)
    with connection.writing() as db:
        for annotation in rescue.annotations:
            _put(db, article, annotation, modified=now() if annotation.uid in rescue.unsaved else annotation.modified)
        for annotation in rescue.deleted:
            gone = _put(db, article, annotation, modified=annotation.modified)
            changes.make(db, article.id, "delete", gone, None, origin="reader")
    for draft in rescue.drafts:
        Drafts(connection).keep(_of(article, draft))


def _put(db: Database, article: Article, annotation: Annotation, *, modified: str) -> Annotation:
    there = replace(_of(article, annotation), created=annotation.created or modified, modified=modified)
    changes.make(db, article.id, "add", None, there, origin="reader")
    return there


def _of(article: Article, annotation: Annotation) -> Annotation:
    """``annotation`` as one of the only text of ``article``."""
    return replace(annotation, article=article.id, revision=article.number, rev=0)


def _as_it_came(rescue: Rescue) -> Imported:
    """The article as a file of its text alone: what it was written in only the library knows."""
    known = rescue.article
    return Imported(
        document=rescue.document,
        metadata=rescue.metadata,
        source=str(rescue.document.text),
        format="plain",
        file_sha256=known.file_sha256 if known else "",
        path=known.path if known else None,
    )

"""What is being typed and not yet saved, so that it outlives the program."""

import os
from dataclasses import dataclass

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.connection import Connection, now


@dataclass(frozen=True, slots=True)
class Draft:
    """An annotation with its note as typed so far, and when that was kept, ISO 8601 in UTC."""

    annotation: Annotation
    at: str


def discard(db: Database, uid: str) -> None:
    """Forget the draft of an annotation, if there is one, inside the caller's transaction."""
    db.table("drafts").delete_where("uid = ?", [uid])


class Drafts:
    """At most one draft an annotation."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, annotation: Annotation) -> None:
        """Keep the annotation as typed so far, in the place of its draft from before."""
        row = {
            "uid": annotation.uid,
            "article": annotation.article,
            "annotation": snapshot.dump(annotation),
            "at": now(),
            "writer": os.getpid(),
        }
        with self._connection.writing() as db:
            db.table("drafts").upsert(row, pk="uid")

    def drop(self, uid: str) -> None:
        """Forget the draft of an annotation; one that is not there is forgotten already."""
        with self._connection.writing() as db:
            discard(db, uid)

    def of(self, article_id: int) -> list[Draft]:
        """Return the article's drafts, the oldest first."""
        return [draft for draft, _ in self._rows(article_id)]

    def left(self, article_id: int) -> list[Draft]:
        """Return those drafts of the article that no other running program is writing at, the oldest first."""
        return [draft for draft, writer in self._rows(article_id) if writer == os.getpid() or not _runs(writer)]

    def _rows(self, article_id: int) -> list[tuple[Draft, int]]:
        with self._connection.reading() as db:
            rows = list(db.table("drafts").rows_where("article = ?", [article_id], order_by="at, uid"))
        return [(Draft(snapshot.load(row["annotation"]), row["at"]), row["writer"]) for row in rows]


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

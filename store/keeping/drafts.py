"""What is being typed and not yet saved, so that it outlives the program, and what could not be saved."""

from dataclasses import dataclass, replace
from typing import Literal

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.connection import Connection, now
from store.keeping.writer import is_running, this_program

DraftKind = Literal["typing", "refused"]


@dataclass(frozen=True, slots=True)
class Draft:
    """An annotation with its note as typed so far, and when that was kept, ISO 8601 in UTC.

    The annotation's counter is that of the one that was being changed. A ``refused`` draft is the version of a change
    that could not be kept, since another had been made meanwhile.
    """

    annotation: Annotation
    at: str
    kind: DraftKind = "typing"


def discard(db: Database, uid: str) -> None:
    """Forget the draft of an annotation, if there is one, inside the caller's transaction."""
    db.execute("DELETE FROM drafts WHERE uid = ?", [uid])


def refuse(db: Database, annotation: Annotation) -> None:
    """Keep a change that is refused as a draft, in the place of what was typed, inside the caller's transaction."""
    _keep(db, annotation, "refused")


class Drafts:
    """At most one draft an annotation."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, annotation: Annotation) -> None:
        """Keep the annotation as typed so far, in the place of its draft from before."""
        with self._connection.writing() as db:
            _keep(db, annotation, "typing")

    def drop(self, uid: str) -> None:
        """Forget the draft of an annotation; one that is not there is forgotten already."""
        with self._connection.writing() as db:
            discard(db, uid)

    def of(self, article_id: int) -> list[Draft]:
        """Return the article's drafts, the oldest first."""
        return [draft for draft, _ in self._rows("WHERE article = ?", article_id)]

    def left(self, article_id: int) -> list[Draft]:
        """Return those drafts of the article that no other running program is writing at, the oldest first."""
        return _left(self._rows("WHERE article = ?", article_id))

    def left_anywhere(self) -> list[Draft]:
        """Return those drafts of all articles that no other running program is writing at, the oldest first."""
        return _left(self._rows())

    def _rows(self, where: str = "", *values: int) -> list[tuple[Draft, str]]:
        with self._connection.reading() as db:
            rows = list(
                db.query(f"SELECT annotation, base, at, kind, writer FROM drafts {where} ORDER BY at, uid", values)
            )
        return [
            (Draft(replace(snapshot.load(row["annotation"]), rev=row["base"]), row["at"], row["kind"]), row["writer"])
            for row in rows
        ]


def _left(drafts: list[tuple[Draft, str]]) -> list[Draft]:
    here = this_program()
    return [draft for draft, writer in drafts if writer == here or not is_running(writer)]


def _keep(db: Database, annotation: Annotation, kind: DraftKind) -> None:
    db.execute(
        """INSERT OR REPLACE INTO drafts (uid, article, annotation, base, at, writer, kind)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        [
            annotation.uid,
            annotation.article,
            snapshot.dump(annotation),
            annotation.rev,
            now(),
            this_program(),
            kind,
        ],
    )

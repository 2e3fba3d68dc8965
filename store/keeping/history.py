"""Everything that happened, in order. Undo and redo are worked out of it, so a restart ends neither."""

from typing import Any

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.annotation_rows import live
from store.keeping.change import ArticleChange, Change
from store.keeping.changes import article_change_of, change_of
from store.keeping.connection import Connection, storable
from store.keeping.turning import as_one, do_again, take_back, to_redo, to_undo


class History:
    """The changes to each article and its annotations; only ever added to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, article_id: int) -> list[Change]:
        """Return all changes to the article's annotations, the oldest first."""
        return [change for change in self.log(article_id) if isinstance(change, Change)]

    def log(self, article_id: int) -> list[Change | ArticleChange]:
        """Return all that happened to the article and to its annotations, the oldest first."""
        with self._connection.reading() as db:
            rows = db.query("SELECT * FROM history WHERE article = ? ORDER BY id", [article_id])
            return [_told(row) for row in rows]

    def of_annotation(self, uid: str) -> list[Change]:
        """Return all changes to one annotation, the oldest first; none where there never was one."""
        with self._connection.reading() as db:
            rows = db.query("SELECT * FROM history WHERE uid = ? AND subject = 'annotation' ORDER BY id", [uid])
            return [change_of(row) for row in rows]

    def named(self, uid: str) -> list[Change | ArticleChange]:
        """Return all changes to the annotation, or to the article itself, with that uid, the oldest first.

        Of what was deleted for good that is the one that says so.
        """
        with self._connection.reading() as db:
            rows = db.query("SELECT * FROM history WHERE uid = ? ORDER BY id", [storable(uid)])
            return [_told(row) for row in rows]

    def latest(self, article_id: int) -> int:
        """Return the id of the last change to the article and its annotations, 0 before any."""
        with self._connection.reading() as db:
            latest: int | None = db.execute("SELECT max(id) FROM history WHERE article = ?", [article_id]).fetchone()[0]
        return latest or 0

    def last(self, article_id: int) -> tuple[int, str]:
        """Return the id and the key of the last change to the article and its annotations; 0 and '' before any."""
        with self._connection.reading() as db:
            last = "SELECT id, key FROM history WHERE article = ? ORDER BY id DESC LIMIT 1"
            found: tuple[int, str] | None = db.execute(last, [article_id]).fetchone()
        return found or (0, "")

    def touched_since(self, article_id: int, last: tuple[int, str]) -> frozenset[str] | None:
        """Return the uids of the annotations that changes were about which came after the `last` one.

        None where that is no longer remembered, such as after a backup was put back, and where the article itself was
        changed.
        """
        with self._connection.reading() as db:
            known = db.execute("SELECT key FROM history WHERE id = ?", [last[0]]).fetchone()
            since = "SELECT uid, subject FROM history WHERE article = ? AND id > ?"
            rows = db.execute(since, [article_id, last[0]]).fetchall()
        if known != (last[1],) or any(subject != "annotation" for _, subject in rows):
            return None
        return frozenset(uid for uid, _ in rows)

    def undone_next(self, article_id: int) -> Change | None:
        """Return the change that `undo` would take back, those made as one with it `Change.along`; None for none."""
        with self._connection.reading() as db:
            return as_one(to_undo(db, article_id))

    def redone_next(self, article_id: int) -> Change | None:
        """Return the change that `redo` would make again; None for none."""
        with self._connection.reading() as db:
            return as_one(to_redo(db, article_id))

    def is_elsewhere(self, change: Change) -> bool:
        """Whether a change was made by another window or program while this library was open, or by any script."""
        return change.origin == "script" or self._connection.made_elsewhere(change.id)

    def last_made(self) -> int:
        """Return the id of the last change that was made by way of this library, to any article; 0 before any."""
        return self._connection.last_made()

    def undo(self, article_id: int, only: int | None = None) -> Change | None:
        """Take back the article's last change that stands; None where there is none. Returns what was done for it.

        Of several that were made as one all that stand, the others `Change.along` with the first. Only what a change
        changed goes back to what it was; all else stays as it is by now. ``only`` is the id of the change that is
        meant: nothing is done where another is the last by now.
        """
        with self._connection.writing() as db:
            last = to_undo(db, article_id)
            return take_back(db, article_id, last if only in (None, *(one.id for one in last)) else [])

    def redo(self, article_id: int, only: int | None = None) -> Change | None:
        """Make the change again that was last undone; None where there is none, or the reader has since moved on.

        ``only`` is the id of the change that is meant.
        """
        with self._connection.writing() as db:
            last = to_redo(db, article_id)
            last = last if only in (None, *(one.id for one in last)) else []
            return do_again(db, article_id, last)

    def at_revision(self, article_id: int, number: int) -> list[Annotation]:
        """Return the annotations that stood in the text ``number`` of the article, as they were when the next came.

        Those of the newest text are as they are now.
        """
        with self._connection.reading() as db:
            end = _end_of(db, article_id, number)
            annotations = live(db, article_id) if end is None else _before(db, article_id, end)
        placed_there = (a for a in annotations if a.place == "sure" and a.revision == number)
        return sorted(placed_there, key=lambda annotation: (annotation.span, annotation.uid))


def _told(row: dict[str, Any]) -> Change | ArticleChange:
    return change_of(row) if row["subject"] == "annotation" else article_change_of(row)


def _end_of(db: Database, article_id: int, number: int) -> int | None:
    """The id of the row by which the text ``number`` was followed by the next; None while it is the newest."""
    where = "article = ? AND action = 'revise' AND origin != 'import'"
    rows = db.query(f"SELECT * FROM history WHERE {where} ORDER BY id", [article_id])
    for row in rows:
        after = article_change_of(row).after
        if after is not None and after.number == number + 1:
            return int(row["id"])
    return None


def _before(db: Database, article_id: int, row_id: int) -> list[Annotation]:
    """The article's annotations as they were before a row of the history."""
    rows = db.execute(
        """SELECT after FROM history WHERE after IS NOT NULL AND id IN (
            SELECT max(id) FROM history
            WHERE article = ? AND id < ? AND subject = 'annotation' AND origin != 'import' GROUP BY uid
        )""",
        [article_id, row_id],
    ).fetchall()
    return [snapshot.load(after) for (after,) in rows]

"""Everything that happened, in order. Undo and redo are worked out of it, so a restart ends neither."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.annotation_rows import find, live
from store.keeping.change import ArticleChange, Change
from store.keeping.changes import article_change_of, change_of, make
from store.keeping.connection import Connection, storable
from store.keeping.drafts import discard
from store.keeping.placing import placed
from store.rebasing import one_by_one

_PLACE = ("selectors", "revision", "place", "proposed", "score")
"""The fields that together say where an annotation stands: one is nothing without the others."""

_LISTS = ("tags", "evidence")
"""Those of which each part may come and go by itself."""

_OTHERS = tuple(f.name for f in fields(Annotation) if f.compare and f.name not in (*_PLACE, *_LISTS))


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

    def undo(self, article_id: int) -> Change | None:
        """Take back the article's last change that stands; None where there is none. Returns what was done for it.

        Only what that change changed goes back to what it was; all else stays as it is by now.
        """
        with self._connection.writing() as db:
            last = _to_undo(db, article_id)
            if last is None:
                return None
            discard(db, last.uid)
            before, after = _patched(db, last, last.after, last.before)
            return make(db, article_id, "undo", before, after, origin="reader", target=last.id)

    def redo(self, article_id: int) -> Change | None:
        """Make the change again that was last undone; None where there is none, or the reader has since moved on."""
        with self._connection.writing() as db:
            last = _to_redo(db, article_id)
            if last is None:
                return None
            before, after = _patched(db, last, last.before, last.after)
            return make(db, article_id, "redo", before, after, origin="reader", target=last.id)

    def at_revision(self, article_id: int, number: int) -> list[Annotation]:
        """Return the annotations that stood in the text ``number`` of the article, as they were when the next came.

        Those of the newest text are as they are now.
        """
        with self._connection.reading() as db:
            end = _end_of(db, article_id, number)
            annotations = live(db, article_id) if end is None else _before(db, article_id, end)
        placed_there = (a for a in annotations if a.place == "sure" and a.revision == number)
        return sorted(placed_there, key=lambda annotation: (annotation.span, annotation.uid))


def _newest_first(db: Database, article_id: int) -> Iterator[tuple[int, str, str, int | None]]:
    """What counts for undo and redo, row by row: id, action, uid, target.

    Places given anew and what happened elsewhere before a merge are passed over. The reader and every script share
    one undo.
    """
    yield from db.execute(
        """SELECT id, action, uid, target FROM history
        WHERE article = ? AND subject = 'annotation' AND origin NOT IN ('rule', 'import') ORDER BY id DESC""",
        [article_id],
    )


def _to_undo(db: Database, article_id: int) -> Change | None:
    """The last change that stands, unless the annotation has since been merged: behind that nothing is undone."""
    made: dict[int | None, str] = {}
    barred: set[str] = set()
    for row_id, action, uid, target in _newest_first(db, article_id):
        if action in ("undo", "redo"):
            made.setdefault(target, action)
        elif action in ("merge", "purge"):
            barred.add(uid)
        elif uid not in barred and made.get(row_id) != "undo":
            return _change(db, row_id)
    return None


def _to_redo(db: Database, article_id: int) -> Change | None:
    """The change that the last undo still in force took back, unless there was another change since."""
    seen: set[int | None] = set()
    barred: set[str] = set()
    for _, action, uid, target in _newest_first(db, article_id):
        if action in ("merge", "purge"):
            barred.add(uid)
        elif action not in ("undo", "redo"):
            return None
        elif action == "undo" and target not in seen and uid not in barred:
            return _change(db, target)
        seen.add(target)
    return None


def _told(row: dict[str, Any]) -> Change | ArticleChange:
    return change_of(row) if row["subject"] == "annotation" else article_change_of(row)


def _change(db: Database, row_id: int | None) -> Change:
    return change_of(next(db.query("SELECT * FROM history WHERE id = ?", [row_id])))


def _patched(
    db: Database, change: Change, left: Annotation | None, right: Annotation | None
) -> tuple[Annotation | None, Annotation | None]:
    """The annotation as it is, and with those fields as in ``right`` in which ``left`` and ``right`` differ."""
    current = find(db, change.uid)
    if right is None:
        return current or left, None
    if left is None or current is None:
        after, moved = right, True
    else:
        patch: dict[str, Any] = {f: getattr(right, f) for f in _OTHERS if getattr(left, f) != getattr(right, f)}
        patch |= {f: one_by_one(getattr(left, f), getattr(right, f), getattr(current, f)) for f in _LISTS}
        moved = any(getattr(left, f) != getattr(right, f) for f in _PLACE)
        if moved:
            patch |= {f: getattr(right, f) for f in _PLACE}
        after = replace(current, **patch)
    if moved and after.place != "sure" and _revised_since(db, change):
        after = placed(db, after)
    return current, after


def _revised_since(db: Database, change: Change) -> bool:
    found = db.execute(
        """SELECT 1 FROM history WHERE article = (SELECT article FROM history WHERE id = ?) AND id > ?
        AND action = 'revise' AND origin != 'import' LIMIT 1""",
        [change.id, change.id],
    ).fetchone()
    return found is not None


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

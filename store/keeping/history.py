"""Everything that happened, in order. Undo and redo are worked out of it, so a restart ends neither."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlite_utils import Database

from store.anchors import new_uid
from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.annotation_rows import find, live
from store.keeping.change import ArticleChange, Change
from store.keeping.changes import Step, article_change_of, change_of, make_all
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
            return _as_one(_to_undo(db, article_id))

    def redone_next(self, article_id: int) -> Change | None:
        """Return the change that `redo` would make again; None for none."""
        with self._connection.reading() as db:
            return _as_one(_to_redo(db, article_id))

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
            last = _to_undo(db, article_id)
            return take_back(db, article_id, last if only in (None, *(one.id for one in last)) else [])

    def redo(self, article_id: int, only: int | None = None) -> Change | None:
        """Make the change again that was last undone; None where there is none, or the reader has since moved on.

        ``only`` is the id of the change that is meant.
        """
        with self._connection.writing() as db:
            last = _to_redo(db, article_id)
            last = last if only in (None, *(one.id for one in last)) else []
            steps = [Step("redo", *_patched(db, one, one.before, one.after), one.id) for one in last]
            return _made(db, article_id, steps)

    def at_revision(self, article_id: int, number: int) -> list[Annotation]:
        """Return the annotations that stood in the text ``number`` of the article, as they were when the next came.

        Those of the newest text are as they are now.
        """
        with self._connection.reading() as db:
            end = _end_of(db, article_id, number)
            annotations = live(db, article_id) if end is None else _before(db, article_id, end)
        placed_there = (a for a in annotations if a.place == "sure" and a.revision == number)
        return sorted(placed_there, key=lambda annotation: (annotation.span, annotation.uid))


def take_back(db: Database, article_id: int, undone: Sequence[Change], together: str | None = None) -> Change | None:
    """Take back changes to annotations of an article, each to another, in the caller's transaction.

    Returns the first of what was done for it, the others `along` with it; None where there is nothing to do.
    """
    for one in undone:
        discard(db, one.uid)
    steps = [Step("undo", *_patched(db, one, one.after, one.before), one.id) for one in undone]
    return _made(db, article_id, steps, together)


def _made(db: Database, article_id: int, steps: Sequence[Step], together: str | None = None) -> Change | None:
    if not steps:
        return None
    together = together or (new_uid() if len(steps) > 1 else None)
    first, *others = make_all(db, article_id, steps, origin="reader", together=together)
    return replace(first, along=tuple(others))


def _newest_first(db: Database, article_id: int) -> Iterator[tuple[int, str, str, int | None, str | None]]:
    """What counts for undo and redo, row by row: id, action, uid, target, together.

    Places given anew and what happened elsewhere before a merge are passed over. The reader and every script share
    one undo.
    """
    yield from db.execute(
        """SELECT id, action, uid, target, together FROM history
        WHERE article = ? AND subject = 'annotation' AND origin NOT IN ('rule', 'import') ORDER BY id DESC""",
        [article_id],
    )


def _to_undo(db: Database, article_id: int) -> list[Change]:
    """The last change that stands, with those that were made as one with it.

    None if the annotation has since been merged: behind that nothing is undone.
    """
    made: dict[int | None, str] = {}
    barred: set[str] = set()
    found: list[int] = []
    as_one: str | None = None
    for row_id, action, uid, target, together in _newest_first(db, article_id):
        if found and (as_one is None or together != as_one):
            break
        if action in ("undo", "redo"):
            made.setdefault(target, action)
        elif action in ("merge", "purge"):
            barred.add(uid)
        elif uid not in barred and made.get(row_id) != "undo":
            found.append(row_id)
            as_one = together
    return [_change(db, row_id) for row_id in reversed(found)]


def _to_redo(db: Database, article_id: int) -> list[Change]:
    """The changes that the last undo still in force took back, unless there was another change since."""
    seen: set[int | None] = set()
    barred: set[str] = set()
    found: list[int | None] = []
    as_one: str | None = None
    for _, action, uid, target, together in _newest_first(db, article_id):
        if found and (as_one is None or together != as_one):
            break
        if action in ("merge", "purge"):
            barred.add(uid)
        elif action not in ("undo", "redo"):
            break
        elif action == "undo" and target not in seen and uid not in barred:
            found.append(target)
            as_one = together
        seen.add(target)
    return [_change(db, target) for target in reversed(found)]


def _as_one(changes: list[Change]) -> Change | None:
    return replace(changes[0], along=tuple(changes[1:])) if changes else None


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

"""Taking changes back and making them again, as the history has them. In the caller's transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlite_utils import Database

from store.anchors import new_uid
from store.annotations import PLACE_FIELDS, Annotation
from store.keeping.annotation_rows import find
from store.keeping.change import Change
from store.keeping.changes import Step, change_of, make_all
from store.keeping.drafts import discard
from store.keeping.placing import placed
from store.rebasing import one_by_one

_LISTS = ("tags", "evidence")
"""Those of which each part may come and go by itself."""

_OTHERS = tuple(f.name for f in fields(Annotation) if f.compare and f.name not in (*PLACE_FIELDS, *_LISTS))


def take_back(db: Database, article_id: int, undone: Sequence[Change], together: str | None = None) -> Change | None:
    """Take back changes to annotations of an article, each to another, in the caller's transaction.

    Returns the first of what was done for it, the others `along` with it; None where there is nothing to do.
    """
    for one in undone:
        discard(db, one.uid)
    steps = [Step("undo", *_patched(db, one, one.after, one.before), one.id) for one in undone]
    return _made(db, article_id, steps, together)


def do_again(db: Database, article_id: int, undone: Sequence[Change]) -> Change | None:
    """Make changes again that were taken back, in the same way."""
    steps = [Step("redo", *_patched(db, one, one.before, one.after), one.id) for one in undone]
    return _made(db, article_id, steps)


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


def to_undo(db: Database, article_id: int) -> list[Change]:
    """Return the last change that stands, with those that were made as one with it.

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


def to_redo(db: Database, article_id: int) -> list[Change]:
    """Return the changes that the last undo still in force took back, unless there was another change since."""
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


def as_one(changes: Sequence[Change]) -> Change | None:
    """Return the first of ``changes``, the others `Change.along` with it; None for none."""
    return replace(changes[0], along=tuple(changes[1:])) if changes else None


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
        moved = any(getattr(left, f) != getattr(right, f) for f in PLACE_FIELDS)
        if moved:
            patch |= {f: getattr(right, f) for f in PLACE_FIELDS}
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

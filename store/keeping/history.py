"""Everything that happened to annotations, in order. Undo and redo are worked out of it, so a restart ends neither."""

from typing import Any

from sqlite_utils import Database

from store.keeping import snapshot
from store.keeping.changes import Change, make
from store.keeping.connection import Connection
from store.keeping.drafts import discard


class History:
    """The changes to each article's annotations; only ever added to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, article_id: int) -> list[Change]:
        """Return all changes to the article's annotations, the oldest first."""
        with self._connection.reading() as db:
            return [_change(row) for row in db.table("history").rows_where("article = ?", [article_id], order_by="id")]

    def undo(self, article_id: int) -> Change | None:
        """Take back the article's last change that stands; None where there is none. Returns what was done for it."""
        with self._connection.writing() as db:
            standing, _ = _stacks(db, article_id)
            if not standing:
                return None
            last = _change(db.table("history").get(standing[-1]))
            discard(db, last.uid)
            return make(db, article_id, "undo", before=last.after, after=last.before)

    def redo(self, article_id: int) -> Change | None:
        """Make the change again that was last undone; None where there is none, or the reader has since moved on."""
        with self._connection.writing() as db:
            _, undone = _stacks(db, article_id)
            if not undone:
                return None
            last = _change(db.table("history").get(undone[-1]))
            return make(db, article_id, "redo", before=last.before, after=last.after)


def _stacks(db: Database, article_id: int) -> tuple[list[int], list[int]]:
    """The row ids of the changes that stand and of those that are undone, the next to undo or redo last."""
    standing: list[int] = []
    undone: list[int] = []
    for row in db.table("history").rows_where("article = ?", [article_id], order_by="id", select="id, action"):
        if row["action"] == "undo":
            undone.append(standing.pop())
        elif row["action"] == "redo":
            standing.append(undone.pop())
        else:
            standing.append(row["id"])
            undone.clear()
    return standing, undone


def _change(row: dict[str, Any]) -> Change:
    before, after = row["before"], row["after"]
    return Change(
        id=row["id"],
        at=row["at"],
        action=row["action"],
        uid=row["uid"],
        before=snapshot.load(before) if before else None,
        after=snapshot.load(after) if after else None,
        version=row["version"],
    )

"""One change to one annotation: its row, the row of history that remembers it, and its article's counts."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sqlite_utils import Database

from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.annotation_rows import bury, put
from store.keeping.connection import now
from store.keeping.counts import recount
from store.keeping.readings import newest

Action = Literal["add", "change", "delete", "undo", "redo"]

# The fields that a reader changes, as the reader knows them.
_WORDS = (
    ("note", "note"),
    ("decision", "decision"),
    ("progress", "progress"),
    ("finding", "finding"),
    ("reason", "reason"),
    ("tags", "tags"),
    ("selectors", "place"),
    ("speaker", "speaker"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the annotation ``uid``: None before is that there was none, None after that there is none.

    ``at`` is ISO 8601 in UTC; ``version`` is the program's that made the change.
    """

    id: int
    at: str
    action: Action
    uid: str
    before: Annotation | None
    after: Annotation | None
    version: str

    @property
    def summary(self) -> str:
        """What happened, in a few plain words; of an undo, what was taken back."""
        before, after = (self.after, self.before) if self.action == "undo" else (self.before, self.after)
        subject = after or before
        assert subject is not None
        if before is None and subject.by_hand:
            return "marking a claim"
        untouched = Annotation(
            uid=subject.uid,
            article=subject.article,
            kind=subject.kind,
            selectors=subject.selectors,
            speaker=subject.speaker,
        )
        left, right = before or untouched, after or untouched
        what = ", ".join(word for field, word in _WORDS if getattr(left, field) != getattr(right, field)) or "highlight"
        return f"{'deleting ' if after is None else ''}{what} on a {subject.kind}"


def make(db: Database, article_id: int, action: Action, before: Annotation | None, after: Annotation | None) -> Change:
    """Bring an annotation from ``before`` to ``after``, at most one of them None, in the caller's transaction."""
    at, version = now(), _program_version()
    subject = after or before
    assert subject is not None
    if after is None:
        bury(db, subject.uid, at)
    else:
        put(db, after)
    row = {
        "at": at,
        "article": article_id,
        "uid": subject.uid,
        "action": action,
        "before": snapshot.dump(before) if before else None,
        "after": snapshot.dump(after) if after else None,
        "version": version,
    }
    row_id = db.table("history").insert(row).last_pk
    assert isinstance(row_id, int)
    recount(db, article_id, newest(db, article_id))
    return Change(row_id, at, action, subject.uid, before, after, version)


@cache
def _program_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("sayso")
    except PackageNotFoundError:
        return "unknown"

"""One change to one annotation or article: its row, the row of history that remembers it, and the article's counts."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any, Literal, NamedTuple

from sqlite_utils import Database

from store.anchors import new_uid
from store.annotations import Annotation
from store.keeping import snapshot
from store.keeping.annotation_rows import bury, put_all, revs
from store.keeping.change import Action, ArticleChange, ArticleState, Change, Origin
from store.keeping.connection import now
from store.keeping.counts import recount
from store.keeping.errors import readable
from store.keeping.placing import settled
from store.keeping.readings import newest
from store.searching.indexing import annotations, indexed
from store.version import program_version

_COUNTED = ("selectors", "original", "place", "decision", "progress", "finding", "note", "by_hand", "amended")


class Step(NamedTuple):
    """An annotation as it was and as it is to be, at most one of them None; ``target`` is what is undone or redone."""

    action: Action
    before: Annotation | None
    after: Annotation | None
    target: int | None = None

    @property
    def uid(self) -> str:
        """Of the annotation."""
        subject = self.after or self.before
        assert subject is not None
        return subject.uid


def make(
    db: Database,
    article_id: int,
    action: Action,
    before: Annotation | None,
    after: Annotation | None,
    *,
    origin: Origin,
) -> Change:
    """Bring an annotation from ``before`` to ``after``, at most one of them None, in the caller's transaction.

    One whose sure place is in an earlier text is given its place in the newest first.
    """
    (change,) = make_all(db, article_id, [Step(action, before, after)], origin=origin)
    return change


def make_all(
    db: Database, article_id: int, steps: Sequence[Step], *, origin: Origin, together: str | None = None
) -> list[Change]:
    """Do so with several annotations of one article, each of them another; ``together`` where that is one change."""
    at = now()
    steps = [step._replace(after=settled(db, step.after, step.before) if step.after else None) for step in steps]
    # All at once, since the index takes its time for each change by itself.
    with indexed(db, annotations(step.uid for step in steps)):
        put_all(db, [step.after for step in steps if step.after is not None])
        for step in steps:
            if step.after is None:
                bury(db, step.uid, at)
    counters = revs(db, (step.uid for step in steps))
    made = []
    for action, before, after, target in steps:
        kept = replace(after, rev=counters[after.uid]) if after else None
        subject = kept or before
        assert subject is not None
        made.append(record(db, article_id, action, subject.uid, before, kept, at, origin, target, together))
    if any(_counts(step) for step in steps):
        recount(db, article_id, newest(db, article_id))
    return made


def _counts(step: Step) -> bool:
    """Whether the article may have other numbers for it: not for a tag on each of a great many articles."""
    before, after = step.before, step.after
    return before is None or after is None or any(getattr(before, f) != getattr(after, f) for f in _COUNTED)


def record(
    db: Database,
    article_id: int | None,
    action: Action,
    uid: str,
    before: Annotation | None,
    after: Annotation | None,
    at: str,
    origin: Origin,
    target: int | None = None,
    together: str | None = None,
) -> Change:
    """Append to the history what happened to an annotation; its row, the index and the counts are the caller's.

    ``together`` is the same for all changes that are made as one, a `new_uid` of theirs.
    """
    was, became = (snapshot.dump(state) if state else None for state in (before, after))
    row_id, key = _append(db, at, article_id, uid, action, was, became, "annotation", origin, target, together)
    return Change(row_id, at, action, uid, before, after, program_version(), key, origin, target, together)


def record_purge(
    db: Database,
    article_id: int | None,
    uid: str,
    subject: Literal["annotation", "article"],
    *,
    at: str,
    origin: Origin,
) -> None:
    """Append to the history that something was deleted for good, and nothing of what it was.

    ``article_id`` is the article that an annotation was on, None where that went too.
    """
    _append(db, at, article_id, uid, "purge", None, None, subject, origin, None)


def make_article(
    db: Database,
    article_id: int,
    action: Action,
    before: ArticleState | None,
    after: ArticleState | None,
    *,
    origin: Origin,
) -> int:
    """Append to the history what happened to an article and count the change; return the row's id.

    The article itself, the index and the counts are the caller's. A ``revise`` row goes before those of the places
    that its annotations are given, so that `History.at_revision` can tell what was before.
    """
    db.execute("UPDATE articles SET rev = rev + 1 WHERE id = ?", [article_id])
    (uid,) = db.execute("SELECT uid FROM articles WHERE id = ?", [article_id]).fetchone()
    was, became = (json.dumps(asdict(state)) if state else None for state in (before, after))
    row_id, _ = _append(db, now(), article_id, uid, action, was, became, "article", origin, None)
    return row_id


def state_of(db: Database, article_id: int) -> ArticleState:
    """Return what `make_article` is to remember of the article as it is now."""
    row = db.execute(
        """SELECT articles.title, number, text_sha256, deleted
        FROM articles JOIN revisions ON revisions.id = articles.revision WHERE articles.id = ?""",
        [article_id],
    ).fetchone()
    return ArticleState(*row)


def change_of(row: dict[str, Any]) -> Change:
    """Return the change to an annotation that a row of the history remembers."""
    return Change(**_told(row, snapshot.load), target=row["target"], together=row["together"])


def article_change_of(row: dict[str, Any]) -> ArticleChange:
    """Return the change to an article that a row of the history remembers."""
    with readable():
        return ArticleChange(**_told(row, lambda state: ArticleState(**json.loads(state))))


def _told(row: dict[str, Any], load: Callable[[str], object]) -> dict[str, Any]:
    """What a row tells of a change to whatever it was; ``load`` reads the states."""
    told = {name: row[name] for name in ("id", "at", "action", "uid", "version", "key", "origin")}
    return told | {name: load(row[name]) if row[name] else None for name in ("before", "after")}


def _append(
    db: Database,
    at: str,
    article_id: int | None,
    uid: str,
    action: Action,
    before: str | None,
    after: str | None,
    subject: Literal["annotation", "article"],
    origin: Origin,
    target: int | None,
    together: str | None = None,
) -> tuple[int, str]:
    key = new_uid()
    values = [at, article_id, uid, action, before, after, program_version(), key, subject, origin, target, together]
    cursor = db.execute(
        """INSERT INTO history (at, article, uid, action, before, after, version, key, subject, origin, target,
            together) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        values,
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid, key

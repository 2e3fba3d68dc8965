"""The history of another library brought over: each change once, by its key."""

import json
from collections.abc import Collection
from typing import Any

from sqlite_utils import Database

from store.merging.articles import Placed
from store.merging.reading import TheirArticle, counts
from store.merging.records import TheirChange


def bring(db: Database, article: Placed, theirs: TheirArticle, uids: Collection[str]) -> None:
    """Append what happened there to the article and to those of its annotations that ``uids`` names.

    Of an article that is new here all of it, as it was. Of others what somebody did, as brought along: it is told,
    but neither undone nor taken for what happened here.
    """
    ids: dict[int, int] = {}
    keys = json.dumps([change.key for change in theirs.changes])
    among = "SELECT key, id FROM history WHERE key IN (SELECT value FROM json_each(?))"
    known: dict[str, int] = dict(db.execute(among, [keys]).fetchall())
    for change in theirs.changes:
        if change.key in known:
            ids[change.id] = known[change.key]
        elif (
            (article.new or counts(change))
            and change.action != "purge"
            and (change.subject == "article" or change.uid in uids)
        ):
            ids[change.id] = known[change.key] = _append(db, article, change, ids)


def _append(db: Database, article: Placed, change: TheirChange, ids: dict[int, int]) -> int:
    before, after = (_state(article, change, state) for state in (change.before, change.after))
    origin = change.origin if article.new else "import"
    target = None if change.target is None else ids.get(change.target)
    cursor = db.execute(
        """INSERT INTO history (at, article, uid, action, before, after, version, key, subject, origin, target,
            together) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            change.at,
            article.id,
            change.uid,
            change.action,
            before,
            after,
            change.version,
            change.key,
            change.subject,
            origin,
            target,
            change.together,
        ],
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _state(article: Placed, change: TheirChange, state: dict[str, Any] | None) -> str | None:
    """A state with the numbers of this library."""
    if state is not None and change.subject == "annotation":
        number = state.get("revision", 1)
        state = {**state, "article": article.id, "revision": article.numbers.get(number, number)}
    return None if state is None else json.dumps(state)

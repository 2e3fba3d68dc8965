"""What lies in the bin, as it is listed: what of it somebody deleted, and what it was. In the caller's transaction."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from store.annotations import Kind
from store.safety import label

ALL = -1
"""No limit."""

# In two halves, so that each goes along its own index from the newest on.
_BINNED = """SELECT * FROM (
    SELECT uid, 'article' AS kind, id AS article, title, '' AS words, '' AS note, deleted AS since,
        0 AS by_hand, 0 AS amended, NULL AS decision, 'unreviewed' AS progress, NULL AS finding,
        '[]' AS evidence, '[]' AS tags
    FROM articles WHERE deleted IS NOT NULL {articles}
    UNION ALL
    SELECT n.uid, kind, article, title, words, note, n.deleted,
        by_hand, amended, decision, progress, finding, evidence,
        (SELECT json_group_array(name) FROM (
            SELECT name FROM annotation_tags t JOIN tags ON tags.id = tag WHERE annotation = n.uid ORDER BY t.place))
    FROM annotations n JOIN articles a ON a.id = article WHERE n.deleted IS NOT NULL {annotations}
) ORDER BY since DESC, uid LIMIT ?"""

DELETED = """AND NOT EXISTS (
    SELECT 1 FROM history last JOIN history made ON made.id = coalesce(last.target, last.id)
    WHERE last.id = (SELECT max(id) FROM history WHERE uid = n.uid AND subject = 'annotation' AND action != 'merge')
    AND ((last.action = 'undo' AND made.action IN ('add', 'change')) OR made.together IN (
        SELECT together FROM history WHERE together IS NOT NULL AND action IN ('add', 'change')
    )))"""
"""Of annotations those that somebody deleted. What went when the change that made it was undone comes back when that is
made again; and of a claim that was joined with others, or lost its verdict with many, nobody means to find the rest."""


@dataclass(frozen=True, slots=True)
class Binned:
    """Something in the bin, and ``since`` when, ISO 8601 in UTC.

    ``article`` and ``title`` are those of the article that it is, or is in; ``words`` and ``note`` are what an
    annotation is about and says, both empty of an article. ``made`` is what else its reader made of it, in a few words
    each: verdicts, tags, that it was marked by hand.
    """

    uid: str
    kind: Literal["article"] | Kind
    article: int
    title: str
    words: str
    note: str
    since: str
    made: tuple[str, ...] = ()


def in_bin(db: Database, articles: str, annotations: str, *values: Any, limit: int) -> Sequence[Binned]:
    """Return at most ``limit`` of what is in the bin, the last to be deleted first.

    What ``articles`` and ``annotations`` have of SQL is what else must hold of these, ``values`` what stands in it.
    """
    rows = db.query(_BINNED.format(articles=articles, annotations=annotations), [*values, limit])
    return [_one(row) for row in rows]


def _one(row: dict[str, Any]) -> Binned:
    kept = {field: row[field] for field in ("uid", "kind", "article", "title", "words", "note", "since")}
    by_hand, tags, evidence = bool(row["by_hand"]), json.loads(row["tags"]), len(json.loads(row["evidence"]))
    made = (
        "marked by hand" if by_hand else "",
        "amended" if row["amended"] else "",
        # To mark a claim is to accept it.
        row["decision"] or "" if not by_hand or row["decision"] != "accepted" else "",
        row["progress"] if row["progress"] != "unreviewed" else "",
        row["finding"] or "",
        f"tags {', '.join(map(label, tags))}" if tags else "",
        f"{evidence} piece{'s' if evidence > 1 else ''} of evidence" if evidence else "",
    )
    return Binned(**kept, made=tuple(filter(None, made)))

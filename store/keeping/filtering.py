"""The articles of the library that hold what is asked for, by what its list shows of each. In the caller's transaction.

Unlike a search, which looks into texts by whole words, a filter is *contains*: each word anywhere in title or outlet.
"""

import re
from dataclasses import dataclass

from sqlite_utils import Database

from store.keeping.listing import Column, sorted_by
from store.keys import title_key
from store.searching.days import bound

_PIECE = re.compile(r'(?:(?P<name>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_BEGUN = re.compile(r"(?:is|has|outlet|after|before):\S*", re.IGNORECASE)
_MOST = 16
"""Conditions at most: a whole page may have been pasted."""

MARKS: dict[tuple[str, str], str] = {
    ("is", "unreviewed"): "unreviewed > 0",
    ("is", "reviewed"): "claims IS NOT NULL AND unreviewed = 0",
    ("is", "unread"): "claims IS NULL",
    ("is", "reworded"): (
        "EXISTS (SELECT 1 FROM annotations WHERE article = articles.id"
        " AND was != '' AND place = 'sure' AND annotations.deleted IS NULL)"
    ),
    ("has", "claim"): "claims > 0",
    ("has", "note"): "notes > 0",
    ("has", "orphan"): "unplaced > 0",
}
"""What can be asked of an article by name, such as ``is:unreviewed``."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that all hold, and the values in them. Without any it lets everything through."""

    conditions: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


def parse(text: str, *, typing: bool = False) -> Filter:
    """Return what ``text`` asks for; never raises.

    Words and phrases in quotation marks, ``outlet:``, ``after:`` and ``before:`` with a date, and the `MARKS`. What is
    none of these is words. With ``typing``, the last one may be only begun: it asks for nothing yet.
    """
    conditions: list[str] = []
    values: list[str] = []
    for piece in list(_PIECE.finditer(text))[:_MOST]:
        name = (piece["name"] or "").lower()
        value = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        key = title_key(value)
        if (name, key) in MARKS:
            conditions.append(MARKS[name, key])
        elif name == "outlet" and key:
            conditions.append("instr(outlet_key, ?)")
            values.append(key)
        elif name in ("after", "before") and bound(value) is not None:
            conditions.append("day >= ?" if name == "after" else "day != '' AND substr(day, 1, length(?)) <= ?")
            values += [value] if name == "after" else [value, value]
        elif typing and piece.end() == len(text) and _BEGUN.fullmatch(piece[0]):
            continue
        elif whole := title_key(f"{piece['name']}:{value}" if piece["name"] else value):
            conditions.append("(instr(title_key, ?) OR instr(outlet_key, ?))")
            values += [whole, whole]
    return Filter(tuple(conditions), tuple(values))


def matching(db: Database, wanted: Filter, by: Column, *, descending: bool) -> list[int]:
    """Return the ids of the articles that are not in the bin and that ``wanted`` lets through, in order.

    They are looked at one by one: where few match, no index of what is sorted by would be of use.
    """
    conditions = " AND ".join(("deleted IS NULL", *wanted.conditions))
    query = f"SELECT id FROM articles NOT INDEXED WHERE {conditions} ORDER BY {sorted_by(by, descending)}"
    return [article for (article,) in db.execute(query, wanted.values)]

"""The articles of the library in the order of any column, a page at a time. In the caller's transaction.

A page is asked for by the place that it begins or ends at, not by a number, so that it takes the same time anywhere,
and an article that comes or goes meanwhile moves no other.
"""

from collections.abc import Iterator
from typing import Any, Literal

from sqlite_utils import Database

from store.article import Summary
from store.keys import title_key

Column = Literal["added", "title", "outlet", "day", "claims", "unreviewed", "notes", "unplaced"]
"""What a list can be sorted by."""

Place = tuple[str | int | None, int]
"""Where an article stands in a list: the value that it is sorted by, None for one not known, and its id."""

SELECT = "SELECT articles.*, number FROM articles CROSS JOIN revisions ON revisions.id = articles.revision"

_SORTED: dict[Column, str] = {
    "added": "articles.id",
    "title": "title_key",
    "outlet": "outlet_key",
    "day": "day",
    "claims": "claims",
    "unreviewed": "unreviewed",
    "notes": "notes",
    "unplaced": "unplaced",
}
_TEXTS: frozenset[Column] = frozenset({"title", "outlet", "day"})
"""Columns of which an empty text, not NULL, is one that is not known."""


def place(summary: Summary, by: Column) -> Place:
    """Return where the article stands in a list that is sorted by a column."""
    values: dict[Column, str | int | None] = {
        "added": summary.article.id,
        "title": title_key(summary.article.metadata.title),
        "outlet": title_key(summary.article.metadata.outlet),
        "day": summary.day,
        "claims": summary.claims,
        "unreviewed": summary.unreviewed,
        "notes": summary.notes,
        "unplaced": summary.unplaced,
    }
    value = values[by]
    return (None if value == "" else value), summary.article.id


def sorted_by(by: Column, descending: bool) -> str:
    """Return the terms to order articles by."""
    column, down = _SORTED[by], "DESC" if descending else "ASC"
    return f"{_is_unknown(by)}, {column} {down}, articles.id {down}"


def _is_unknown(by: Column) -> str:
    return f"{_SORTED[by]} = ''" if by in _TEXTS else f"{_SORTED[by]} IS NULL"


def _is_known(by: Column) -> str:
    # A range, for which an index is used.
    return f"{_SORTED[by]} > ''" if by in _TEXTS else f"{_SORTED[by]} IS NOT NULL"


def page(
    db: Database, by: Column, *, descending: bool, start: Place | None, end: Place | None, limit: int
) -> list[dict[str, Any]]:
    """Return the rows of at most ``limit`` articles that are not in the bin, in order.

    The first from ``start`` on, or the last before ``end``; without either, the first. What is sorted by is not known
    of some articles: they come last in any case.
    """
    backwards = end is not None
    down = "DESC" if descending != backwards else "ASC"
    rows: list[dict[str, Any]] = []
    for where, values in _stretches(by, end if backwards else start, backwards, descending):
        query = f"{SELECT} WHERE deleted IS NULL AND {where} ORDER BY {_SORTED[by]} {down}, articles.id {down} LIMIT ?"
        rows += db.query(query, [*values, limit - len(rows)])
    return rows[::-1] if backwards else rows


def _stretches(
    by: Column, edge: Place | None, backwards: bool, descending: bool
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The conditions of the stretches of the list to go through, in turn, and their values.

    That of the articles of the edge's own value is one by itself: there may be very many.
    """
    column = _SORTED[by]
    further = "<" if descending != backwards else ">"
    from_edge = f"articles.id {further}{'' if backwards else '='} ?"
    value, article = edge or (None, 0)
    if by == "added":
        yield (from_edge, (article,)) if edge else ("TRUE", ())
        return
    if edge and value is None:
        yield f"{_is_unknown(by)} AND {from_edge}", (article,)
    if value is not None:
        yield f"{column} = ? AND {from_edge}", (value, article)
        # Asked for upwards too, where it goes without saying, it would be what the index is searched for.
        known = f"{_is_known(by)} AND " if further == "<" else ""
        yield f"{known}{column} {further} ?", (value,)
    elif not edge or backwards:
        yield _is_known(by), ()
    if not backwards and not (edge and value is None):
        yield _is_unknown(by), ()

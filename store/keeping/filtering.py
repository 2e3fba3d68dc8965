"""The articles of the library that hold what is asked for, by what its list shows of each. In the caller's transaction.

Unlike a search, which looks into texts by whole words, a filter is *contains*: each word anywhere in title or outlet,
whatever its case and accents.
"""

from collections.abc import Iterator

from sqlite_utils import Database

from store.keeping.listing import Column, sorted_by
from store.keys import title_key
from store.searching.query import Query

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


def matching(db: Database, query: Query, by: Column, *, descending: bool) -> list[int]:
    """Return the ids of the articles that are not in the bin and that ``query`` lets through, in order.

    They are looked at one by one: where few match, no index of what is sorted by would be of use.
    """
    wanted = list(_conditions(query))
    conditions = " AND ".join(("deleted IS NULL", *(condition for condition, _ in wanted)))
    select = f"SELECT id FROM articles NOT INDEXED WHERE {conditions} ORDER BY {sorted_by(by, descending)}"
    return [article for (article,) in db.execute(select, [value for _, values in wanted for value in values])]


def _conditions(query: Query) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Conditions that all hold, with the values in them."""
    for mark in query.marks:
        yield MARKS[mark], ()
    for name, term in query.filters:
        if name == "outlet":
            yield "instr(outlet_key, ?)", (title_key(term.text),)
    if query.after is not None:
        yield "day >= ?", (query.after.text,)
    if query.before is not None:
        yield "day != '' AND substr(day, 1, length(?)) <= ?", (query.before.text,) * 2
    for term in query.terms:
        yield "(instr(title_key, ?) OR instr(outlet_key, ?))", (title_key(term.text),) * 2

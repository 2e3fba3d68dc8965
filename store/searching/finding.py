"""Finding places in the library by their words, those that tell most first, however many there are.

A row stands the higher the more its finding tells: all words in a title; in a note, a tag or a speaker's name; in a row
in a text; anywhere. Rows that stand alike go by BM25 (Robertson and Zaragoza, 2009), which weighs each word by how rare
it is. For that every row with the word has to be counted, so that where there are many the newest come first instead,
and only of titles are all looked at: what a search takes must not grow with the library.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sqlite_utils import Database

from store.keeping.connection import Connection
from store.searching.hits import Hit, article_of, hit
from store.searching.indexing import Subject
from store.searching.matching import Matching, matching, quoted
from store.searching.query import Query

CANDIDATES = 1000
"""The most rows of one kind that are looked at."""
_COMMON = 20_000
"""Rows from which on a word is too frequent to be counted."""
_MOST_HITS = 5
"""Places that are shown of one article."""

_TELLING: dict[Subject, tuple[str, ...]] = {"annotation": ("note", "tags", "speaker"), "claim": ("speaker",)}
# In the order of the columns of each index.
_WEIGHTS: dict[Subject, str] = {
    "article": "10, 1, 4, 1, 0",
    "annotation": "3, 4, 5, 5, 0, 0, 0, 0",
    "claim": "3, 4, 0, 0",
}


@dataclass(frozen=True, slots=True)
class Result:
    """An article in which something was found. ``day`` is as much as is known of 2026-03-02, or ''."""

    article: int
    title: str
    outlet: str
    day: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best first, and whether there are more articles than these."""

    results: tuple[Result, ...] = ()
    more: bool = False


class Search:
    """Finds places in the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, query: Query, limit: int = 20) -> Found:
        """Return at most ``limit`` articles with the places in them that ``query`` finds; without a query, none."""
        found: dict[int, list[Hit]] = {}
        seen: set[tuple[Subject, int]] = set()
        with self._connection.reading() as db:
            for way, row in _rows(db, matching(query)):
                if (way.subject, row) in seen:
                    continue
                seen.add((way.subject, row))
                article = article_of(db, way, row)
                if article not in found and len(found) == limit:
                    return Found(_results(db, found), more=True)
                hits = found.setdefault(article, [])
                if len(hits) < _MOST_HITS:
                    _add(hits, hit(db, way, row))
            return Found(_results(db, found))


def _add(hits: list[Hit], new: Hit) -> None:
    """Add a hit, unless it is a claim that stands there already, as an annotation."""
    annotated = {one.span for one in hits if one.uid is not None}
    if new.kind != "claim" or new.uid is not None or new.span not in annotated:
        hits.append(new)


def _rows(db: Database, ways: list[Matching]) -> Iterator[tuple[Matching, int]]:
    """The rows that are found, those that tell most first, some of them several times."""
    asked = [_Asked(db, way) for way in ways]
    articles = [one for one in asked if one.way.subject == "article" and one.way.terms]
    others = [one for one in asked if one.way.subject != "article" and one.way.terms]
    for one in articles:
        yield from one.rows(one.way.within(("title",)), all_of_them=True)
    for one in others:
        yield from one.rows(one.way.within(_TELLING[one.way.subject]))
    for one in articles:
        # In the few words of a claim or a note, those that are looked for are never far apart.
        if len(one.way.terms) > 1:
            yield from one.rows(one.way.as_phrase)
    for one in asked:
        yield from one.rows(one.way.everywhere)


class _Asked:
    """One index that is asked several times about its newest rows that hold all that is looked for."""

    def __init__(self, db: Database, way: Matching) -> None:
        self.way = way
        self._db = db
        index = f"{way.subject}_index"
        self._matches = f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid >= ?"

    def rows(self, expression: str, *, all_of_them: bool = False) -> Iterator[tuple[Matching, int]]:
        """The rows that match ``expression``, among the newest that match at all, or among all."""
        if not self._all:
            return
        if self._order is not None:
            weighed = self._db.execute(f"{self._matches} ORDER BY {self._order}", [expression, 0])
            found = [row for (row,) in weighed]
        elif expression == self.way.everywhere:
            found = self._all
        else:
            found = self._newest(expression, 0 if all_of_them else self._all[-1])
        yield from ((self.way, row) for row in found)

    # Both only when they are asked for: the titles alone may hold all that is shown.
    @cached_property
    def _all(self) -> list[int]:
        return self._newest(self.way.everywhere, 0)

    @cached_property
    def _order(self) -> str | None:
        index, weights = f"{self.way.subject}_index", _WEIGHTS[self.way.subject]
        return f"bm25({index}, {weights}), rowid DESC" if self._can_be_weighed(len(self._all)) else None

    def _newest(self, expression: str, oldest: int) -> list[int]:
        newest = f"{self._matches} ORDER BY rowid DESC LIMIT {CANDIDATES + 1}"
        return [row for (row,) in self._db.execute(newest, [expression, oldest])]

    def _can_be_weighed(self, matches: int) -> bool:
        """Whether there are few rows, and few with any one of the terms, so that they can be counted."""
        way, index = self.way, f"{self.way.subject}_index"
        if not 1 < matches <= CANDIDATES or way.days:
            return False
        count = f"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT {_COMMON + 1})"
        return all(self._db.execute(count, [quoted(term)]).fetchone()[0] <= _COMMON for term in way.asked)


def _results(db: Database, found: dict[int, list[Hit]]) -> tuple[Result, ...]:
    return tuple(_result(db, article, hits) for article, hits in found.items())


def _result(db: Database, article: int, hits: list[Hit]) -> Result:
    title, outlet, days = db.execute("SELECT title, outlet, days FROM articles WHERE id = ?", [article]).fetchone()
    day = days.rpartition(" ")[2]
    return Result(article, title, outlet, "-".join(part for part in (day[:4], day[4:6], day[6:]) if part), tuple(hits))

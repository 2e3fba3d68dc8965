"""Finding places in the library by their words, those that tell most first, however many there are.

A row stands the higher the more its finding tells: all words in a title; in a note or a tag; in a speaker's name; as
one phrase; anywhere. Rows that stand alike go by BM25 (Robertson and Zaragoza, 2009), which weighs each word by how
rare it is. For that every row with the word has to be counted, so that among many the newest come first instead: what
a search takes must not grow with the library.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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

_TELLING: tuple[tuple[Subject, tuple[str, ...]], ...] = (
    ("article", ("title",)),
    ("annotation", ("note", "tags")),
    ("annotation", ("speaker",)),
    ("claim", ("speaker",)),
)
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
    """The rows that are found, those that tell most first, some of them again and again."""
    counted = {way.subject: not way.dated and _are_rare(db, way) for way in ways}
    for way, expression in _tiers(ways):
        index = f"{way.subject}_index"
        matches = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY"
        rows = db.execute(f"{matches} rowid DESC LIMIT {CANDIDATES + 1}", [expression]).fetchall()
        if 1 < len(rows) <= CANDIDATES and counted[way.subject]:
            weighed = f"{matches} bm25({index}, {_WEIGHTS[way.subject]}), rowid DESC"
            rows = db.execute(weighed, [expression]).fetchall()
        yield from ((way, row) for (row,) in rows)


def _tiers(ways: list[Matching]) -> Iterator[tuple[Matching, str]]:
    """What to ask, one after the other; the last asks for all that is found."""
    for subject, columns in _TELLING:
        yield from ((way, way.within(columns)) for way in ways if way.subject == subject and way.terms)
    yield from ((way, way.as_phrase) for way in ways if len(way.terms) > 1)
    yield from ((way, way.everywhere) for way in ways)


def _are_rare(db: Database, way: Matching) -> bool:
    """Whether each of the terms stands in so few rows that they can be counted."""
    index = f"{way.subject}_index"
    count = f"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT {_COMMON + 1})"
    return all(db.execute(count, [quoted(term)]).fetchone()[0] <= _COMMON for term in way.asked)


def _results(db: Database, found: dict[int, list[Hit]]) -> tuple[Result, ...]:
    return tuple(_result(db, article, hits) for article, hits in found.items())


def _result(db: Database, article: int, hits: list[Hit]) -> Result:
    title, outlet, days = db.execute("SELECT title, outlet, days FROM articles WHERE id = ?", [article]).fetchone()
    day = days.rpartition(" ")[2]
    return Result(article, title, outlet, "-".join(part for part in (day[:4], day[4:6], day[6:]) if part), tuple(hits))

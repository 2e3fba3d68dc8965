"""Finding places in the library by their words, those that tell most first, however many there are.

A row stands the higher the more its finding tells: all words in a title; in a note, a tag or a speaker's name; in a row
in a text; anywhere. Of rows that stand alike the index says which is the best. Where very many match, only of titles
are all looked at, of the others the newest: what a search takes must not grow with the library.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from sqlite_utils import Database

from store.keeping.connection import Connection
from store.keys import is_dated
from store.searching.advising import nearest
from store.searching.asking import Asked
from store.searching.counting import Counts, counts, of_hits, together
from store.searching.hits import Hit, article_of, hit
from store.searching.indexing import Subject
from store.searching.marking import Marker
from store.searching.matching import Matching, matching
from store.searching.query import Query

MOST_HITS = 5
"""Places that are shown of one article."""

_TELLING: dict[Subject, tuple[str, ...]] = {
    "annotation": ("note", "tags", "evidence", "speaker"),
    "claim": ("speaker",),
}


@dataclass(frozen=True, slots=True)
class Result:
    """An article in which something was found. ``day`` is as much as is known of 2026-03-02, or ''.

    It is that on which the article was published where it is ``dated``, else that on which it was added.
    ``hits`` are a few of the places; ``counts`` tell how many there are, None where they are not counted yet.
    """

    article: int
    title: str
    outlet: str
    day: str
    dated: bool
    hits: tuple[Hit, ...]
    counts: Counts | None

    @property
    def places(self) -> int | None:
        """How many places there are, those of ``hits`` among them."""
        return None if self.counts is None else sum(number for _, number in self.counts)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best first, and whether there are more articles than these."""

    results: tuple[Result, ...] = ()
    more: bool = False

    @property
    def counts(self) -> Counts | None:
        """How many places there are in the articles that are here; None where one is not counted yet."""
        counted = [result.counts for result in self.results if result.counts is not None]
        return together(counted) if len(counted) == len(self.results) else None


class Search:
    """Finds places in the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, query: Query, limit: int = 20, most: int = MOST_HITS) -> Found:
        """Return at most ``limit`` articles, each with at most ``most`` of the places that ``query`` finds in it.

        Without a query there are none.
        """
        ways = matching(query)
        found: dict[int, list[Hit]] = {}
        seen: set[tuple[Subject, int]] = set()
        cut: set[int] = set()
        more = False
        with self._connection.reading() as db, closing(Marker(db)) as marker:
            for way, row in _rows(db, ways):
                if (way.subject, row) in seen:
                    continue
                seen.add((way.subject, row))
                article = article_of(db, way, row)
                if article not in found and len(found) == limit:
                    more = True
                    break
                hits = found.setdefault(article, [])
                if len(hits) < most:
                    _add(hits, hit(db, marker, way, row))
                else:
                    cut.add(article)
            # What is not counted takes as long to count as to find: see `counted`.
            known = {one: of_hits(hits) for one, hits in found.items() if not more and one not in cut}
            return Found(tuple(_result(db, one, hits, known.get(one)) for one, hits in found.items()), more)

    def counted(self, query: Query, found: Found) -> Found:
        """Return what `find` has found for ``query``, with the counts that it does not know yet.

        That takes as long as there is text and as there are claims in those articles, however large the library is.
        """
        unknown = {one.article: one.hits for one in found.results if one.counts is None}
        if not unknown:
            return found
        with self._connection.reading() as db, closing(Marker(db)) as marker:
            known = dict(zip(unknown, counts(db, marker, matching(query), unknown), strict=True))
        results = (replace(one, counts=known.get(one.article, one.counts)) for one in found.results)
        return replace(found, results=tuple(results))

    def nearest(self, query: Query) -> tuple[tuple[str, str], ...]:
        """Return each word of ``query`` that stands nowhere with the one nearest to it that does, if there is one."""
        with self._connection.reading() as db:
            return nearest(db, query)


def _add(hits: list[Hit], new: Hit) -> None:
    """Add a hit. A claim that was annotated stands there once, as what the reader made of it."""
    hits.append(new)
    annotated = {one.span for one in hits if one.uid is not None}
    hits[:] = [one for one in hits if one.kind != "claim" or one.uid is not None or one.span not in annotated]


def _rows(db: Database, ways: list[Matching]) -> Iterator[tuple[Matching, int]]:
    """The rows that are found, those that tell most first, some of them several times."""
    return ((one.way, row) for one, rows in _in_order([Asked(db, way) for way in ways]) for row in rows)


def _in_order(asked: list[Asked]) -> Iterator[tuple[Asked, Iterable[int]]]:
    for_words = [one for one in asked if one.way.terms]
    articles = [one for one in for_words if one.way.subject == "article"]
    for one in articles:
        yield one, one.telling(one.way.within(("title",)), however_old=True)
    for one in for_words:
        if one.way.subject != "article":
            # One word may stand in a great many quotes and in no note: to find that out would take long.
            several = len(one.way.words) > 1
            yield one, one.telling(one.way.within(_TELLING[one.way.subject]), however_old=several)
    for one in articles:
        # In the few words of a claim or a note, those that are looked for are never far apart.
        if len(one.way.terms) > 1:
            yield one, one.telling(one.way.as_phrase)
    for one in asked:
        yield one, one.anywhere()


def _result(db: Database, article: int, hits: list[Hit], counted: Counts | None) -> Result:
    query = "SELECT title, outlet, day, published FROM articles WHERE id = ?"
    title, outlet, day, published = db.execute(query, [article]).fetchone()
    return Result(article, title, outlet, day, is_dated(published), tuple(hits), counted)

"""How many places there are in the articles that a search shows, of which it shows but a few.

They are counted in an index of the rows of these articles alone: that takes no longer in a larger library.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database

from claims.model import Span
from store.keeping import annotation_rows
from store.searching.hits import ABOUT_ARTICLE, Hit, Kind, hit, kind_of, place_of
from store.searching.marking import Marker
from store.searching.matching import Matching

Counts = tuple[tuple[Kind, int], ...]
"""How many places of each kind there are, none of them 0; of a text, how often what is looked for stands in it."""

_ORDER: tuple[Kind, ...] = ("title", "byline", "outlet", "text", "claim", "rejected", "note", "passage")


def of_hits(hits: Iterable[Hit]) -> Counts:
    """Return the counts of ``hits``, which are all that there is in an article."""
    counted: Counter[Kind] = Counter()
    for one in hits:
        counted[one.kind] += one.times
    return _in_order(counted)


def together(counts: Iterable[Counts]) -> Counts:
    """Return the counts of several articles as those of all of them."""
    counted: Counter[Kind] = Counter()
    for one in counts:
        counted.update(dict(one))
    return _in_order(counted)


def counts(db: Database, marker: Marker, ways: Sequence[Matching], found: Mapping[int, Sequence[Hit]]) -> list[Counts]:
    """Return of each article in ``found``, with the hits that are shown of it, the counts of all that ``ways`` find."""
    counted: dict[int, Counter[Kind]] = {article: Counter() for article in found}
    annotated: set[tuple[int, Span | None]] = set()
    by_subject = {way.subject: way for way in ways}
    if (way := by_subject.get("article")) is not None:
        unknown = []
        for article, hits in found.items():
            known = {one.kind: one.times for one in hits if one.kind in ABOUT_ARTICLE}
            counted[article].update(known)
            unknown += [] if known else [article]
        for article in marker.found_among(way, unknown):
            whole = hit(db, marker, way, article)
            counted[article][whole.kind] += whole.times
    if (way := by_subject.get("annotation")) is not None:
        rows = _rows(db, "SELECT article, id FROM annotations", found)
        for one in annotation_rows.of_rows(db, marker.found_among(way, [*rows])):
            annotated.add((one.article, place_of(one)))
            counted[one.article][kind_of(one)] += 1
    if (way := by_subject.get("claim")) is not None:
        rows = _rows(db, 'SELECT article, id, start, "end" FROM claims', found)
        for row in marker.found_among(way, [*rows]):
            article, _, start, end = rows[row]
            # A claim that was annotated counts once, as what the reader made of it.
            counted[article]["claim"] += (article, (start, end)) not in annotated
    return [_in_order(one) for one in counted.values()]


def _rows(db: Database, select: str, articles: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """What ``select`` gives of the articles, by its second column."""
    among = f"{select} WHERE article IN (SELECT value FROM json_each(?))"
    return {row[1]: row for row in db.execute(among, [json.dumps(list(articles))])}


def _in_order(counted: Counter[Kind]) -> Counts:
    return tuple((kind, counted[kind]) for kind in _ORDER if counted[kind])

"""How many places a search found, in words, where but a few of them are shown."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.searching.counting import Counts
    from store.searching.finding import Found, Result

_ONE_OR_MORE = {
    "title": ("title", "titles"),
    "byline": ("byline", "bylines"),
    "outlet": ("outlet", "outlets"),
    "text": ("in the text", "in the texts"),
    "claim": ("claim", "claims"),
    "rejected": ("rejected claim", "rejected claims"),
    "note": ("note", "notes"),
    "passage": ("passage", "passages"),
}


def shown_of(result: "Result") -> str:
    """``5 of 259 shown: 140 in the text, 119 claims``; '' where all are, or it is not known yet."""
    shown = len(result.hits)
    if result.counts is None or result.places == shown:
        return ""
    return f"{shown} of {result.places:,} shown: {in_words(result.counts, texts=1)}"


def summary(found: "Found") -> str:
    """``2 articles, 260 places (141 in the texts, 119 claims), 6 shown``; without places that are not counted."""
    articles, shown = len(found.results), sum(len(result.hits) for result in found.results)
    told = f"{articles:,} article{'s' * (articles != 1)}"
    if found.counts is None:
        return told
    places = sum(number for _, number in found.counts)
    told += f", {places:,} place{'s' * (places != 1)}"
    return told if places == shown else f"{told} ({in_words(found.counts, texts=articles)}), {shown:,} shown"


def in_words(counts: "Counts", texts: int) -> str:
    """``141 in the texts, 119 claims``; of as many ``texts``."""
    parts = []
    for kind, number in counts:
        one, more = _ONE_OR_MORE[kind]
        parts.append(f"{number:,} {one if (texts if kind == 'text' else number) == 1 else more}")
    return ", ".join(parts)

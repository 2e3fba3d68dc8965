"""Which of the items' spans lie on a stretch of text: what is drawn there, and what a click there means."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from claims.model import Span
from store.review import Item


class Highlight(NamedTuple):
    """A span to be drawn in style ``style`` for item ``item`` (an index, or -1 for what is no item's)."""

    start: int
    end: int
    style: str
    item: int = -1


class Highlights:
    """Highlights found by place; they may overlap and nest."""

    def __init__(self, highlights: Sequence[Highlight] = ()) -> None:
        self._all = sorted(highlights)
        self._starts = [highlight.start for highlight in self._all]
        # The furthest end so far tells when a search to the left may stop.
        self._furthest = list(accumulate((highlight.end for highlight in self._all), max))

    def on(self, start: int, end: int) -> list[Highlight]:
        """The highlights that overlap ``[start, end)``, in text order."""
        found = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._furthest[index] > start:
            if self._all[index].end > start:
                found.append(self._all[index])
            index -= 1
        return found[::-1]


def highlights_of(items: Sequence[Item]) -> Highlights:
    """The sources, cues, contents and passages of all items that are not rejected."""
    return Highlights(
        [
            Highlight(start, end, style, index)
            for index, item in enumerate(items)
            if not item.rejected
            for style, spans in _roles(item)
            for start, end in spans
            if start < end
        ]
    )


def items_at(highlights: Highlights, items: Sequence[Item], offset: int) -> tuple[int, ...]:
    """The items drawn at ``offset``, that with the smallest span first."""

    def length(index: int) -> int:
        start, end = items[index].span
        return end - start

    return tuple(sorted({highlight.item for highlight in highlights.on(offset, offset + 1)}, key=length))


def _roles(item: Item) -> tuple[tuple[str, Sequence[Span]], ...]:
    if item.is_claim:
        return ("content", item.content), ("source", item.source), ("cue", item.cue)
    return (("passage", item.content),)

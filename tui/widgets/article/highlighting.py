"""What is drawn over the text, found by its place."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple


class Highlight(NamedTuple):
    """A span to be drawn in style ``style`` for item ``item`` (an index, or -1 for what is no item's)."""

    start: int
    end: int
    style: str
    item: int = -1


class Highlights:
    """Highlights found by place; they may overlap and nest."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
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

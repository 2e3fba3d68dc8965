"""Which stretches of a text have become which of the next one."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims.model import Span
from store.anchoring.runs import Run, certain, differing
from store.anchoring.words import count


@dataclass(frozen=True, slots=True)
class Around:
    """A stretch of the old text with certain ends, what it has become, and how far the equal text reaches from there.

    ``left`` and ``right`` are code points outwards, 0 where the text beside it has changed.
    """

    old: Span
    new: Span
    left: int
    right: int


class Alignment:
    """Two texts, and their certain runs of equal text, in order; ``told`` as `certain` calls it."""

    def __init__(self, old: str, new: str, told: Callable[[int], None] | None = None) -> None:
        self.old, self.new = old, new
        self.runs, self._moved = certain(old, new, told)
        self._starts = [run.start for run in self.runs]
        self._ends = [run.end for run in self.runs]

    def around(self, start: int, end: int) -> Around:
        """Return the least stretch of the old text that holds ``old[start:end]`` and whose ends are certain."""
        moved = self._moved_line(start, end)
        if moved is not None:
            by = moved.at - moved.start
            return Around((start, end), (start + by, end + by), start - moved.start, moved.end - end)
        first, last = bisect_right(self._starts, start) - 1, bisect_left(self._ends, end)
        old_start = new_start = left = right = 0
        old_end, new_end = len(self.old), len(self.new)
        if first >= 0:
            run = self.runs[first]
            old_start = min(run.end, start)
            new_start, left = run.at + old_start - run.start, old_start - run.start
        if last < len(self.runs):
            run = self.runs[last]
            old_end = max(run.start, end)
            new_end, right = run.at + old_end - run.start, run.end - old_end
        return Around((old_start, old_end), (new_start, max(new_start, new_end)), left, right)

    def others(self, new: Span, old: Span) -> float:
        """Return the share of ``new``, not empty, that is certain to have been other text than ``old``."""
        shared = 0
        # Runs are in the same order in both texts.
        for run in self.runs[max(0, bisect_right(self.runs, new[0], key=lambda run: run.at) - 1) :]:
            if run.at >= new[1]:
                break
            by = run.start - run.at
            start, end = max(run.start, new[0] + by), min(run.end, new[1] + by)
            shared += max(0, end - start) - max(0, min(end, old[1]) - max(start, old[0]))
        return shared / (new[1] - new[0])

    def changes(self) -> Iterator[tuple[Span, Span]]:
        """Yield what differs, in order: a stretch of the old text and what stands in its place, either may be empty.

        Unlike the certain runs, this is one of the shortest ways from one text to the other.
        """
        old = new = 0
        for run in (*self.runs, Run(len(self.old), len(self.old), len(self.new))):
            yield from differing(self.old, self.new, (old, run.start), (new, run.at))
            old, new = run.end, run.at + run.end - run.start

    def changed_words(self) -> int:
        """Return how many words were changed: of each change the more of those that went and those that came."""
        return sum(max(count(self.old[slice(*was)]), count(self.new[slice(*became)])) for was, became in self.changes())

    def _moved_line(self, start: int, end: int) -> Run | None:
        index = bisect_right(self._moved, start, key=lambda run: run.start) - 1
        return self._moved[index] if index >= 0 and end <= self._moved[index].end else None

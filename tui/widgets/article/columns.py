"""The columns of a table: how wide they are, and which of them are seen at once. Pure.

A table that does not fit is looked at sideways: its first column stays where there is room, since it says what a row
is about, and of the others as many whole ones as fit follow from the one that was moved to. Where the view is too
narrow for that, or what stands in the cells is prose, the rows are stacked instead, a line a cell.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

DIVIDER = 3
"""The cells between two columns."""
EDGE = 2
"""The cells of the sign that there is more beyond the edge."""
LONGEST = 36
"""A cell whose words are wider than this is prose: where a table does not fit, its row is stacked."""
_SHARE = 0.4
"""The share of a wide view that a cell may take before it is prose."""
NARROWEST = 40
"""In fewer cells than these a table that does not fit is stacked."""
_FEW = 4
"""One row of so many may hold prose before all of the table counts as prose."""


class Part(NamedTuple):
    """What of a table is seen: ``columns``, and left of them the first one where it is ``frozen``."""

    widths: Sequence[int]
    frozen: bool
    columns: range

    @property
    def seen(self) -> list[int]:
        """The columns from left to right."""
        return [0, *self.columns] if self.frozen else list(self.columns)

    @property
    def more_left(self) -> bool:
        """Whether there are columns left of those."""
        return self.columns.start > self.frozen

    @property
    def more_right(self) -> bool:
        """Whether there are columns right of those."""
        return self.columns.stop < len(self.widths)

    @property
    def whole(self) -> bool:
        """Whether all of the table is seen."""
        return not (self.more_left or self.more_right)

    def breadth(self, widths: Sequence[int]) -> int:
        """The cells that it takes of a row whose cells take ``widths``."""
        seen = self.seen
        at_left = self.more_left and not self.frozen
        return sum(widths[k] for k in seen) + DIVIDER * (len(seen) - 1) + EDGE * (at_left + self.more_right)


class Columns(NamedTuple):
    """What the rows of one table share.

    ``widths`` are the cells that its columns take, and ``usual`` those that they take without the rows that hold prose;
    ``align`` has a letter a column, and ``headings`` are the words of the header's cells. A cell is prose whose words
    take more than ``longest``.
    """

    widths: tuple[int, ...]
    usual: tuple[int, ...]
    prose: bool
    align: str
    headings: tuple[str, ...]
    longest: int = LONGEST

    def part(self, width: int, first: int) -> Part | None:
        """What is seen in ``width`` cells from column ``first`` on; None where rows are stacked."""
        if _all(self.widths) <= width:
            return Part(self.widths, False, range(len(self.widths)))
        if self.prose:
            return None
        if _all(self.usual) <= width:
            return Part(self.usual, False, range(len(self.usual)))
        return None if width < NARROWEST else sideways(self.usual, width, first)


def sideways(widths: Sequence[int], width: int, first: int, *, freeze: bool = True) -> Part:
    """As many columns as fit into ``width`` from ``first`` on, at least one; from further left at the right end."""
    frozen = (
        freeze and len(widths) > 2 and widths[0] <= width // 2 and widths[0] + DIVIDER + max(widths[1:]) + EDGE <= width
    )
    first = max(int(frozen), min(first, _furthest(widths, width, frozen)))
    part = Part(widths, frozen, range(first, first + 1))
    while part.more_right:
        wider = part._replace(columns=range(first, part.columns.stop + 1))
        if wider.breadth(widths) > width:
            break
        part = wider
    return part


def _furthest(widths: Sequence[int], width: int, frozen: bool) -> int:
    """The column from which on all that follow fit."""
    first = len(widths) - 1
    while first > frozen and Part(widths, frozen, range(first - 1, len(widths))).breadth(widths) <= width:
        first -= 1
    return first


def longest_in(width: int) -> int:
    """How many cells the words in a cell may take that are no prose yet, in a view of ``width``."""
    return max(LONGEST, int(width * _SHARE))


def measured(
    rows: Iterable[tuple[Sequence[int], bool, bool]], align: str, headings: tuple[str, ...], longest: int = LONGEST
) -> Columns:
    """The columns of a table by the cells that its rows take, each with whether it holds prose and is the header."""
    widest: list[int] = []
    usual: list[int] = []
    longer = count = 0
    prose = False
    for widths, long, header in rows:
        widest = _wider(widest, widths)
        if not long:
            usual = _wider(usual, widths)
        elif header:
            prose = True
        else:
            longer += 1
        count += not header
    usual += [0] * (len(widest) - len(usual))
    return Columns(tuple(widest), tuple(usual), prose or longer * _FEW > count, align, headings, longest)


def _wider(some: list[int], others: Sequence[int]) -> list[int]:
    longer = max(len(some), len(others))
    return list(map(max, [*some, *[0] * (longer - len(some))], [*others, *[0] * (longer - len(others))]))


def _all(widths: Sequence[int]) -> int:
    return sum(widths) + DIVIDER * max(0, len(widths) - 1)

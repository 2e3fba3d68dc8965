"""Where the cards of a panel stand, in lines: arithmetic, since it is known where they would if none were open."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class CardStack(NamedTuple):
    """Cards one under the other: closed they begin at ``tops``, and the last ends before the last of these.

    The card at position ``opened`` is ``open_height`` lines high. Over the cards at the rising positions ``headings``
    stands a line. The open card ends with an empty line, and where they are ``spaced`` so do the others.
    """

    tops: Sequence[int] = (0,)
    opened: int | None = None
    open_height: int = 0
    spaced: bool = True
    headings: tuple[int, ...] = ()

    @property
    def cards(self) -> int:
        """How many there are."""
        return len(self.tops) - 1

    @property
    def height(self) -> int:
        """The lines of all of them."""
        return self.top(self.cards)

    def height_of(self, position: int) -> int:
        """The lines of one card."""
        return self.open_height if position == self.opened else self._closed(position)

    def top(self, position: int) -> int:
        """The first line of a card, below its heading."""
        opened = self.opened if self.opened is not None and position > self.opened else None
        unfolded = self.open_height - self._closed(opened) if opened is not None else 0
        return self.tops[position] + bisect_right(self.headings, position) + unfolded

    def heading_over(self, position: int) -> bool:
        """Whether a heading stands right over a card."""
        at = bisect_left(self.headings, position)
        return at < len(self.headings) and self.headings[at] == position

    def at(self, line: int) -> int | None:
        """The card that ``line`` or the heading there belongs to, or None below the last."""
        if not 0 <= line < self.height:
            return None
        return bisect_right(range(self.cards), line, key=self._begins) - 1

    def in_view(self, position: int, scrolled: int, view: int) -> bool:
        """Whether all that is written on a card is among the ``view`` lines from ``scrolled`` on."""
        return self.top(position) >= scrolled >= self._lowest(position, view)

    def reveal(self, position: int, offset: int, view: int) -> int:
        """How far to scroll so that a card's top is ``offset`` lines down the view, or as near as shows all of it.

        A card that is higher than the view shows its beginning; one that comes in at the top brings its heading along.
        """
        top, begins, lowest = self.top(position), self._begins(position), self._lowest(position, view)
        highest = begins if offset < 0 and lowest <= begins else top
        return max(0, min(highest, max(lowest, top - offset)))

    def _closed(self, position: int) -> int:
        return self.tops[position + 1] - self.tops[position]

    def _begins(self, position: int) -> int:
        return self.top(position) - self.heading_over(position)

    def _lowest(self, position: int, view: int) -> int:
        """The least scrolling that shows the end of a card, but for its empty last line."""
        blank = position == self.opened or self.spaced
        return self.top(position) + self.height_of(position) - blank - view

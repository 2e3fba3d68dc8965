"""Where the cards of a panel stand, in lines: arithmetic, since all are of one height but the one that is open."""

from dataclasses import dataclass

from tui.widgets.panel.cards import HEIGHT


@dataclass(frozen=True, slots=True)
class CardStack:
    """``count`` cards one under the other; the one at index ``opened`` is ``open_height`` lines high."""

    count: int
    opened: int | None = None
    open_height: int = HEIGHT

    @property
    def height(self) -> int:
        """The lines of all of them."""
        return self.top(self.count)

    def height_of(self, index: int) -> int:
        """The lines of one card."""
        return self.open_height if index == self.opened else HEIGHT

    def top(self, index: int) -> int:
        """The first line of a card."""
        unfolded = self.open_height - HEIGHT if self.opened is not None and index > self.opened else 0
        return index * HEIGHT + unfolded

    def at(self, line: int) -> int | None:
        """The card that ``line`` belongs to, or None below the last."""
        index = line // HEIGHT
        if self.opened is not None and line >= self.opened * HEIGHT:
            index = max(self.opened, (line - self.open_height) // HEIGHT + 1)
        return index if 0 <= index < self.count else None

    def in_view(self, index: int, scrolled: int, view: int) -> bool:
        """Whether all that is written on a card is among the ``view`` lines from ``scrolled`` on."""
        return self.top(index) >= scrolled >= self._lowest(index, view)

    def reveal(self, index: int, offset: int, view: int) -> int:
        """How far to scroll so that a card's top is ``offset`` lines down the view, or as near as shows all of it.

        A card that is higher than the view shows its beginning.
        """
        top = self.top(index)
        return max(0, min(top, max(self._lowest(index, view), top - offset)))

    def _lowest(self, index: int, view: int) -> int:
        """The least scrolling that shows the end of a card, but for its empty last line."""
        return self.top(index) + self.height_of(index) - 1 - view

"""The part of the library that is at hand: however many articles there are, only some hundred are in the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual.coordinate import Coordinate
from textual.geometry import Size
from textual.message import Message
from textual.widgets import DataTable

from tui.ordering import Order
from tui.widgets.article_table import ArticleTable

if TYPE_CHECKING:
    from store.article import Summary
    from store.keeping.listing import Place
    from store.library import Library

HALF = 150
"""So many articles are at hand above, and so many below, the one that is looked at."""
NEAR = 50
"""Rows from an end of what is at hand: the next are fetched before the reader is there."""


NEWEST = Order()
"""The order that the library has until the reader chooses another."""


@dataclass(frozen=True, slots=True)
class Window:
    """Articles that follow one another in an order, and whether there may be more ``above`` and ``below``.

    ``found`` is how many a filter lets through, None where there is none.
    """

    rows: "tuple[Summary, ...]" = ()
    above: bool = False
    below: bool = False
    order: Order = NEWEST
    found: int | None = None

    def place(self, row: int) -> "Place | None":
        """The place of the article in that row; None where there is none."""
        return self.order.place(self.rows[row]) if 0 <= row < len(self.rows) else None

    def row_of(self, place: "Place") -> int:
        """Where the article of that place is, or else the next that comes after it, or else the last."""
        same = (row for row, one in enumerate(self.rows) if one.article.id == place[1])
        after = (row for row, one in enumerate(self.rows) if not self.order.goes_before(self.order.place(one), place))
        found = next(same, None)
        return found if found is not None else next(after, max(0, len(self.rows) - 1))

    def row_with(self, article_id: int) -> int:
        """Where the article is; the first row where it is not."""
        return next((row for row, one in enumerate(self.rows) if one.article.id == article_id), 0)

    def ends_near(self, first: int, last: int) -> bool:
        """Whether there are more articles soon above or below the rows that are in sight."""
        return (self.above and first < NEAR) or (self.below and last > len(self.rows) - NEAR)


def around(library: "Library", place: "Place | None", order: Order = NEWEST, wanted: str = "") -> Window:
    """The articles around a place, be one there or not, of those that the filter ``wanted`` lets through.

    None is above the first of them.
    """
    if wanted.strip():
        return _filtered(library, place, order, wanted)
    by, down = order.by, order.descending
    above = library.articles.page(by=by, descending=down, end=place, limit=HALF) if place is not None else ()
    below = library.articles.page(by=by, descending=down, start=place, limit=HALF)
    return Window((*above, *below), len(above) == HALF, len(below) == HALF, order)


def _filtered(library: "Library", place: "Place | None", order: Order, wanted: str) -> Window:
    ids = library.articles.matching(wanted, by=order.by, descending=order.descending)
    low, high = 0, len(ids) if place is not None else 0
    while low < high:
        middle = (low + high) // 2
        # All that come before the place, and no other, are above it.
        if place is not None and order.goes_before(library.articles.place(ids[middle], order.by), place):
            low = middle + 1
        else:
            high = middle
    first, last = max(0, low - HALF), low + HALF
    return Window(tuple(library.articles.some(ids[first:last])), first > 0, last < len(ids), order, len(ids))


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the table: what it is sorted by at a click, its words, and its width in cells."""

    key: str
    words: str
    width: int


class PagedTable(ArticleTable):
    """A table of a `Window`: its ends are the library's, and it says when it comes near those of the window."""

    class Asked(Message):
        """The articles ``around`` a place are wanted; with ``go``, the cursor is to go there too."""

        def __init__(self, around: "Place | None", *, go: bool) -> None:
            super().__init__()
            self.around = around
            self.go = go

    window = Window()

    @property
    def chosen(self) -> int | None:
        """The article under the cursor."""
        return self.window.rows[self.cursor_row].article.id if 0 <= self.cursor_row < len(self.window.rows) else None

    @property
    def middle(self) -> "Place | None":
        """The place in the middle of what is in sight."""
        return self.window.place(min(int(self.scroll_y) + self.size.height // 2, self.row_count - 1))

    def show(self, window: Window, heads: Sequence[Head], cells: Iterable[Iterable[Text]], row: int | None) -> None:
        """Show ``window``, with the cursor in that ``row``; without one, cursor and sight stay where they are."""
        same = window.order == self.window.order  # places in another order say nothing
        chosen, middle = (self.window.place(self.cursor_row), self.middle) if same else (None, None)
        top = self.scroll_y
        moved = window.row_of(middle) - self.window.row_of(middle) if middle is not None else 0
        self.window = window
        # Unwatched: the watcher would scroll to where the cursor was, or will be, at some later time.
        self.set_reactive(DataTable.cursor_coordinate, Coordinate(0, 0))
        self.clear(columns=True)
        for head in heads:
            self.add_column(head.words, key=head.key, width=head.width)
        for one, texts in zip(window.rows, cells, strict=True):
            self.add_row(*texts, key=str(one.article.id))
        cursor = row if row is not None else window.row_of(chosen) if chosen is not None else 0
        self.set_reactive(DataTable.cursor_coordinate, Coordinate(cursor, 0))
        # At once: the next key may come before the table has counted its rows.
        self.virtual_size = Size(self.virtual_size.width, self.header_height + len(window.rows))
        y = top + moved if row is None else row - self.size.height // 2
        self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        first = int(self.scroll_y)
        filled = self.row_count == len(self.window.rows) > 0
        if filled and self.window.ends_near(first, first + self.size.height):
            self.post_message(self.Asked(self.middle, go=False))

    def action_scroll_top(self) -> None:
        """Go to the first article."""
        if self.window.above:
            self.post_message(self.Asked(None, go=True))
        else:
            super().action_scroll_top()

    def action_scroll_bottom(self) -> None:
        """Go to the last article."""
        if self.window.below:
            self.post_message(self.Asked(self.window.order.end, go=True))
        else:
            super().action_scroll_bottom()

"""The part of the library that is at hand: however many articles there are, only some hundred are in the table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text
from textual.coordinate import Coordinate
from textual.geometry import Size
from textual.message import Message
from textual.widgets import DataTable

from tui.widgets.article_table import ArticleTable

if TYPE_CHECKING:
    from store.article import Summary
    from store.library import Library

HALF = 150
"""So many articles are at hand above, and so many below, the one that is looked at."""
NEAR = 50
"""Rows from an end of what is at hand: the next are fetched before the reader is there."""
OLDEST = 0
"""Below all ids."""


@dataclass(frozen=True, slots=True)
class Window:
    """Articles that follow one another, the newest first, and whether there may be more ``above`` and ``below``."""

    rows: "tuple[Summary, ...]" = ()
    above: bool = False
    below: bool = False

    def row_of(self, article_id: int) -> int:
        """Where the article is, or the next older one, or else the last."""
        older = (row for row, one in enumerate(self.rows) if one.article.id <= article_id)
        return next(older, max(0, len(self.rows) - 1))

    def ends_near(self, first: int, last: int) -> bool:
        """Whether there are more articles soon above or below the rows that are in sight."""
        return (self.above and first < NEAR) or (self.below and last > len(self.rows) - NEAR)


def around(library: "Library", article_id: int | None) -> Window:
    """The articles around one, be it there or not; None is above the newest."""
    at = (article_id, article_id) if article_id is not None else None
    above = library.articles.page(end=at, limit=HALF) if at is not None else ()
    below = library.articles.page(start=at, limit=HALF)
    return Window((*above, *below), len(above) == HALF, len(below) == HALF)


class PagedTable(ArticleTable):
    """A table of a `Window`: its ends are the library's, and it says when it comes near those of the window."""

    class Asked(Message):
        """The articles ``around`` one are wanted; with ``go``, the cursor is to go there too."""

        def __init__(self, around: int | None, *, go: bool) -> None:
            super().__init__()
            self.around = around
            self.go = go

    window = Window()

    @property
    def chosen(self) -> int | None:
        """The article under the cursor."""
        return self._at(self.cursor_row)

    @property
    def middle(self) -> int | None:
        """The article in the middle of what is in sight."""
        return self._at(min(int(self.scroll_y) + self.size.height // 2, self.row_count - 1))

    def show(
        self, window: Window, columns: Mapping[str, int], cells: Iterable[Iterable[Text]], row: int | None
    ) -> None:
        """Show ``window``, with the cursor in that ``row``; without one, cursor and sight stay where they are."""
        chosen, middle, top = self.chosen, self.middle, self.scroll_y
        moved = window.row_of(middle) - self.window.row_of(middle) if middle is not None else 0
        self.window = window
        # Unwatched: the watcher would scroll to where the cursor was, or will be, at some later time.
        self.set_reactive(DataTable.cursor_coordinate, Coordinate(0, 0))
        self.clear(columns=True)
        for name, width in columns.items():
            self.add_column(name, key=name, width=width)
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

    def _at(self, row: int) -> int | None:
        return self.window.rows[row].article.id if 0 <= row < len(self.window.rows) else None

    def action_scroll_top(self) -> None:
        """Go to the newest article."""
        if self.window.above:
            self.post_message(self.Asked(None, go=True))
        else:
            super().action_scroll_top()

    def action_scroll_bottom(self) -> None:
        """Go to the oldest article."""
        if self.window.below:
            self.post_message(self.Asked(OLDEST, go=True))
        else:
            super().action_scroll_bottom()

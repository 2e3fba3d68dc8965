"""Drawing cards line by line, so that a book's claims cost no more than an article's."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claims.model import Span
from store.review import Item
from tui.keymap.keyed import Keyed
from tui.widgets.panel.card_stack import CardStack
from tui.widgets.panel.cards import Line, Look, Page, closed_card, open_card
from tui.widgets.legible import asked, readable
from tui.widgets.panel.fitting import wrap
from tui.widgets.panel.listing import Listing

EMPTY = "No claims found yet. Select a passage with {read.select-by-keys} and press {claims.mark} to mark one."
LOADING = "Reading the article for claims…"


class CardsView(Keyed, ScrollView):
    """Items as cards, the ``selected`` one open.

    All cards but that one are `HEIGHT` lines, so where a card stands is arithmetic.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {f"card--{look}" for look in (*get_args(Look), "marker", "selected")}

    selected: reactive[int | None] = reactive(None, init=False)
    loading_claims: reactive[bool] = reactive(False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: Sequence[Item] = ()
        self.listing = Listing()
        self._page = Page("", (), 1, 0)
        self._open: list[Line] = []
        self._stack = CardStack(0)
        self._cards: LRUCache[int, list[Line]] = LRUCache(256)
        self._on_screen: Span = (0, 0)

    @property
    def _view_height(self) -> int:
        return self.scrollable_content_region.height

    def _offset(self, index: int) -> int:
        return self._stack.top(index) - self.scroll_offset.y

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._page = replace(self._page, width=max(1, width - 1))
        self._cards.clear()
        self._open = open_card(self._items[self.selected], self._page) if self.selected is not None else []
        self._stack = CardStack(len(self._items), self.selected, len(self._open))
        self.virtual_size = Size(width, self._stack.height)
        self.refresh()

    def _reveal(self, index: int, offset: int) -> None:
        self._scroll(self._stack.reveal(index, offset, self._view_height))

    def _scroll(self, line: int) -> None:
        self.scroll_to(y=line, animate=False, force=True)

    def _is_on_screen(self, index: int) -> bool:
        start, end = self._items[index].span
        return start < self._on_screen[1] and end > self._on_screen[0]

    def render_line(self, y: int) -> Strip:
        """Draw the line ``y`` below the top of the view."""
        width = self.scrollable_content_region.width
        if not self._items:
            return self._render_empty(y, width)
        line = y + self.scroll_offset.y
        index = self._stack.at(line)
        if index is None:
            return Strip.blank(width, self._style("plain"))
        number = line - self._stack.top(index)
        if index == self.selected:
            pieces, marker = self._open[number], "▌"
        else:
            if index not in self._cards:
                self._cards[index] = closed_card(self._items[index], self._page)
            pieces, marker = self._cards[index][number], " "
        selected = index == self.selected and bool(pieces)
        if not selected:
            marker = "▎" if self._is_on_screen(index) else " "
        base = self._style("plain", selected=selected)
        segments = [Segment(marker, self._style("marker" if selected else "muted", selected=selected))]
        segments += [Segment(text, self._style(look, selected=selected)) for text, look in pieces]
        return Strip(segments).adjust_cell_length(width, base)

    def _render_empty(self, y: int, width: int) -> Strip:
        lines = ["", *wrap(LOADING if self.loading_claims else self.worded(EMPTY), width - 4, 8)]
        text = f"  {lines[y]}" if y < len(lines) else ""
        style = self._style("muted")
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _style(self, look: str, *, selected: bool = False) -> Style:
        style = self.get_component_rich_style(f"card--{look}")
        if selected:
            style += Style(bgcolor=self.get_component_rich_style("card--selected").bgcolor)
        return readable(style, asked(self.app))

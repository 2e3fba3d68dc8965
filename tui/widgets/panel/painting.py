"""Drawing cards line by line, so that a book's claims cost no more than an article's."""

from collections.abc import Sequence
from typing import get_args

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from claims.model import Span
from store.review import Item
from store.safety import label
from tui.bidi.levels import has_rtl
from tui.bidi.marking import labels_in_order
from tui.bidi.terminal import orders_text
from tui.config.schema import config_of
from tui.keymap.keyed import Keyed
from tui.parts import ViewPart
from tui.widgets.few_colours import ground, has_few, shown_by
from tui.widgets.late_styles import LateStyles
from tui.widgets.legible import asked, readable
from tui.widgets.panel.card_stack import CardStack
from tui.widgets.panel.cards import HEIGHT, SHORT, closed_card, open_card, short_card
from tui.widgets.panel.closed_heights import ClosedHeights
from tui.widgets.panel.fact_rows import Line, Look
from tui.widgets.panel.fitting import fit, wrap
from tui.widgets.panel.listing import Listing
from tui.widgets.panel.page import Page, content

EMPTY = "No claims found yet. Select a passage with {read.select-by-keys} and press {claims.mark} to mark one."
STOPPED = (
    "Reading was stopped before any claim was found. {around.reload} reads on. You can also select a passage with "
    "{read.select-by-keys} and press {claims.mark} to mark a claim."
)
LOADING = "Reading the article for claims…"
NONE_SHOWN = "No claim is like that. {read.clear-search} shows all again."
SELECTED, IN_SIGHT = "▌", "▎"
EXTRA = "⊘ filtered out"
"""What stands on the card of a claim that the filter keeps away, which is there because it is selected."""
MOST_LINES = 8
"""Lines that say why there are no cards."""
STYLES = {f"card--{look}" for look in (*get_args(Look), "marker", "selected", "heading")}
"""What is styled by itself: the component classes of the widget."""
LOW = 22
"""Lines of the view below which cards are short, so that it is a list all the same."""


class CardsView(Keyed, LateStyles, ViewPart):
    """The items of a `Listing` as cards, the ``selected`` one open.

    ``selected`` is an index into the items.
    """

    ALLOW_SELECT = False

    selected: reactive[int | None] = reactive(None, init=False, repaint=False)
    loading_claims: reactive[bool] = reactive(False)
    stopped: reactive[bool] = reactive(False)
    """Whether the reader stopped the reading for claims."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: Sequence[Item] = ()
        self.listing = Listing()
        self._page = Page("", (), 1, 0)
        self._open: list[Line] = []
        self._heights = ClosedHeights()
        self._usual_height = HEIGHT
        self._stack = CardStack()
        self._cards: LRUCache[int, tuple[Item, list[Line]]] = LRUCache(256)
        self._styles: dict[tuple[str, bool], Style] = {}
        self._on_screen: Span = (0, 0)
        self._width = 0

    @property
    def _view_height(self) -> int:
        return self.scrollable_content_region.height

    @property
    def _none_found(self) -> str:
        """What is said where there are no claims at all, with the keys for it."""
        return STOPPED if self.stopped else EMPTY

    def _is_extra(self, index: int) -> bool:  # noqa: ARG002 - for those that have some
        """Whether an item has a card only because it is selected."""
        return False

    def _offset(self, index: int) -> int:
        position = self.listing.position(index)
        return self._stack.top(position) - self.scroll_offset.y if position is not None else 0

    def _lay_out(self) -> None:
        width = self._width = self.scrollable_content_region.width
        page = self._page._replace(width=max(1, width - 1))
        cards, low = config_of(self.app).cards, 0 < self._view_height < LOW
        closed = SHORT if cards == "short" or (cards == "auto" and low) else HEIGHT
        if page != self._page or closed != self._usual_height:
            self._page, self._usual_height = page, closed
            self._cards.clear()
        # What has a card only because it is selected takes no more room than the others, and where lines are few, one.
        extra = self.selected is not None and self._is_extra(self.selected)
        opened = self.listing.position(self.selected) if not extra or closed == SHORT else None
        self._open = []
        if self.selected is not None and opened is not None:
            self._open = self._card(self.selected)[:1] if extra else open_card(self._items[self.selected], page)
        self._stack = CardStack(
            tops=self._heights.tops(self._items, self.listing, page, closed),
            opened=opened,
            open_height=len(self._open),
            spaced=closed == HEIGHT,
            headings=tuple(self.listing.headings),
        )
        self._extend(Size(width, self._stack.height))
        self.refresh()

    def _extend(self, size: Size) -> None:
        """Have ``size`` lines to scroll through. Textual would lay the whole screen out anew for that."""
        if size == self.virtual_size:
            return
        scrolls = size.height > self._view_height
        if not self.size or scrolls != self.show_vertical_scrollbar:
            self.virtual_size = size
        else:
            self.set_reactive(Widget.virtual_size, size)
            if scrolls:
                self.vertical_scrollbar.window_virtual_size = size.height

    def _reveal(self, index: int, offset: int) -> None:
        position = self.listing.position(index)
        if position is not None:
            self._scroll(self._stack.reveal(position, offset, self._view_height))

    def _scroll(self, line: int) -> None:
        self.scroll_to(y=line, animate=False, force=True)

    def _is_on_screen(self, index: int) -> bool:
        start, end = self._items[index].span
        return start < self._on_screen[1] and end > self._on_screen[0]

    def notify_style_update(self) -> None:
        """The theme may be another."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Draw the line ``y`` below the top of the view."""
        width = self._width
        if not self.listing.shown:
            return self._render_empty(y, width)
        line = y + self.scroll_offset.y
        position = self._stack.at(line)
        if position is None:
            return Strip.blank(width, self._style("plain"))
        number = line - self._stack.top(position)
        if number < 0:
            return self._render_heading(self.listing.headings[position], width)
        index = self.listing.shown[position]
        pieces = self._open[number] if position == self._stack.opened else self._card(index)[number]
        selected = index == self.selected and bool(pieces)
        marker = SELECTED if selected else IN_SIGHT if self._is_on_screen(index) else " "
        segments = [Segment(marker, self._style("marker" if selected else "muted", selected=selected))]
        plain = self._is_extra(index)
        if plain and number == 0:
            words = " ".join("".join(text for text, _ in pieces).split())
            pieces = [(fit(f"{EXTRA} · {words}", width - 1), "muted")]
        segments += [Segment(text, self._style("muted" if plain else look, selected=selected)) for text, look in pieces]
        if any(has_rtl(text) for text, _ in pieces) and orders_text(self.app):
            segments = labels_in_order(segments, content(self._items[index], self._page))
        return Strip(segments).adjust_cell_length(width, self._style("plain", selected=selected))

    def _card(self, index: int) -> list[Line]:
        item = self._items[index]
        known = self._cards.get(index)
        if known is None or known[0] is not item:
            lay_out = short_card if self._usual_height == SHORT else closed_card
            known = self._cards[index] = (item, lay_out(item, self._page))
        return known[1]

    def _render_heading(self, words: str, width: int) -> Strip:
        style = self._style("heading")
        return Strip([Segment(fit(f" {label(words)}", width), style)]).adjust_cell_length(width, style)

    def _render_empty(self, y: int, width: int) -> Strip:
        style = self._style("muted")
        if y > MOST_LINES:
            return Strip.blank(width, style)
        words = NONE_SHOWN if self._items else LOADING if self.loading_claims else self._none_found
        lines = ["", *wrap(self.worded(words), width - 4, MOST_LINES)]
        text = f"  {lines[y]}" if y < len(lines) else ""
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _style(self, look: str, *, selected: bool = False) -> Style:
        style = self._styles.get((look, selected))
        if style is None:
            style = self.get_component_rich_style(f"card--{look}")
            if selected:
                usual = self.get_component_styles("card--selected").background
                chosen = self.background_colors[1] + usual
                if has_few(self.app):
                    chosen = ground(("selected",), chosen, self.background_colors[1])
                style += Style(bgcolor=chosen.rich_color)
            style = self._styles[look, selected] = readable(style, asked(self.app), shown_by(self.app))
        return style

"""The panel of claims: what it shows, and what the reader does there."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from claims.model import Caveat, Span
from store.review import Item
from tui.keymap.bindings import bindings
from tui.widgets.panel.cards import HEIGHT, Page
from tui.widgets.panel.framing import FramedCards
from tui.widgets.panel.listing import listing


class ClaimsPanel(FramedCards, can_focus=True):
    """The items of one article as cards, in text order. It only shows and reports."""

    DEFAULT_CSS = """
    ClaimsPanel {
        background: $surface;
        color: $foreground;
        border: round $foreground 20%;
        border-title-color: $foreground 80%;
        overflow-x: hidden;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-color: $foreground 20%;
        scrollbar-background: $surface;
        &:focus { border: round $primary; border-title-color: $primary; }
        & > .card--speaker { text-style: bold; }
        & > .card--absent { text-style: italic; color: $text-muted; }
        & > .card--muted { color: $text-muted; }
        & > .card--caveat { color: $text-warning; }
        & > .card--reader { color: $text-accent; }
        & > .card--struck { color: $text-muted; text-style: dim strike; }
        & > .card--open { color: $text-muted; }
        & > .card--accepted { color: $text-success; }
        & > .card--rejected { color: $text-error; }
        & > .card--marker { color: $primary; }
        & > .card--selected { background: $primary 15%; }
    }
    """
    BINDINGS = bindings("panel")

    @dataclass
    class Chosen(Message):
        """The reader moved to a card; ``index`` is into the items shown."""

        index: int

    @dataclass
    class Opened(Message):
        """The reader wants to go on with this card in the text."""

        index: int

    @dataclass
    class Asked(Message):
        """The reader wants to know all about this card's claim."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._followed: int | None = None

    def show(
        self,
        document_text: str,
        items: Sequence[Item],
        caveats: Sequence[Caveat] = (),
        unsaved: frozenset[str] = frozenset(),
    ) -> None:
        """Show ``items``, which are in text order, over the text that their spans point into.

        The selection stays with the claim at the same place, or else with the same number, and its card stays where
        it is on the screen. ``caveats`` are those of the reading that the items' claims come from; ``unsaved`` are the
        annotations, by their uids, that are not kept as they are.
        """
        before = self._items[self.selected] if self.selected is not None else None
        offset = self._offset(self.selected) if self.selected is not None else 0
        in_view = 0 <= offset < self._view_height
        self._items = items
        self.listing = listing(items)
        highest = next((item.number for item in reversed(items) if item.number is not None), None)
        self._page = Page(
            document_text, caveats, 1, len(str(highest)) if highest else 0, unsaved, self.key_of("claims.details")
        )
        self._followed = None
        claims = [item for item in items if item.is_claim]
        self._counted = f"{len(claims)} · {sum(item.unreviewed for item in claims)} unreviewed" if claims else ""
        self._entitle()
        self.set_reactive(ClaimsPanel.selected, self._find(before) if before else None)
        self._lay_out()
        if self.selected is not None and in_view:
            self._reveal(self.selected, offset)
        else:
            self._scroll(self.scroll_offset.y)

    def follow(self, span: Span) -> None:
        """Say which stretch of the text is on the screen: its cards get a bar, and the first of them is scrolled to.

        Nothing scrolls where the reader looks at a selected card inside of it, or where its first claim is the same
        as before.
        """
        self._on_screen = span
        self.refresh()
        first = self._starting_at(span[0])
        if first == len(self._items) or self._items[first].span[0] >= span[1] or first == self._followed:
            return
        self._followed = first
        here = self.selected
        if here is None or not (
            self._is_on_screen(here) and self._stack.in_view(here, self.scroll_offset.y, self._view_height)
        ):
            self._scroll(self._stack.top(first))

    def validate_selected(self, index: int | None) -> int | None:
        """A selection beyond the items is none."""
        return index if index is not None and 0 <= index < len(self._items) else None

    def watch_selected(self, index: int | None) -> None:
        """Open the selected card where it stands on the screen, as far as it then is in full view."""
        offset = self._offset(index) if index is not None else 0
        self._lay_out()
        if index is not None:
            self._reveal(index, offset)

    def on_resize(self) -> None:
        """Wrap anew when the width has changed, and keep the selected card in view."""
        self._entitle()
        self._sign()
        offset = self._offset(self.selected) if self.selected is not None else 0
        self._lay_out()
        if self.selected is not None:
            self._reveal(self.selected, offset)

    # Which items are where in the text

    def _starting_at(self, offset: int) -> int:
        return bisect_left(self._items, offset, key=lambda item: item.span[0])

    def _find(self, wanted: Item) -> int | None:
        index = self._starting_at(wanted.span[0])
        while index < len(self._items) and (item := self._items[index]).span[0] == wanted.span[0]:
            if item.span == wanted.span and item.is_claim == wanted.is_claim:
                return index
            index += 1
        if wanted.number is None:
            return None
        return next((i for i, item in enumerate(self._items) if item.number == wanted.number), None)

    # What the reader does

    def action_step(self, by: int) -> None:
        """Select the next or previous card; with none selected, the one at the top of the view."""
        top = self._stack.at(self.scroll_offset.y) or 0
        self._choose(top if self.selected is None else self.selected + by)

    def action_page(self, by: int) -> None:
        """Select the card a view's height further on or back."""
        self.action_step(by * max(1, self._view_height // HEIGHT - 1))

    def action_first(self) -> None:
        """Select the first card."""
        self._choose(0)

    def action_last(self) -> None:
        """Select the last card."""
        self._choose(len(self._items) - 1)

    def action_open(self) -> None:
        """Go on with the selected card in the text."""
        if self.selected is not None:
            self.post_message(self.Opened(self.selected))

    def on_click(self, event: events.Click) -> None:
        """Choose the card under the pointer; a double click opens it, though it has unfolded since the first.

        On the last line that is written on the open card, show all about its claim.
        """
        if event.chain > 1:
            self.action_open()
            return
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset is not None else -1
        index = self._stack.at(line) if offset is not None else None
        if index is None:
            return
        if index == self.selected and line - self._stack.top(index) == len(self._open) - 2:
            self.post_message(self.Asked(index))
        else:
            self._choose(index)

    def _choose(self, index: int) -> None:
        if self._items:
            self.selected = max(0, min(index, len(self._items) - 1))
            self.post_message(self.Chosen(self.selected))

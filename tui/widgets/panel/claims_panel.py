"""The panel of claims: what it shows, and what the reader does there."""

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView

from claims.model import Caveat, Span
from claims.text import Text
from store.items import Item
from tui.keymap.bindings import bindings
from tui.widgets.article.glyphs import NOTE
from tui.widgets.panel.arranging import ArrangedCards
from tui.widgets.panel.cards import names_speaker, part_at
from tui.widgets.panel.facts import EVIDENCE
from tui.widgets.panel.framing import is_among, is_unreviewed
from tui.widgets.panel.painting import STYLES


class _OfCard(Message):
    """Something about a card; ``index`` is into the items shown."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index


class ClaimsPanel(ArrangedCards, ScrollView, can_focus=True):
    """The items of one article as cards. It only shows and reports."""

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
        & > .card--heading { background: $panel; color: $foreground; text-style: bold; }
        & > .card--selected { background: $primary 15%; }
    }
    """
    COMPONENT_CLASSES = STYLES
    BINDINGS = bindings("panel", "beginning")
    # A click chooses a card and leaves the keys where they are: they would mean other things all at once.
    FOCUS_ON_CLICK = False

    class Chosen(_OfCard):
        """The reader moved to a card."""

    class Opened(_OfCard):
        """The reader wants to go on with this card in the text."""

    class Selecting(Message):
        """The reader wants to select words in the text."""

    class Asked(_OfCard):
        """The reader wants to know all about this card's claim."""

    class Noted(_OfCard):
        """The reader wants to go on with the note on this card."""

    class Evidenced(_OfCard):
        """The reader wants to look at a piece of evidence on this card: the ``nth``, from 0."""

        def __init__(self, index: int, nth: int) -> None:
            super().__init__(index)
            self.nth = nth

    class Voiced(_OfCard):
        """The reader wants to see what else is said by who says this."""

    class Unreviewed(Message):
        """The reader wants to see what is not reviewed, or all again."""

    class Unplaced(Message):
        """The reader wants to see what has no sure place."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._followed: int | None = None

    def show(
        self,
        document_text: Text,
        items: Sequence[Item],
        caveats: Sequence[Caveat] = (),
        unsaved: frozenset[str] = frozenset(),
        references: Sequence[Span] = (),
    ) -> None:
        self._followed = None
        super().show(document_text, items, caveats, unsaved, references)

    def follow(self, span: Span) -> None:
        """Say which stretch of the text is on the screen: its cards get a bar, and the first of them is scrolled to.

        Nothing scrolls where the reader looks at a selected card inside of it, or where its first claim is the same
        as before. Where the cards are not in the order of the text nothing scrolls at all.
        """
        if span == self._on_screen and self._followed is not None:
            return
        self._on_screen = span
        self.refresh()
        first = next(self.listing.after(self._starting_at(span[0]) - 1, 1), None)
        if first is None or self._items[first].span[0] >= span[1] or first == self._followed:
            return
        self._followed = first
        here = self.selected
        position, at = self.listing.position(here), self.listing.position(first)
        if not self.listing.in_text_order or at is None:
            return
        if here is None or not (
            position is not None
            and self._is_on_screen(here)
            and self._stack.in_view(position, self.scroll_offset.y, self._view_height)
        ):
            self._scroll(self._stack.top(at))

    def validate_selected(self, index: int | None) -> int | None:
        """A selection beyond the items is none."""
        return index if index is not None and 0 <= index < len(self._items) else None

    def on_resize(self) -> None:
        """Wrap anew when the width has changed, and keep the selected card in view."""
        self._entitle()
        self._sign()
        offset = self._offset(self.selected) if self.selected is not None else 0
        self._lay_out()
        if self.selected is not None:
            self._reveal(self.selected, offset)

    # What the reader does

    def action_step(self, by: int) -> None:
        """Select the next or previous card; with none selected, the one at the top of the view."""
        here = self.listing.position(self.selected)
        top = self._stack.at(self.scroll_offset.y) or 0
        self._choose(top if here is None else here + by)

    def action_page(self, by: int) -> None:
        """Select the card a view's height further on or back."""
        self.action_step(by * max(1, self._view_height // self._usual_height - 1))

    def action_first(self) -> None:
        """Select the first card."""
        self._choose(0)

    def action_last(self) -> None:
        """Select the last card."""
        self._choose(len(self.listing.shown) - 1)

    def action_open(self) -> None:
        """Go on with the selected card in the text."""
        if self.selected is not None:
            self.post_message(self.Opened(self.selected))

    def action_read_caret(self) -> None:
        """Select words: in the text, since there are none to select here."""
        self.post_message(self.Selecting())

    def on_click(self, event: events.Click) -> None:
        """Choose the card under the pointer; a double click opens it, though it has unfolded since the first.

        On the last line that is written on the open card, show all about its claim; on its note, go on writing it, on a
        piece of evidence, look at that, and on who says it, show what they say. On the frame over the cards, put them
        in the next order, but on the number of those that are not reviewed, or of what has no sure place, show these;
        under them, where it is told who found them, show all about the selected one.
        """
        if event.get_content_offset(self) is None and event.y in (0, self.outer_size.height - 1):
            self._press_frame(event)
            return
        if event.chain > 1:
            self.action_open()
            return
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset is not None else -1
        position = self._stack.at(line) if offset is not None else None
        if position is None:
            return
        index, number = self.listing.shown[position], line - self._stack.top(position)
        if index != self.selected:
            self._choose(position)
        elif number == len(self._open) - 2:
            self.post_message(self.Asked(index))
        else:
            self._press(index, position, number, offset.x - 1 if offset is not None else -1)

    def _press_frame(self, event: events.Click) -> None:
        if event.y > 0:
            if self.tells_who_found(event.x):
                self._ask()
        # Before the title there are the corner and a blank.
        elif is_unreviewed(self._title, event.x - 2):
            self.post_message(self.Unreviewed())
        elif is_among(self.unplaced, self._title, event.x - 2):
            self.post_message(self.Unplaced())
        else:
            self.action_sort()

    def _ask(self) -> None:
        """Have all shown about the selected claim, or the first in view."""
        if self.selected is None:
            self.action_step(0)
        if self.selected is not None:
            self.post_message(self.Asked(self.selected))

    def _press(self, index: int, position: int, number: int, cell: int) -> None:
        """Do what the line ``number`` of the open card is for; most are for choosing it again."""
        sign, nth = part_at(self._open, number)
        if sign == NOTE:
            self.post_message(self.Noted(index))
        elif sign == EVIDENCE:
            self.post_message(self.Evidenced(index, nth))
        elif self._items[index].is_claim and names_speaker(self._open, number, cell):
            self.post_message(self.Voiced(index))
        else:
            self._choose(position)

    def _choose(self, position: int) -> None:
        shown = self.listing.shown
        if shown:
            self.selected = shown[max(0, min(position, len(shown) - 1))]
            # Past what lies between: so the screen shows it in the text before the cards alone are painted.
            self.screen.post_message(self.Chosen(self.selected))

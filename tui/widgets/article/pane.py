"""The article as the reader sees it: its text, the claims on it, and a caret for selecting by keyboard."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from claims.model import Reading, Span
from claims.text import Text
from store.document import Document
from store.review import Item
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.widgets.article import palette
from tui.widgets.article.drawn import Drawn
from tui.widgets.article.framed import FramedFlow
from tui.widgets.article.glyphs import NOTE
from tui.widgets.article.gutter import gutter
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.layers import Shown, Underlay, touching
from tui.widgets.article.linked import LETTERS
from tui.widgets.article.links import Link
from tui.widgets.article.motions import paragraph_at
from tui.widgets.article.setting import Line, Run


class ArticlePane(Keyed, FramedFlow, ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a `Document` with highlighted `Item`'s. All offsets are code points into the document's text.

    It only shows and reports: what a click or a selection means is for the screen to decide.
    """

    DEFAULT_CSS = palette.ARTICLE_CSS
    LATE_CSS = palette.STYLES_CSS
    COMPONENT_CLASSES = palette.COMPONENT_CLASSES
    BINDINGS = [*LETTERS, *bindings("scrolling", "beginning", "selecting")]

    selected: reactive[int | None] = reactive(None, repaint=False)
    """The item that is drawn emphatically, an index into the items; setting it does not scroll."""
    focused_on: reactive[bool] = reactive(False)
    """Whether all is dimmed but the sentences of the selected item, or of those that alone are drawn."""

    class Clicked(Message):
        """A click without a drag: at which offset, and on which items (indexes, smallest span first).

        ``link`` is the link that was hit, and ``sign`` whether it was by its sign; ``note`` whether it was the sign
        of the note on the item that is selected.
        """

        def __init__(
            self,
            offset: int,
            items: tuple[int, ...],
            link: Link | None = None,
            *,
            sign: bool = False,
            note: bool = False,
        ) -> None:
            super().__init__()
            self.offset = offset
            self.items = items
            self.link = link
            self.sign = sign
            self.note = note

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.reading: Reading | None = None
        self.drawn = Drawn()
        self._underlay = Underlay()
        self._lit: list[Span] | None = None
        self._hit_is_newer = False
        self.instead: tuple[Item, Item] | None = None
        """One of the items, and what is drawn for its words while it is being amended."""

    @property
    def items(self) -> Sequence[Item]:
        """What is drawn on the text."""
        return self.drawn.items

    @property
    def shown(self) -> Shown:
        """The layers that are drawn."""
        return self.drawn.shown

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top; items, caret and search hits of another go."""
        if document is not self.document:
            self.drawn, self.reading = Drawn((), self.shown), None
            self._underlay = Underlay()
            self.selected = None
        super().show(document, at=at)

    def mark(self, items: Sequence[Item], reading: Reading | None = None) -> None:
        """Draw ``items`` instead of those that were; the text on the screen stays where it is.

        ``reading`` is what the layers are taken from that are no items.
        """
        if reading is not self.reading:
            self.reading, self._underlay = reading, Underlay(reading, self.shown)
        self._draw(Drawn(items, self.shown, self.drawn.among))

    def show_layers(self, shown: Shown) -> None:
        """Draw these layers and no others."""
        if shown != self.shown:
            self._underlay = Underlay(self.reading, shown)
            self._draw(Drawn(self.items, shown, self.drawn.among))

    def show_only(self, among: frozenset[int] | None) -> None:
        """Draw these of the items (indexes) and no others, or with None all."""
        if among != self.drawn.among:
            self._draw(Drawn(self.items, self.shown, among))

    def _draw(self, drawn: Drawn) -> None:
        before, self.drawn = self.drawn, drawn
        self._light()
        self.decorate(drawn, drawn.changed_since(before))

    def highlights_on(self, line: Line) -> list[Highlight]:
        """The items, search hits, selection and caret on ``line``."""
        start, end = line.start, max(line.end, line.start + 1)
        over = [*self._items_on(start, end), *self.hits_on(line), *self.chosen_on(line)]
        return [*over, *self.selected_on(line)] if line.covers else over

    def _items_on(self, start: int, end: int) -> Iterator[Highlight]:
        drawn = self._drawn_on(start, end)
        if self._lit is None:
            yield from (*self._underlay.on(start, end), *drawn)
            return
        yield from (one for one in drawn if one.item == self.selected or self.drawn.among is not None)
        dark = start
        for first, last in (*touching(self._lit, start, end), (end, end)):
            if dark < min(first, end):
                yield Highlight(dark, min(first, end), "dimmed")
            dark = max(dark, last)

    def _drawn_on(self, start: int, end: int) -> list[Highlight]:
        drawn = self.drawn.highlights(start, end, self.selected)
        if self.instead is None:
            return drawn
        item, now = self.instead
        index = self.drawn.index_of(item)
        amended = Drawn((now,), self.shown).highlights(start, end, 0)
        here = -1 if index is None else index
        return sorted([one for one in drawn if one.item != index] + [one._replace(item=here) for one in amended])

    def gutter_of(self, line: Line, over: Sequence[Highlight], width: int) -> tuple[Run, ...]:
        """States, signs and bars of what stands on ``line``."""
        return gutter(line, over, self.drawn, self._underlay, self.selected, width)

    def spot(self, x: int, y: int) -> tuple[Span, Run | None]:
        """The cluster and the run at a cell of the view; left of the text, what stands there for an item."""
        span, run = super().spot(x, y)
        return span, run or next((one for one in self.beside(x, y) if one.item >= 0), None)

    def _light(self) -> None:
        """Find the sentences that are not to be dimmed: of what alone is drawn, else of the selected item."""
        here, among, self._lit = self.selected, self.drawn.among, None
        if not self.focused_on or (among is None and (here is None or here >= len(self.items))):
            return
        items = [self.items[i] for i in ([here] if among is None else among) if i is not None and i < len(self.items)]
        pieces = [piece for item in items for piece in (*item.content, *item.source, *item.cue)]
        found = {one for piece in pieces for one in self._underlay.sentences(*piece)}
        self._lit = sorted(found or {paragraph_at(self.text, start) for start, _ in pieces})

    @property
    def caret_begins(self) -> Sequence[int]:
        """At the selected item or the last search hit: first that of them which was gone to last."""
        here = self.selected
        at = (self.items[here].span[0],) if here is not None and here < len(self.items) else ()
        hit = super().caret_begins
        return (*hit, *at) if self._hit_is_newer else (*at, *hit)

    def go_to_hit(self, number: int, at: int | None = None) -> None:
        """Show the hit ``number``, from 0; see `SearchedFlow.go_to_hit`."""
        super().go_to_hit(number, at)
        self._hit_is_newer = True

    def sentence_at(self, text: Text, at: int) -> Span:
        """The sentence at ``at``: as the article was read for claims, else as far as can be seen from its signs."""
        start, end = next(iter(self._underlay.sentences(at, at + 1)), (at, at))
        return (start, start + len(text[start:end].rstrip())) if start <= at < end else super().sentence_at(text, at)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """The selected item stays in sight where it was: what is done next is done to it."""
        here, seen = self.selected, self._reported
        if here is not None and seen is not None and here < len(self.items):
            at = self.items[here].span[0]
            if seen[0] <= at < seen[1]:
                self.call_after_refresh(self.reveal, at, at + 1, context=0)

    def watch_selected(self, selected: int | None) -> None:
        """Draw another item emphatically."""
        self._hit_is_newer = False
        self.emphasised = selected
        if self.drawn.among is None:
            self._light()
        self.repaint()

    def watch_focused_on(self) -> None:
        """Dim all but the selected item, or no longer."""
        self._light()
        self.repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is amended its piece is not let go of: that is left as a whole."""
        if action == "put_away" and self.instead is not None:
            return False
        return super().check_action(action, parameters)

    def clicked(self, offset: int, run: Run | None) -> None:
        """Say what was clicked; a claim's number counts as the claim."""
        items = self.drawn.at(offset) if run else ()
        if run is not None and run.item >= 0:
            items = (run.item, *(index for index in items if index != run.item))
        if self.caret is not None and self.instead is None:
            self.caret = offset
        link = self.link_under(offset, run)
        sign = run is not None and not run.source
        note = run is not None and sign and run.text == NOTE and run.item == self.selected
        self.post_message(self.Clicked(offset, items, link, sign=sign, note=note))

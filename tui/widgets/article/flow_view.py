"""A scrolling view of a document's flow: only what is on the screen is set, measured and painted."""

import asyncio
from collections.abc import Sequence
from time import monotonic

from textual import events, work
from textual.geometry import Size
from textual.message import Message
from textual.scrollbar import ScrollDown, ScrollUp
from textual.widget import Widget

from claims.model import Span
from store.document import Document
from tui.bidi.terminal import orders_text
from tui.parts import ViewPart
from tui.resting import rest_of
from tui.widgets.article.flow import Flow, span_of
from tui.widgets.article.glyphs import SignSource
from tui.widgets.article.gutter import NARROW, room
from tui.widgets.article.setting import Line

MEASURE = 88
"""The longest line in cells: longer ones are hard to follow to the next."""
CONTEXT = 2
"""Rows kept above and below what is revealed."""
_SLICE, _PAUSE, _REST = 0.004, 0.002, 0.2
"""Seconds that measuring in the background takes at a time, pauses in between, and rests when the reader moves."""


class FlowView(ViewPart):
    """Shows a `Document` from any offset, and keeps its place when anything about its layout changes.

    ``measure`` is the longest line, in cells; it is set before there is something to show.
    """

    class Scrolled(Message, namespace="article_pane"):
        """Other text is on the screen now: ``span`` is what is visible, in offsets."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

        def can_replace(self, message: Message) -> bool:
            """A flood of them is one."""
            return isinstance(message, FlowView.Scrolled)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._flow = Flow(Document("", ()), 1)
        self._shown: Document | None = None
        self.measure = MEASURE
        self._place = (0, 1)
        self._placed_at: float | None = 0.0
        self._reported: Span | None = None

    # --- what is shown ------------------------------------------------------------------------------------------

    @property
    def document(self) -> Document | None:
        """The document on show, or None."""
        return self._shown

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at offset ``at`` at the top."""
        if document is not self._shown:
            self._shown = document
            self._reported = None
            self._flow = Flow(document, self._geometry[2], spare=self._spare, visual=orders_text(self.app))
        self._restore((at, 0 if at else 1))

    def decorate(self, signs: SignSource, spans: Sequence[Span] | None = None) -> None:
        """Draw ``signs`` among the words, and keep the text on the screen where it is.

        They are others than before only in ``spans``, or anywhere.
        """
        place = self._here()
        if self._flow.decorate(signs, spans):
            self._restore(place)
        else:
            self.repaint()

    def repaint(self) -> None:
        """Paint again what is visible, since what is drawn over the text has changed."""
        self.refresh()

    # --- place --------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> int:
        """The height of the view in rows."""
        return self.scrollable_content_region.height

    @property
    def _row(self) -> int:
        return round(self.scroll_y)

    def _visible(self) -> list[Line]:
        return self._flow.window(self._row, self.rows)

    @property
    def visible_span(self) -> Span:
        """The offsets of the text on the screen; empty while there is none."""
        return span_of(self._visible()) or (self._place[0], self._place[0])

    @property
    def top(self) -> int:
        """The offset of the first visible text."""
        return self.visible_span[0]

    def _here(self) -> tuple[int, int]:
        """The place to be kept when lines change: a visible offset, and its row on the screen."""
        # The place is remembered as it was last chosen, so that narrow and wide again ends where it began.
        if self.scroll_y == self._placed_at:
            return self._place
        visible = enumerate(self._visible())
        return next(((line.start, row) for row, line in visible if line.covers), self._place)

    def _restore(self, place: tuple[int, int]) -> None:
        """Put the text at an offset on a row of the screen, counted from its top."""
        offset, row = self._place = place
        if not self.is_attached or not self.size:
            self._placed_at = self.scroll_y
            return
        self._measure_at(offset)
        self.virtual_size = self._extent
        self._go(self._flow.where(offset) - row)
        self._placed_at = self.scroll_y
        self.repaint()
        self._report()
        if self._flow.unmeasured is not None:
            self._refine()

    @property
    def _extent(self) -> Size:
        return Size(self.scrollable_content_region.width, self._flow.total)

    def _measure_at(self, offset: int) -> bool:
        return self._flow.measure_around(self._flow.unit_of(offset), self.rows, 2 * self.rows)

    def _go(self, row: int) -> None:
        # By force, since until the next layout Textual may take the view for one that cannot scroll.
        self.scroll_to(y=row, animate=False, force=True)

    def scroll_rows(self, rows: int) -> None:
        """Scroll by ``rows`` at once."""
        self._go(self._row + rows)

    def reveal(self, start: int, end: int, *, centre: bool = False, context: int = CONTEXT) -> None:
        """Scroll so that ``[start, end)`` is visible with ``context`` rows around it; not at all where it already is.

        What is far off comes to the upper third of the screen, or with ``centre`` to its middle.
        """
        if not self.size or self._shown is None:
            self._place = (start, self.rows // 3)
            return
        self._measured(start)
        first, last, top = self._flow.where(start), self._flow.where(max(start, end - 1)), self._row
        context = min(context, max(0, (self.rows - 1) // 4))
        above, below = first - top - context, last - (top + self.rows - 1 - context)
        if (above >= 0 or top == 0) and below <= 0:
            return
        if centre:
            y = first - max(context, (self.rows - (last - first + 1)) // 2)
        elif last - first + 1 + 2 * context > self.rows or max(-above, below) > self.rows // 2:
            y = first - max(context, min(self.rows // 3, self.rows - (last - first + 1) - context))
        else:
            y = top + (above if above < 0 else below)
        self._go(y)

    # --- measuring ----------------------------------------------------------------------------------------------

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Measure what came into view."""
        super().watch_scroll_y(old_value, new_value)
        unit, place = self._flow.at(self._row)
        if self._flow.measure_around(unit, self.rows, 2 * self.rows):
            self._follow(self._flow.top(unit) + min(place, self._flow.height(unit) - 1))
        self._report()

    def _measured(self, offset: int) -> None:
        """Measure around ``offset``, and keep the row at the top of the screen where it is."""
        unit, place = self._flow.at(self._row)
        if self._measure_at(offset):
            self._follow(self._flow.top(unit) + place)

    def _follow(self, row: int) -> None:
        """Heights above have changed: the same text now stands at ``row``. What is on the screen does not change."""
        # Not by assignment, which would lay the whole screen out again at every slice.
        self.set_reactive(Widget.virtual_size, self._extent)
        self.vertical_scrollbar.window_virtual_size = self._flow.total
        if row != self._row:
            unmoved = self.scroll_y == self._placed_at
            self.set_reactive(Widget.scroll_y, float(row))
            self.scroll_target_y = float(row)
            self.vertical_scrollbar.position = row
            if unmoved:
                self._placed_at = self.scroll_y

    @work(group="refine", exclusive=True)
    async def _refine(self) -> None:
        """Measure the whole document a slice at a time."""
        flow = self._flow
        while flow is self._flow and flow.unmeasured is not None:
            unit, place = flow.at(self._row)
            until = monotonic() + _SLICE
            while (index := flow.unmeasured) is not None and monotonic() < until:
                flow.measure(index)
            self._follow(flow.top(unit) + place)
            here = self.scroll_y
            await asyncio.sleep(_PAUSE)
            # A key need not scroll: each slice of this between its messages would put off its paint.
            while here != self.scroll_y or rest_of(self.app) < _REST:
                here = self.scroll_y
                await asyncio.sleep(_REST)

    # --- events and painting ------------------------------------------------------------------------------------

    @property
    def _geometry(self) -> tuple[int, int, int]:
        """Width, left margin and breadth of the text, in cells."""
        width = self.scrollable_content_region.width
        left = room(width) + self.further_left(width)
        breadth = max(1, min(self.measure, width - left - min(left, NARROW)))
        return width, max(left, (width - breadth) // 2), breadth

    @property
    def _spare(self) -> int:
        """The cells right of the text, but for one before the edge."""
        width, left, breadth = self._geometry
        return max(0, width - left - breadth - 1)

    def further_left(self, width: int) -> int:  # noqa: ARG002 - for those that have something there
        """The cells that something needs left of the gutter in a view of ``width``."""
        return 0

    def on_scroll_up(self, event: ScrollUp) -> None:
        """A page up, by a click on the scroll bar; Textual would animate it."""
        event.prevent_default()
        self.scroll_rows(-self.rows)

    def on_scroll_down(self, event: ScrollDown) -> None:
        """A page down, by a click on the scroll bar."""
        event.prevent_default()
        self.scroll_rows(self.rows)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Set everything at the new width, with the same text at the top; at the end, where only the height changes."""
        place, breadth = self._here(), self._geometry[2]
        # Else a line that comes at the foot would cover the last words, which may just have been gone to.
        at_end = breadth == self._flow.width and self._reported is not None and self._reported[1] >= self._length
        self._reported = None
        self._flow.reflow(breadth, self._spare)
        self._restore(place)
        if at_end and self._row:
            self._go(self._flow.total)

    @property
    def _length(self) -> int:
        return len(self._flow.document.text)

    def _report(self) -> None:
        span = self.visible_span
        if span != self._reported:
            self._reported = span
            self.now_shows(span)

    def now_shows(self, span: Span) -> None:
        """Other text is in sight now, or the view has another size: ``span`` is what is visible, in offsets."""
        self.post_message(self.Scrolled(span))

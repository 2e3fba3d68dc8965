"""Selecting text with the mouse. The selection is kept where Textual keeps all selections, so that copying works."""

from collections.abc import Callable

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.timer import Timer

from claims.model import Span
from claims.text import Text
from tui.widgets.article.motions import paragraph_at, trimmed, whole_word_at, word_at
from tui.widgets.article.painted_view import PaintedFlow
from tui.widgets.article.setting import Run
from tui.widgets.article.wrapping import cluster_at

_DRAG_SCROLLS_EVERY = 1 / 20
_FASTEST_DRAG = 6
"""Rows a tick at most, when the pointer is far over the edge."""
_UNITS: tuple[Callable[[Text, int], Span], ...] = (whole_word_at, word_at, paragraph_at)
"""What a drag selects by from the first, the second and the third press in a row. Letters are for the keys."""


class SelectableFlow(PaintedFlow):
    """A view whose text can be dragged over, double-clicked and triple-clicked, and a selection extended with shift."""

    # Textual's own way of selecting knows only what is on the screen, and can cut an emoji in half.
    ALLOW_SELECT = False

    class Selected(Message, namespace="article_pane"):
        """The reader's selection is finished, or (None) cleared."""

        def __init__(self, span: Span | None) -> None:
            super().__init__()
            self.span = span

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pressed: Span | None = None  # from where on a drag selects
        self._by: Callable[[Text, int], Span] = whole_word_at
        self._extended: Span | None = None  # the end that a press with shift leaves where it is
        self._clicked: tuple[events.Click, Span] | None = None
        self._dragged = False
        self._pointer = Offset()
        self._drag_timer: Timer | None = None

    @property
    def text(self) -> Text:
        """The text on show."""
        return self._flow.document.text

    # --- the selection ------------------------------------------------------------------------------------------

    @property
    def selection(self) -> Span | None:
        """The selected span in offsets, or None."""
        if not self.is_attached or self.text_selection is None:
            return None
        start, end = self.text_selection
        return start.x if start else 0, end.x if end else len(self.text)

    def select(self, start: int, end: int) -> None:
        """Select ``[start, end)``, widened to whole grapheme clusters; an empty span clears the selection."""
        if not 0 <= start < end <= len(self.text):
            self.clear_selection()
            return
        low, high = cluster_at(self.text, start)[0], cluster_at(self.text, end - 1)[1]
        if (low, high) != self.selection:
            self.screen.selections = {self: Selection(Offset(low, 0), Offset(high, 0))}
            self.refresh()

    def clear_selection(self) -> None:
        """Select nothing."""
        if self.selection is not None:
            self.screen.clear_selection()

    def selection_updated(self, selection: Selection | None) -> None:
        """Textual says that the selection has changed; it also clears it of itself, at a click elsewhere."""
        self.refresh()
        if selection is None:
            # Later, since a message sent while the screen is at work would count as the screen's and stop there.
            self.call_next(lambda: self.post_message(self.Selected(None)))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:  # noqa: ARG002 - it is kept as offsets
        """What Textual copies: the article's own text."""
        span = self.selection
        return (self.text[slice(*span)], "\n") if span else None

    # --- the mouse ----------------------------------------------------------------------------------------------

    def spot(self, x: int, y: int) -> tuple[Span, Run | None]:
        """The grapheme cluster and the run, if any, at a cell of the view.

        Between two paragraphs it is where the next begins and where the last ends, so that a selection from or to
        there takes no line feed with it.
        """
        line = self.line_on(max(0, min(y, self.rows - 1)))
        if line is None:
            return (len(self.text), len(self.text)), None
        offset, run = self.as_painted(line).offset_at(x - self._geometry[1])
        if line.covers:
            return cluster_at(self.text, offset), run
        below = offset + (self.text[offset : offset + 1] == "\n")
        return (below, below - 1 if self.text[below - 1 : below] == "\n" else below), run

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a drag: by words, by paragraphs after clicks, or with shift from where the selection is."""
        if event.button != 1 or not self.text:
            return
        self._pointer = event.get_content_offset_capture(self)
        here, self._dragged = self.spot(*self._pointer)[0], False
        self._by = _UNITS[min(self._clicks_before(event), len(_UNITS) - 1)]
        self._extended = self._fixed_end(here[0]) if event.shift else None
        self._pressed = self._extended or self._unit_at(here)
        self.capture_mouse()

    def _clicks_before(self, event: events.MouseDown) -> int:
        """How many clicks this press follows at once and in place."""
        if self._clicked is None or self._clicked[0].screen_offset != event.screen_offset:
            return 0
        last = self._clicked[0]
        return last.chain if event.time - last.time <= self.app.CLICK_CHAIN_TIME_THRESHOLD else 0

    def _fixed_end(self, at: int) -> Span | None:
        """The end of the selection that is further from ``at``; where there is none, from where one is begun."""
        if self.selection is None:
            return self.origin
        end = max(self.selection, key=lambda end: abs(end - at))
        return end, end

    @property
    def origin(self) -> Span | None:
        """Where a selection that is only extended begins: where the last click was."""
        return self._clicked and self._clicked[1]

    def _unit_at(self, here: Span) -> Span:
        # Between two paragraphs there is nothing to widen.
        return self._by(self.text, here[0]) if here[0] < here[1] else here

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select as far as the pointer is; over an edge, scroll on."""
        if self._pressed is None:
            return
        pointer = event.get_content_offset_capture(self)
        if pointer == self._pointer:
            return
        self._pointer, self._dragged = pointer, True
        self._drag()
        beyond = not 0 <= pointer.y < self.rows
        if beyond and self._drag_timer is None:
            self._drag_timer = self.set_interval(_DRAG_SCROLLS_EVERY, self._drag)
        elif not beyond:
            self._stop_timer()

    def _drag(self) -> None:
        y = self._pointer.y
        over = min(y, 0) + max(0, y - self.rows + 1)
        if over:
            self.scroll_rows(max(-_FASTEST_DRAG, min(over, _FASTEST_DRAG)))
        if self._pressed is not None:
            here = self._unit_at(self.spot(*self._pointer)[0])
            self.select(*trimmed(self.text, min(self._pressed[0], here[0]), max(self._pressed[1], here[1])))

    def on_mouse_up(self) -> None:
        """End a drag."""
        if self._pressed is not None:
            self._pressed = None
            self.release_mouse()
            self._stop_timer()
            if self._dragged:
                self.selected_by_mouse()

    def _stop_timer(self) -> None:
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None

    def on_click(self, event: events.Click) -> None:
        """Once reports where, twice selects the word, three times the paragraph; with shift, what lies between."""
        before, self._clicked, fixed = self._clicked, None, self._extended
        if self._dragged or event.button != 1 or not self.text:
            return
        pointer = event.get_content_offset_capture(self)
        span, run = self.spot(*pointer)
        self._clicked = event, span
        if self.at_edge(run, pointer.y):
            return
        if event.shift and fixed is not None:
            here = whole_word_at(self.text, span[0]) if span[0] < span[1] else span
            self.select(*trimmed(self.text, min(fixed[0], here[0]), max(fixed[1], here[1])))
            self.selected_by_mouse()
        elif event.chain == 1 or before is None:
            # Twice in the library opened this article: the first time was not here.
            self.clicked(span[0], run)
        else:
            self.select(*(word_at if event.chain == 2 else paragraph_at)(self.text, span[0]))
            self.selected_by_mouse()

    def selected_by_mouse(self) -> None:
        """A selection with the mouse is finished."""
        self.post_message(self.Selected(self.selection))

    def clicked(self, offset: int, run: Run | None) -> None:
        """A click at ``offset``, on ``run`` if on anything painted."""

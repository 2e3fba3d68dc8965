"""Wide tables in a view: moved by columns, and so that what is gone to is seen."""

from textual import events

from claims.model import Span
from store.document import Document
from tui.widgets.article.flow_view import CONTEXT, FlowView
from tui.widgets.article.setting import Line, Run
from tui.widgets.article.tables import MORE_RIGHT

NOT_WIDE = "No table in sight is wider than the text."
_ROWS_FOR_A_HEADER = 6
"""In a view of fewer rows each is needed for the text."""


class SidewaysFlow(FlowView):
    """A view whose wide tables are seen a few columns at a time, and whose long ones keep their header in sight."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sought: Span | None = None  # what is to be seen as soon as there is room to see anything

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top; tables stay at the columns that they were moved to."""
        before = self._flow
        super().show(document, at=at)
        if self._flow is not before:
            self._flow.move_tables_as(before)
            self.repaint()

    def line_on(self, y: int) -> Line | None:
        """The line on row ``y`` of the view; on the first one, over the columns of a table, their header."""
        header = self._flow.header_over(self._row) if y == 0 and self.rows >= _ROWS_FOR_A_HEADER else None
        return header or self._flow.line(self._row + y)

    def row_of(self, offset: int) -> int:
        """The row of the view on which ``offset`` stands; one outside of it where it is not in sight."""
        return self._flow.where(offset) - self._row

    def table_at(self, y: int) -> int | None:
        """The unit on row ``y`` of the view, if it is a row of a table of which only a part is seen."""
        if not 0 <= self._row + y < self._flow.total:
            return None
        unit, _ = self._flow.at(self._row + y)
        return unit if self._flow.is_wide(unit) else None

    def move_table(self, step: int, near: int | None = None) -> bool | None:
        """Move the wide table nearest to row ``near`` of the view, or to its middle, by ``step`` columns.

        Whether it moved, which at its end it does not; None where no wide table is in sight.
        """
        y = self.rows // 2 if near is None else near
        rows = sorted(range(self.rows), key=lambda row: abs(row - y))
        unit = next((unit for row in rows if (unit := self.table_at(row)) is not None), None)
        if unit is None:
            return None
        moved = self._flow.move_table(unit, step)
        self.repaint()
        return moved

    def reveal(self, start: int, end: int, *, centre: bool = False, context: int = CONTEXT) -> None:
        """Scroll so that ``[start, end)`` is visible, and move the table that it is in; see `FlowView.reveal`."""
        super().reveal(start, end, centre=centre, context=context)
        if self.size and self.row_of(start) == 0 and self.line_on(0) is not self._flow.line(self._row):
            self.scroll_rows(-1)  # from under the header
        self._sought = None if self.size else (start, end)
        # The beginning last, since where both have no room it is what should be seen.
        if self.size and self._flow.uncover(max(start, end - 1)) | self._flow.uncover(start):
            self.repaint()

    def at_edge(self, run: Run | None, y: int) -> bool:
        """Move the table by a click on ``run``, on row ``y``; whether that is the sign that there is more of it."""
        if run is None or "edge" not in run.styles:
            return False
        self.move_table(1 if MORE_RIGHT in run.text else -1, y)
        return True

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """What was to be seen before there was any room is seen now."""
        if self._sought is not None:
            self.call_after_refresh(self.reveal, *self._sought)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """With shift the table under the pointer goes on."""
        self._wheel(event, 1 if event.shift else 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """With shift the table under the pointer goes back."""
        self._wheel(event, -1 if event.shift else 0)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """The table under the pointer goes on."""
        self._wheel(event, 1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """The table under the pointer goes back."""
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        y = event.get_content_offset_capture(self).y
        if step and self.table_at(y) is not None:
            self.move_table(step, y)
            event.stop()
            event.prevent_default()

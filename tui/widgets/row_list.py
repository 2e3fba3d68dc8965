"""A list of one-line rows, of which only those on the screen are ever made: a hundred thousand cost what ten do."""

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip


@dataclass(frozen=True, slots=True)
class Row:
    """Safe words on one line: a quiet ``sign`` before them, and something quiet ``beside`` them at the right.

    The ``mark`` stands right behind the words, also where these are cut.
    """

    words: str
    sign: str = ""
    beside: str = ""
    strong: bool = False
    mark: str = ""


class RowList(ScrollView, can_focus=False):
    """Rows of which one is chosen. The screen moves the choice, since the keys go to a line above."""

    DEFAULT_CSS = """
    RowList {
        background: $surface;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & > .row-list--quiet { color: $text-muted; }
        & > .row-list--strong { text-style: bold; }
        & > .row-list--chosen { background: $primary 35%; color: $foreground; text-style: bold; }
        &:ansi > .row-list--chosen { background: ansi_default; color: ansi_default; text-style: bold reverse; }
        &:nocolor > .row-list--chosen { text-style: bold reverse; }
    }
    """
    COMPONENT_CLASSES = {"row-list--quiet", "row-list--strong", "row-list--chosen"}

    class Picked(Message):
        """The reader clicked on a row, which is chosen by now."""

    def __init__(self) -> None:
        super().__init__()
        self._row: Callable[[int], Row] = lambda _: Row("")
        self.count = 0
        self.chosen: int | None = None

    def show(self, count: int, row: Callable[[int], Row], chosen: int) -> None:
        """Show ``count`` rows, each made by ``row`` from its number, from 0, and choose one."""
        self._row, self.count = row, count
        self.virtual_size = Size(self.scrollable_content_region.width, count)
        self.chosen = None
        self.choose(chosen, centre=True)

    def choose(self, number: int, *, centre: bool = False) -> None:
        """Choose the row ``number``, or the nearest there is, and bring it into sight, or to the ``centre``."""
        self.chosen = min(max(0, number), self.count - 1) if self.count else None
        height, top = self.scrollable_content_region.height, round(self.scroll_y)
        if self.chosen is not None and height:
            if centre:
                self._scroll(self.chosen - height // 2)
            elif not top <= self.chosen < top + height:
                self._scroll(self.chosen if self.chosen < top else self.chosen - height + 1)
        self.refresh()

    def _scroll(self, row: int) -> None:
        # By force, since until the next layout Textual may take the list for one that cannot scroll.
        self.scroll_to(y=max(0, min(row, self.count - 1)), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the choice in sight."""
        if self.chosen is not None:
            self.choose(self.chosen, centre=True)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked on."""
        number = round(self.scroll_y) + event.y
        if number < self.count:
            self.choose(number)
            self.post_message(self.Picked())

    def render_line(self, y: int) -> Strip:
        """Draw the row ``y`` below the top of the view."""
        number, width = round(self.scroll_y) + y, self.scrollable_content_region.width
        plain = self.rich_style
        if not 0 <= number < self.count:
            return Strip.blank(width, plain)
        row, chosen = self._row(number), number == self.chosen
        over = self.get_component_rich_style("row-list--chosen") if chosen else Style.null()
        quiet = over if chosen else self.get_component_rich_style("row-list--quiet")
        strong = self.get_component_rich_style("row-list--strong") if row.strong else Style.null()
        room = max(0, width - cell_len(row.sign) - (cell_len(row.beside) + 2 if row.beside else 0))
        whole = cell_len(row.words) + cell_len(row.mark) <= room
        words = row.words if whole else set_cell_size(row.words, max(0, room - 1 - cell_len(row.mark))) + "…"
        words += row.mark
        segments = [
            Segment(row.sign, plain + quiet),
            Segment(set_cell_size(words, room), plain + strong + over),
            Segment(f"  {row.beside}" if row.beside else "", plain + quiet),
        ]
        return Strip(segments).adjust_cell_length(width, plain + over)

"""The keys and what they do."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from store.safety import label
from tui.dialogs.dialog import TALL, Dialog

Section = tuple[str, Sequence[tuple[str, str]]]


class HelpDialog(Dialog[None]):
    """Show ``sections``, each a title and pairs of keys and what they do; in two columns where there is room."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide"), (110, "-columns")]
    BINDINGS = [
        Binding("escape,q,question_mark", "dismiss(None)", "Close"),
        Binding("j,down", "scroll(1)", "Down", key_display="↓"),
        Binding("k,up", "scroll(-1)", "Up", key_display="↑"),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
    ]
    DEFAULT_CSS = """
    HelpDialog {
        & > .box { max-width: 76; }
        &.-columns > .box { max-width: 130; }
        & VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
        & VerticalScroll > Vertical { height: auto; width: 1fr; padding-right: 2; }
        &.-columns VerticalScroll { layout: horizontal; }
        & .heading { color: $primary; }
        & .rows { height: auto; margin-bottom: 1; }
    }
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__("Keys")
        self._sections = sections

    def compose_body(self) -> ComposeResult:
        """Two stacks of sections, about as high as one another."""
        keys = max((len(key) for _, rows in self._sections for key, _ in rows), default=0)
        with VerticalScroll(can_focus=False):
            for stack in _halves(self._sections):
                with Vertical():
                    for title, rows in stack:
                        yield Label(label(title), classes="heading", markup=False)
                        yield Static(_table(rows, keys), classes="rows")

    def on_resize(self) -> None:
        """Leave room for the box and its buttons around the keys, however few lines there are."""
        height = self.app.size.height
        self.query_one(VerticalScroll).styles.max_height = height - (8 if height >= TALL else 3)

    def action_scroll(self, by: int) -> None:
        """A line down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """A page down or up."""
        body = self.query_one(VerticalScroll)
        body.scroll_relative(y=by * (body.size.height - 1), animate=False)


def _halves(sections: Sequence[Section]) -> tuple[Sequence[Section], Sequence[Section]]:
    """Divide the sections in two, in order, so that the higher half is as low as can be."""
    heights = [len(rows) + 2 for _, rows in sections]
    best = min(range(len(sections) + 1), key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))
    return sections[:best], sections[best:]


def _table(rows: Sequence[tuple[str, str]], key_width: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=key_width, no_wrap=True)
    table.add_column()
    for key, action in rows:
        table.add_row(Text(label(key), style="bold"), Text(label(action)))
    return table

"""The keys and what they do."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label, Static

from store.safety import label
from tui.dialogs.page import PageDialog
from tui.keymap.bindings import bindings
from tui.keymap.table import Section


class HelpDialog(PageDialog):
    """Show ``sections``, each a title and pairs of keys and what they do; in two columns where there is room."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide"), (110, "-columns")]
    BINDINGS = bindings("help")
    DEFAULT_CSS = """
    HelpDialog {
        &.-columns > .box { max-width: 130; }
        & VerticalScroll > Vertical { height: auto; width: 1fr; padding-right: 2; }
        &.-columns VerticalScroll { layout: horizontal; }
        & .heading { color: $primary; }
        & .rows { height: auto; margin-bottom: 1; }
    }
    """

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__("Keys")
        self._sections = sections

    def compose_page(self) -> ComposeResult:
        """Two stacks of sections, about as high as one another."""
        keys = max((len(key) for _, rows in self._sections for key, _ in rows), default=0)
        for stack in _halves(self._sections):
            with Vertical():
                for title, rows in stack:
                    yield Label(label(title), classes="heading", markup=False)
                    yield Static(_table(rows, keys), classes="rows")


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

"""The keys and what they do."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Label, Static

from store.safety import label
from tui.dialogs.page import PageDialog
from tui.keymap.at_hand import places_of
from tui.keymap.bindings import bindings
from tui.keymap.marks import CHANGE_MARKS, MARKS
from tui.keymap.places import PLACES
from tui.keymap.table import Section, help_of


class HelpDialog(PageDialog):
    """Show ``sections``, each a title and pairs of keys and what they do; in two columns where there is room.

    ``everywhere`` are the keys of all places.
    """

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

    def __init__(self, sections: Sequence[Section], everywhere: Sequence[Section] = ()) -> None:
        super().__init__("Keys")
        self._sections = sections
        self._everywhere = everywhere

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is nothing to turn to where there is only one page."""
        return action != "turn" or bool(self._everywhere)

    async def action_turn(self) -> None:
        """From the keys that work here to those of all places, or back."""
        self._sections, self._everywhere = self._everywhere, self._sections
        page = self.query_one(VerticalScroll)
        await page.remove_children()
        await page.mount_all(self._stacks())
        page.scroll_home(animate=False)

    def compose_page(self) -> ComposeResult:
        """Two stacks of sections, about as high as one another."""
        yield from self._stacks()

    def _stacks(self) -> Iterator[Vertical]:
        keys = max((len(key) for _, rows in self._sections for key, _ in rows), default=0)
        for stack in _halves(self._sections):
            parts: list[Static] = []
            for title, rows in stack:
                parts.append(Label(label(title), classes="heading", markup=False))
                parts.append(Static(_table(rows, keys), classes="rows"))
            yield Vertical(*parts)


def help_on(screen: Screen[Any]) -> HelpDialog:
    """The keys that work on ``screen`` as it is, what is under way first; those of all places behind them."""
    places = places_of(screen)
    marks = [MARKS] if "claims" in places else [CHANGE_MARKS] if "changes" in places else []
    rest = [place for place in PLACES if place not in places]
    return HelpDialog(help_of(screen.app, places, *marks), help_of(screen.app, (*places, *rest), *marks))


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

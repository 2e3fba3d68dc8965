"""The keys and what they do."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Label, Static

from store.safety import label
from tui.config.schema import config_of
from tui.dialogs.dialog import KeyButton
from tui.dialogs.page import PageDialog
from tui.keymap.at_hand import places_of
from tui.keymap.bindings import bindings
from tui.keymap.marks import CHANGE_MARKS
from tui.keymap.places import PLACES
from tui.keymap.table import Section, help_of
from tui.legend import legend

_KEYS, _SIGNS = "Keys", "What the signs mean"


class HelpDialog(PageDialog):
    """Show ``sections``, each a title and pairs of keys and what they do; in two columns where there is room.

    In a narrow window words stand under their keys. ``everywhere`` are the keys of all places, ``signs`` what the
    signs mean.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide"), (110, "-columns")]
    BINDINGS = bindings("help")
    DEFAULT_CSS = """
    HelpDialog {
        &.-columns > .box { max-width: 130; }
        & VerticalScroll > Vertical { height: auto; width: 1fr; padding-right: 2; }
        &.-columns VerticalScroll { layout: horizontal; }
        & .heading { color: $primary; }
        & .rows, & .stacked { height: auto; margin-bottom: 1; }
        & .stacked { display: none; }
        &.-narrow .rows { display: none; }
        &.-narrow .stacked { display: block; }
    }
    """

    def __init__(
        self, sections: Sequence[Section], everywhere: Sequence[Section] = (), signs: Sequence[Section] = ()
    ) -> None:
        super().__init__(_KEYS)
        self._keys, self._everywhere, self._signs = sections, everywhere, signs
        self._sections = sections or signs
        self._of_all = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is nothing to turn to where there is only one page."""
        if action == "tour":
            return self._leads_through and self._sections is not self._signs
        if action == "signs":
            return bool(self._signs and self._keys)
        return action != "turn" or (bool(self._everywhere) and self._sections is not self._signs)

    def on_mount(self) -> None:
        """Say what is shown."""
        self._entitle()

    @property
    def _leads_through(self) -> bool:
        """Whether there is a tour of what lies beneath."""
        beneath = self.app.screen_stack[-2:-1]
        return any(screen.check_action("tour", ()) for screen in beneath if hasattr(screen, "action_tour"))

    async def action_tour(self) -> None:
        """Begin the tour of what lies beneath."""
        beneath = self.app.screen_stack[-2]
        self.dismiss(None)
        await self.app.run_action("tour", beneath)

    async def action_turn(self) -> None:
        """From the keys that work here to those of all places, or back."""
        self._keys, self._everywhere = self._everywhere, self._keys
        self._of_all = not self._of_all
        await self._show(self._keys)

    async def action_signs(self) -> None:
        """From the keys to what the signs mean, or back."""
        await self._show(self._keys if self._sections is self._signs else self._signs)

    async def _show(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._entitle()
        self.refresh_bindings()
        page = self.query_one(VerticalScroll)
        await page.remove_children()
        await page.mount_all(self._stacks())
        page.scroll_home(animate=False)

    def _entitle(self) -> None:
        """Say what is shown, and offer what else there is."""
        signs = self._sections is self._signs
        self.query_one(".box").border_title = _SIGNS if signs else _KEYS
        for button in self.query(KeyButton):
            what = (button.action or "").removeprefix("screen.")
            if what in ("turn", "signs", "tour"):
                button.display = bool(self.check_action(what, ()))
            if what == "turn":
                button.words = "Here" if self._of_all else "All"
            if what == "signs":
                button.words = "Keys" if signs else "Signs"

    def compose_page(self) -> ComposeResult:
        """Two stacks of sections, about as high as one another."""
        yield from self._stacks()

    def _stacks(self) -> Iterator[Vertical]:
        keys = max((len(key) for _, rows in self._sections for key, _ in rows), default=0)
        for stack in _halves(self._sections):
            parts: list[Static] = []
            for title, rows in stack:
                parts.append(Label(label(title), classes="heading", markup=False))
                parts += (Static(_table(rows, keys), classes="rows"), Static(_stack(rows), classes="stacked"))
            yield Vertical(*parts)


def help_on(screen: Screen[Any]) -> HelpDialog:
    """The keys that work on ``screen`` as it is, what is under way first; those of all places behind them."""
    places = places_of(screen)
    marks = [CHANGE_MARKS] if "changes" in places else []
    rest = [place for place in PLACES if place not in places]
    return HelpDialog(
        help_of(screen.app, places, *marks), help_of(screen.app, (*places, *rest), *marks), signs_of(screen)
    )


def signs_of(screen: Screen[Any]) -> Sequence[Section]:
    """What the signs mean, with the reader's own names for the meanings of highlights."""
    return legend(config_of(screen.app).meanings)


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


def _stack(rows: Sequence[tuple[str, str]]) -> Group:
    pairs = ((Text(label(key), "bold"), Padding(Text(label(action)), (0, 0, 0, 2))) for key, action in rows)
    return Group(*(part for pair in pairs for part in pair))

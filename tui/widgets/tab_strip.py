"""One line at the top of the screen with the open articles, where there are several and there is a line to spare."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from store.safety import label
from tui.widgets.panel.fitting import fit

if TYPE_CHECKING:
    from tui.tabs import Tab

ROWS = 20
"""Lines from which on a window has one to spare."""
_LIBRARY = "Library"


class TabStrip(Static):
    """The library, and the open articles, each of which a click goes to."""

    DEFAULT_CSS = """
    TabStrip { height: 1; background: $panel; color: $text-muted; text-wrap: nowrap; display: none; }
    TabStrip.-several { display: block; }
    """

    class Chosen(Message):
        """The reader wants to go there: to the library where ``mode`` is None."""

        def __init__(self, mode: str | None) -> None:
            super().__init__()
            self.mode = mode

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._tabs: Sequence[Tab] = ()
        self._ends: list[tuple[int, str | None]] = []

    def on_mount(self) -> None:
        """Show what is open already."""
        self.show(getattr(self.app, "tabs", ()))
        # While it is not displayed it hears of no size.
        self.screen.screen_layout_refresh_signal.subscribe(self, self._make_room)

    def _make_room(self, _: object = None) -> None:
        self.set_class(len(self._tabs) > 1 and self.app.size.height >= ROWS, "-several")

    def on_resize(self) -> None:
        """Fit them in."""
        self.show(self._tabs)

    def show(self, tabs: "Sequence[Tab]") -> None:
        """Show these."""
        self._tabs = tabs
        self._make_room()
        if len(tabs) < 2:
            return
        at_home = not any(tab.current for tab in tabs)
        room = max(4, (self.app.size.width - len(_LIBRARY) - 2) // len(tabs) - 6)
        pieces = [(f" {_LIBRARY} ", "bold reverse" if at_home else "")]
        self._ends = [(len(pieces[0][0]), None)]
        for number, tab in enumerate(tabs, 1):
            words = f" {number} {fit(label(tab.title), room)}{' ✎' if tab.unsaved else ''} "
            pieces += [("│", ""), (words, "bold reverse" if tab.current else "")]
            self._ends.append((self._ends[-1][0] + 1 + Content(words).cell_length, tab.mode))
        self.update(Content.assemble(*pieces))

    def on_click(self, event: events.Click) -> None:
        """Go to what was clicked."""
        event.stop()
        for end, mode in self._ends:
            if event.x < end:
                self.post_message(self.Chosen(mode))
                return

"""All that is known of one claim: its words in full, its attributes, why it is taken for one, what you made of it."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.page import PageDialog
from tui.keymap.bindings import bindings
from tui.widgets.panel.at_length import NAMES


class ClaimDialog(PageDialog):
    """Show ``told``, names and safe words, beside one another or, where the window is narrow, one over the other."""

    BINDINGS = bindings("claim")
    DEFAULT_CSS = f"""
    ClaimDialog {{
        & .row {{ height: auto; layout: horizontal; padding-right: 1; }}
        & .name {{ width: {NAMES}; height: auto; color: $text-muted; }}
        & .words {{ width: 1fr; height: auto; }}
        &.-narrow .row {{ layout: vertical; }}
        &.-narrow .name {{ width: 1fr; }}
        &.-narrow .-none {{ display: none; }}
        &.-narrow .words {{ padding-left: 2; }}
    }}
    """

    def __init__(self, title: str, told: Iterable[tuple[str, str]]) -> None:
        super().__init__(title)
        self._told = tuple(told)

    def compose_page(self) -> ComposeResult:
        """A row for each name; words without one go on under those before."""
        for name, words in self._told:
            with Container(classes="row"):
                yield Static(Content(name), classes="name" if name else "name -none")
                yield Static(Content(words), classes="words")

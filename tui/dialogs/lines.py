"""Lines to be read, such as what went wrong with each of many files."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from store.safety import label
from tui.dialogs.page import PageDialog

MOST = 200
"""Lines that are shown."""


class LinesDialog(PageDialog):
    """Shows ``lines`` under a ``title``."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title)
        self._lines = [label(line, 400) for line in lines[:MOST]]
        if len(lines) > MOST:
            self._lines.append(f"and {len(lines) - MOST:,} more")

    def compose_page(self) -> ComposeResult:
        """One text: hundreds of widgets would be slow."""
        yield Static(Content("\n".join(self._lines)))

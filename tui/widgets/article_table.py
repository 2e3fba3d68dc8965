"""A table of articles."""

from typing import ClassVar

from rich.text import Text
from textual.widgets import DataTable

from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed


class ArticleTable(Keyed, DataTable[Text]):
    """The rows, with the keys that readers of the article pane know."""

    BINDINGS: ClassVar = bindings("table")

    def on_mount(self) -> None:
        """Leave Enter to the screen, at whose foot stands what it does."""
        self._bindings.key_to_bindings.pop("enter", None)

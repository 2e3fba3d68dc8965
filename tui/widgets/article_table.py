"""A table of articles."""

from typing import ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.widgets import DataTable


class ArticleTable(DataTable[Text]):
    """The rows, with the keys that readers of the article pane know."""

    BINDINGS: ClassVar = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "scroll_top", show=False),
        Binding("G", "scroll_bottom", show=False),
        Binding("space", "page_down", show=False),
        Binding("b", "page_up", show=False),
    ]

"""One line under the article: what its reader should know of the reading, such as that there was no trained model."""

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from store.safety import label


class Notice(Static):
    """Hidden while there is nothing to say, and where the window has no line to spare."""

    DEFAULT_CSS = """
    Notice {
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $text-warning;
        text-overflow: ellipsis;
        text-wrap: nowrap;
        display: none;
        &.-said { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = ""

    def say(self, words: str) -> None:
        """Show ``words``, or hide where they are empty."""
        self._said = label(words, 400)
        self.update(Content(self._said))
        self.set_class(bool(words), "-said")

    @property
    def in_sight(self) -> bool:
        """Whether there is room for all that it says."""
        return self.display and cell_len(self._said) + 2 <= self.app.size.width

"""One line under the article: what its reader should know of the reading, such as that there was no trained model."""

from rich.cells import cell_len

from tui.widgets.word_line import WordLine


class Notice(WordLine):
    """What should be known; the screen hides it where the window has no line to spare."""

    DEFAULT_CSS = "Notice { color: $text-warning; text-overflow: ellipsis; text-wrap: nowrap; }"

    @property
    def in_sight(self) -> bool:
        """Whether there is room for all that it says."""
        return self.display and cell_len(self.said) + 2 <= self.app.size.width

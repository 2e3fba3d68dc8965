"""One line above the footer that says what the next keys do while something is under way."""

from textual.content import Content
from textual.widgets import Static


class Hint(Static):
    """Hidden while it has nothing to say."""

    DEFAULT_CSS = """
    Hint {
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $accent;
        text-style: bold;
        display: none;
        &.-said { display: block; }
    }
    """

    def say(self, words: str) -> None:
        """Show ``words``, or hide where they are empty."""
        self.update(Content(words))
        self.set_class(bool(words), "-said")

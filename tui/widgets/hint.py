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

    def __init__(self) -> None:
        super().__init__()
        self._said = ""

    def say(self, words: str) -> None:
        """Show ``words``, or hide where they are empty."""
        # At nearly every key there is nothing new to say, and an update would lay the screen out anew.
        if words != self._said:
            self._said = words
            self.update(Content(words))
            self.set_class(bool(words), "-said")

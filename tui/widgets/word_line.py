"""What the lines around the article share: one line of words, hidden while there are none."""

from textual.content import Content
from textual.widgets import Static

from store.safety import label


class WordLine(Static):
    """Shows what it was last told to `say`. Each kind of line is a subclass, so that none is taken for another."""

    DEFAULT_CSS = """
    WordLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        display: none;
        &.-said { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.said = ""

    def say(self, words: str) -> None:
        """Show ``words``, or hide where they are empty."""
        words = label(words, 400)
        # At nearly every key there is nothing new to say, and an update would lay the screen out anew.
        if words != self.said:
            self.said = words
            # Where the line is there already, new words in it move nothing.
            self.update(Content(words), layout=self.moves(words))
            self.set_class(bool(words), "-said")

    def moves(self, words: str) -> bool:
        """Whether saying ``words`` changes what the line takes of the screen."""
        return bool(words) != self.has_class("-said")

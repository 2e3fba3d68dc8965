"""What an empty library says: how to begin."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from tui.dialogs.dialog import KeyButton
from tui.keymap.keyed import keymap_of

WORDS = """No articles yet.

Sayso shows an article beside its claims: who says it, in what words, how sure.

From the command line: sayso FILE, Markdown or plain text; - reads standard input."""
OFFERS = (
    ("library.add", "Add files", "add"),
    ("library.open", "Read a sample", "sample"),
    ("library.help", "Help", "help"),
)


class Beginning(Vertical):
    """Words, and a button for each way to begin."""

    DEFAULT_CSS = """
    Beginning {
        display: none;
        height: 1fr;
        align: center middle;
        & > .words { width: 90%; max-width: 60; height: auto; text-align: center; color: $text-muted; }
        & > Horizontal { width: 100%; height: 1; margin-top: 1; align: center middle; }
    }
    """

    def compose(self) -> ComposeResult:
        """The words, the buttons."""
        yield Static(WORDS, classes="words", markup=False)
        with Horizontal():
            for command, words, action in OFFERS:
                keymap = keymap_of(self.app)
                yield KeyButton(keymap.key_of(command), words, action)

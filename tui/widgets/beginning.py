"""What an empty library says: how to begin."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui.dialogs.dialog import KeyButton
from tui.keymap.keyed import keymap_of

TITLE = "No articles yet."
WORDS = "An article beside its claims:\nwho says it, in what words, how sure."
FROM_THE_SHELL = "Or in the shell: sayso FILE"
OFFERS = (
    ("library.add", "Add files", "add"),
    ("library.open", "Read a sample", "sample"),
    ("library.help", "Help", "help"),
)


class Beginning(Vertical):
    """Words, and a button for each way to begin: one block, in the middle."""

    DEFAULT_CSS = """
    Beginning {
        display: none;
        height: 1fr;
        align: center middle;
        & > Vertical { width: 42; max-width: 100%; height: auto; }
        & Static { width: 100%; text-align: center; color: $text-muted; }
        & .title { color: $foreground; text-style: bold; margin-bottom: 1; }
        & .ways { width: 100%; height: auto; align: center middle; margin: 1 0; }
        & .ways > KeyButton { margin: 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """The words, the buttons."""
        with Vertical():
            yield Static(TITLE, classes="title", markup=False)
            yield Static(WORDS, markup=False)
            with Vertical(classes="ways"):
                for command, words, action in OFFERS:
                    keymap = keymap_of(self.app)
                    yield KeyButton(keymap.key_of(command), words, action)
            yield Static(FROM_THE_SHELL, markup=False)

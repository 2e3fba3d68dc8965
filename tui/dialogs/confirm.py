"""One question, yes or no."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from store.safety import label
from tui.dialogs.dialog import Dialog
from tui.keymap.bindings import bindings


class ConfirmDialog(Dialog[bool]):
    """Ask ``question``; ``yes`` and ``no`` say in a word or two what each answer does."""

    BINDINGS = bindings("confirm")
    DEFAULT_CSS = """
    ConfirmDialog > .box { max-width: 56; }
    """

    def __init__(self, question: str, yes: str = "Yes", no: str = "No") -> None:
        super().__init__("Sure?")
        self._question = label(question)
        self._answers = {"answer(True)": label(yes, 24), "answer(False)": label(no, 24)}

    def compose_body(self) -> ComposeResult:
        """The question."""
        yield Static(Content(self._question))

    def describe(self, binding: Binding) -> str:
        """Each answer in the asker's words."""
        return self._answers[binding.action]

    def action_answer(self, answer: bool) -> None:
        """Close with ``answer``."""
        self.dismiss(answer)

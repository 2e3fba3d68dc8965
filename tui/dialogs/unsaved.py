"""What becomes of changes that are not saved when the article is left."""

from typing import Literal

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from store.errors import SaysoError
from store.safety import label
from tui.dialogs.dialog import Dialog
from tui.keymap.bindings import bindings
from tui.unsaved import counted

Answer = Literal["rescue", "leave"]


class UnsavedDialog(Dialog[Answer | None]):
    """Ask what to do with so many ``changes`` and ``drafts`` that ``fault`` keeps from being saved; None stays."""

    BINDINGS = bindings("unsaved")
    DEFAULT_CSS = """
    UnsavedDialog .why { color: $text-warning; margin-top: 1; }
    """

    def __init__(self, changes: int, drafts: int, fault: SaysoError | None) -> None:
        super().__init__("Not saved")
        are = "is" if changes + drafts == 1 else "are"
        what = counted(changes, drafts)
        self._words = f"{what[:1].upper()}{what[1:]} {are} not saved yet, and would be lost."
        self._why = label(str(fault or "Another program is writing."), 400)

    def compose_body(self) -> ComposeResult:
        """How much, and why."""
        yield Static(Content(self._words))
        yield Static(Content(self._why), classes="why")

    def action_answer(self, answer: Answer | None) -> None:
        """Close with ``answer``."""
        self.dismiss(answer)

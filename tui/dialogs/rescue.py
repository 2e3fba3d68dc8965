"""Where what is on the screen is rescued to."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.export import refusal
from tui.dialogs.writing import WritingDialog
from tui.keymap.bindings import bindings
from tui.widgets.fields import Line


class RescueDialog(WritingDialog[str]):
    """Ask for a new file, offering ``path``; answers its path, or None."""

    BINDINGS = bindings("rescue")
    DEFAULT_CSS = """
    RescueDialog {
        & .why { height: auto; margin-bottom: 1; color: $text-muted; }
        & .about { height: auto; min-height: 1; color: $text-warning; }
    }
    """

    def __init__(self, path: str) -> None:
        super().__init__("Rescue what is on the screen")
        self._path = path
        self._refusal = ""

    def compose_body(self) -> ComposeResult:
        """What it is for, the path, what stands there."""
        yield Static("The article with all that you put on it goes into a new library file.", classes="why")
        yield Line(self._path, select_on_focus=False)
        yield Static(classes="about")

    @on(Line.Changed)
    def _look(self) -> None:
        """Say what stands in the way at the path."""
        try:
            self._refusal = refusal(self._target)
            if not self._refusal and self._target.exists():
                self._refusal = "⚠ Exists already: choose another name."
        except (OSError, ValueError):
            self._refusal = "This is no path for a file."
        self.query_one(".about", Static).update(Content(self._refusal))

    @property
    def _target(self) -> Path:
        return Path(self.query_one(Line).value.strip()).expanduser()

    def action_save(self) -> None:
        """Close with the path, unless no file can stand there."""
        self._look()
        if not self._refusal:
            self.dismiss(str(self._target))

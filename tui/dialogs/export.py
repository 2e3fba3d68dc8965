"""Where the annotated article is written to, and what of it."""

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Label, Static
from textual.widgets.input import Selection

from store.safety import label
from tui.dialogs.dialog import TALL, KeyButton
from tui.dialogs.writing import WritingDialog
from tui.keymap.bindings import bindings
from tui.typed_paths import end_of
from tui.widgets.fields import Line, Tick

UNREVIEWED = "Include claims not yet reviewed"
"""What is ticked for them to go along."""
_SOURCE = "⚠ The article came from this file: give another name."


class ExportDialog(WritingDialog[tuple[str, bool]]):
    """Ask for a file; answers its path and whether detected claims not yet reviewed go along, or None.

    ``path`` is what is offered; ``is_source`` tells whether a path is of the file that the article came from, which no
    export takes the place of. A home directory written ``~`` is spelt out in the answer.
    """

    BINDINGS = bindings("export")
    DEFAULT_CSS = """
    ExportDialog {
        & .about { height: auto; min-height: 1; color: $text-muted; }
        & .about.-warning { color: $text-warning; }
        & Tick { margin-top: 1; }
        & .path { height: auto; color: $text-muted; }
        &.-short > .box > .heading { display: none; }
        &.-short Tick { margin-top: 0; }
    }
    """

    def __init__(self, path: str, is_source: Callable[[Path], bool] = lambda _: False) -> None:
        super().__init__("Export as Markdown")
        self._is_source = is_source
        self._path = path
        self._refusal = ""

    def compose_body(self) -> ComposeResult:
        """The path, what stands there, what goes along."""
        yield Label("File, or the path of one", classes="heading")
        yield Line(self._path, select_on_focus=False)
        # The line does not show the whole of a long path.
        yield Static(classes="path")
        yield Static(classes="about")
        yield Tick(UNREVIEWED)

    def on_mount(self) -> None:
        """Look at the path that is offered, from its beginning; whatever is typed takes its place."""
        self.query_one(Line).selection = Selection(len(self._path), 0)
        self._look()

    @on(Line.Changed)
    def _look(self) -> None:
        """Say what stands at the path, and whether it can be written."""
        target = self._target
        try:
            self._refusal = refusal(target) or (_SOURCE if self._is_source(target) else "")
            replaces = not self._refusal and target.exists()
        except (OSError, ValueError):
            self._refusal, replaces = "This is no path for a file.", False
        about = self._refusal or ("⚠ Exists already: will be replaced." if replaces else "A new file.")
        self.query_one(".path", Static).update(Content("" if self._refusal else self._where(target)))
        self.query_one(".about", Static).update(Content(about))
        self.query_one(".about").set_class(bool(self._refusal) or replaces, "-warning")
        self.query(KeyButton).first().words = "Replace" if replaces else "Write"

    def on_resize(self) -> None:
        """There is room for more of the path, or for less."""
        self._look()

    def _where(self, target: Path) -> str:
        """The whole path; in a low window the folder on one line, with its end."""
        if self.app.size.height >= TALL:
            return label(str(target.absolute()), 1000)
        return f"In {end_of(label(str(target.absolute().parent), 1000), max(8, min(72, self.app.size.width) - 8))}"

    @property
    def _target(self) -> Path:
        return Path(self.query_one(Line).value.strip()).expanduser()

    def action_save(self) -> None:
        """Close with the path, unless no file can stand there."""
        if not self._refusal:
            self.dismiss((str(self._target), self.query_one(Tick).value))


def refusal(target: Path) -> str:
    """Why ``target`` cannot be written, or an empty string."""
    if not target.name:
        return "Give the file a name."
    if target.is_dir():
        return "⚠ This is a folder: give the file a name in it."
    if not target.parent.is_dir():
        return f"⚠ There is no folder {label(str(target.parent))}."
    return ""

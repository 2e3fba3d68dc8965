"""A line in which a list is filtered while one types: words, and things asked for by name such as ``is:unreviewed``."""

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.widgets.line import Line


class FilterLine(Keyed, Horizontal):
    """Hidden until ``command`` opens it. Enter goes to what is shown and leaves the filter, Escape takes it away."""

    DEFAULT_CSS = """
    FilterLine {
        display: none;
        height: 1;
        padding: 0 1;
        background: $panel;
        & > .sign { color: $text-accent; text-style: bold; width: 2; }
        & > .found { width: auto; max-width: 40%; color: $text-muted; padding-left: 1; }
        & > Line, & > Line:focus { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    }
    """
    BINDINGS = bindings("filter-line")

    @dataclass
    class Changed(Message):
        """The reader is typing; ``text`` is what stands there now."""

        text: str

    class Left(Message):
        """The reader wants to go on in the list; the filter stays, and its line too where it is not empty."""

    def __init__(self, about: str, command: str = "library.filter") -> None:
        super().__init__()
        self._about = about
        self._command = command

    def compose(self) -> ComposeResult:
        """The sign, the line, how many."""
        yield Static(self.key_of(self._command) or "=", classes="sign", markup=False)
        yield Line(placeholder=self._about)
        yield Static(classes="found", markup=False)

    @property
    def text(self) -> str:
        """What stands there."""
        lines = self.query(Line)
        return lines.first().value if lines else ""

    def open(self) -> None:
        """Show the line and write in it."""
        self.display = True
        self.query_one(Line).focus()

    def tell(self, words: str) -> None:
        """Say how many there are."""
        self.query_one(".found", Static).update(Content(words))

    def action_close(self) -> None:
        """Take the filter away, and the line with it."""
        self.query_one(Line).value = ""
        self.display = False
        self.post_message(self.Left())

    def action_leave(self) -> None:
        """Go on in the list."""
        self.display = bool(self.text.strip())
        self.post_message(self.Left())

    @on(Line.Changed)
    def _typing(self, event: Line.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Line.Submitted)
    def _done(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_leave()

    def on_click(self, event: events.Click) -> None:
        """A click beside the words begins to write too."""
        event.stop()
        self.open()

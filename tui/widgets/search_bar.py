"""The line in which readers type what they look for: hidden until it is opened, gone when it is answered."""

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Label

from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.widgets.fields import Line


class SearchBar(Keyed, Horizontal):
    """A search line after the manner of ``less``: Enter goes to what is found, Escape leaves off."""

    DEFAULT_CSS = """
    SearchBar {
        display: none;
        height: 1;
        padding: 0 1;
        background: $panel;
        & > .sign { color: $text-accent; text-style: bold; width: 2; }
        & > .found { width: auto; max-width: 40%; color: $text-muted; padding-left: 1; }
        & > .keys { color: $text-muted; padding-left: 2; }
        & > Line, & > Line:focus { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    }
    """
    BINDINGS = bindings("search-line")

    @dataclass
    class Changed(Message):
        """The reader is typing; ``query`` is what stands there now."""

        query: str

    @dataclass
    class Submitted(Message):
        """The reader wants the hits for ``query``; the bar is gone."""

        query: str

    class Closed(Message):
        """The reader left off; the bar is gone."""

    class Left(Message):
        """The reader went elsewhere with the mouse; the bar is gone."""

    def compose(self) -> ComposeResult:
        """The sign, the line, how many were found, the keys."""
        yield Label("/", classes="sign")
        yield Line(placeholder="words to look for")
        yield Label(classes="found", markup=False)
        yield Label(f"⏎ go there  {self.key_of('search-line.close')} leave off", classes="keys", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """In a narrow window the room is for the words."""
        self.query_one(".keys").display = event.size.width >= 60

    def open(self) -> None:
        """Show the bar and write in it; the last query stands there to be typed over."""
        self.display = True
        self.tell("")
        # At once: who types on without waiting would give commands with letters of their words.
        self.screen.set_focus(self.query_one(Line))

    def tell(self, words: str) -> None:
        """Say which place is shown, and of how many."""
        self.query_one(".found", Label).update(words)

    def action_close(self) -> None:
        """Leave off."""
        self.display = False
        self.post_message(self.Closed())

    @on(Line.Changed)
    def _typing(self, event: Line.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Line.Submitted)
    def _searching(self, event: Line.Submitted) -> None:
        event.stop()
        self.display = False
        self.post_message(self.Submitted(event.value))

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """Go when the reader goes elsewhere with the mouse or Tab, but not with the whole terminal's focus."""
        if self.app.app_focus and self.display:
            self.display = False
            self.post_message(self.Left())

"""The line in which readers type what they look for: hidden until it is opened, gone when it is answered."""

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Label

from tui.keymap.bindings import bindings
from tui.keymap.hints import shown
from tui.keymap.keyed import Keyed, marked
from tui.widgets.fields import Line


class _Query(Line):
    """The line in which the words are typed."""

    async def action_submit(self) -> None:
        """Close it before the next key, which is not for it any more."""
        assert isinstance(self.parent, SearchBar)
        self.parent.submit()


class SearchBar(Keyed, Horizontal):
    """A search line after the manner of ``less``: Enter goes to what is found, Escape leaves off."""

    DEFAULT_CSS = """
    SearchBar {
        display: none;
        height: 1;
        padding: 0 1;
        background: $panel;
        & > .sign { color: $text-accent; text-style: bold; width: 2; }
        /* As wide from the start as it may become: else the end of what is typed would be pushed out of sight. */
        & > .found { width: 17; color: $text-muted; padding-left: 1; text-align: right; }
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

    _came_from: Widget | None = None
    _told = ""

    def compose(self) -> ComposeResult:
        """The sign, the line, how many were found, the keys."""
        yield Label("/", classes="sign")
        yield _Query(placeholder="words to look for")
        yield Label(classes="found", markup=False)
        # Imported with the first search.
        from tui.keymap.pressing import pressable

        leave = marked(self.key_of("search-line.close"), "search-line.close")
        yield Label(pressable(f"{marked(shown('enter'))} go there  {leave} leave off"), classes="keys")

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does under the pointer."""
        from tui.keymap.pressing import press

        await press(self.app, event)

    def on_resize(self, event: events.Resize) -> None:
        """In a narrow window the room is for the words."""
        self.query_one(".keys").display = event.size.width >= 60

    def open(self) -> None:
        """Show the bar and write in it; the last query stands there to be typed over."""
        self.display = True
        self.tell("")
        self._came_from = self.screen.focused
        # At once: who types on without waiting would give commands with letters of their words.
        self.screen.set_focus(self.query_one(Line))

    def tell(self, words: str) -> None:
        """Say which place is shown, and of how many."""
        if words != self._told:  # else the screen would be laid out anew for each slice of a long text
            self._told = words
            self.query_one(".found", Label).update(words)

    def action_close(self) -> None:
        """Leave off."""
        self.display = False
        self.post_message(self.Closed())

    @on(Line.Changed)
    def _typing(self, event: Line.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    def submit(self) -> None:
        """Close the line, and hand the keys back before there are more of them."""
        self.display = False
        if self._came_from is not None:
            self.screen.set_focus(self._came_from)
        self.post_message(self.Submitted(self.query_one(Line).value))

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """Go when the reader goes elsewhere with the mouse or Tab, but not with the whole terminal's focus."""
        if self.app.app_focus and self.display:
            self.display = False
            self.post_message(self.Left())

"""A field of one line, by itself: the reading screen has one, and should not wait for those that dialogs have."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from store.safety import safe
from tui.widgets.panel.fitting import fit


class Line(Input):
    """One line."""

    # As Textual has it, but that a letter would lay the whole screen out anew: how long the text is changes nothing but
    # how far it can be scrolled.
    virtual_size = Reactive(Size(0, 0))
    _about = ""

    @property
    def placeholder(self) -> str:
        """What may be written, as long as nothing is: as much of it as there is room for."""
        return fit(self._about, self.content_size.width) if self.is_mounted else self._about

    @placeholder.setter
    def placeholder(self, words: str) -> None:
        self._about = words
        if self.is_mounted:
            self.refresh()

    def on_mount(self) -> None:
        """Begin at the end of the text, and where that is longer than the line, scroll there once there is a line."""
        self.cursor_blink = self.app.animation_level != "none"
        self.call_after_refresh(self._show_cursor)

    def on_resize(self) -> None:
        """What was in sight may be beside the line by now."""
        if self.has_focus:
            self.call_after_refresh(self._show_cursor)

    def on_paste(self) -> None:
        """Scroll to the end of what is pasted, once there is room for it."""
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        here, self.cursor_position = self.selection, 0
        self.selection = here

    def validate_value(self, value: str) -> str:
        """Keep control characters out, one for one, so that the cursor stays where it is."""
        return safe(value).replace("\n", " ")

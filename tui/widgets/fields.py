"""The fields of dialogs: what is pasted into them is made safe before it is drawn, and colour is never all they say."""

from textual.widgets import Checkbox, TextArea
from textual.widgets.text_area import Edit, EditResult

from store.safety import safe
from tui.widgets.line import Line as Line


def writable(text: str) -> str:
    """Return ``text`` with line ends as line feeds and everything that a terminal would act on replaced."""
    return safe(text.replace("\r\n", "\n").replace("\r", "\n"))


class Paper(TextArea):
    """Several lines, softly wrapped."""

    def on_mount(self) -> None:
        """Let the cursor stand still where nothing is to move."""
        self.cursor_blink = self.app.animation_level != "none"

    def edit(self, edit: Edit) -> EditResult:
        """Keep control characters out of whatever is typed or pasted."""
        edit.text = writable(edit.text)
        return super().edit(edit)


class Tick(Checkbox):
    """Yes or no: a tick, or nothing."""

    BUTTON_INNER = " "
    DEFAULT_CSS = """
    Tick, Tick:focus { border: none; padding: 0; background: $surface; }
    Tick:focus > .toggle--label { background: $primary 35%; color: $foreground; text-style: bold; }
    """

    def watch_value(self) -> None:
        """Draw the tick."""
        self.BUTTON_INNER = "✓" if self.value else " "
        super().watch_value()

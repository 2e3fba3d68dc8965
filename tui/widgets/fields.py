"""Fields to write in whose text can be drawn: what is pasted into them is made safe before it reaches the terminal."""

from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from store.safety import safe


def writable(text: str) -> str:
    """Return ``text`` with line ends as line feeds and everything that a terminal would act on replaced."""
    return safe(text.replace("\r\n", "\n").replace("\r", "\n"))


class Line(Input):
    """One line."""

    def validate_value(self, value: str) -> str:
        """Keep control characters out, one for one, so that the cursor stays where it is."""
        return safe(value).replace("\n", " ")


class Paper(TextArea):
    """Several lines, softly wrapped."""

    def edit(self, edit: Edit) -> EditResult:
        """Keep control characters out of whatever is typed or pasted."""
        edit.text = writable(edit.text)
        return super().edit(edit)

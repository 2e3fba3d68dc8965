"""What the lines around the article share: one line of words, hidden while there are none."""

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.widgets import Static

from store.safety import safe
from tui.keymap.keyed import AS, IN, OUT, plain

if TYPE_CHECKING:
    from textual.content import Content

_MOST = 400
_MARKS = re.compile(f"([{IN}{AS}{OUT}])")


class WordLine(Static):
    """Shows what it was last told to `say`; keys that are marked in it can be clicked.

    Each kind of line is a subclass, so that none is taken for another.
    """

    # Textual lets go of selected words at any click but on its own: here it is to do something with them.
    ALLOW_SELECT = False
    DEFAULT_CLASSES = "-textual-system"

    DEFAULT_CSS = """
    WordLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        display: none;
        &.-said { display: block; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.said = self._marked = ""

    def say(self, words: str) -> None:
        """Show ``words``, or hide where they are empty."""
        words = " ".join("".join(one if one in (IN, AS, OUT) else safe(one) for one in _MARKS.split(words)).split())
        if len(plain(words)) > _MOST:
            words = plain(words)[: _MOST - 1] + "…"
        # At nearly every key there is nothing new to say, and an update would lay the screen out anew.
        if words != self._marked:
            self._marked, self.said = words, plain(words)
            # Where the line is there already, new words in it move nothing.
            self.update(self.drawn(words), layout=self.moves(words))
            self.set_class(bool(words), "-said")

    def drawn(self, words: str) -> "Content":
        """``words``, which are safe, as they are shown."""
        # Imported with the first words: nothing is said before the first paint.
        from tui.keymap.pressing import pressable

        return pressable(words)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does under the pointer."""
        from tui.keymap.pressing import press

        if await press(self.app, event):
            event.stop()

    def moves(self, words: str) -> bool:
        """Whether saying ``words`` changes what the line takes of the screen."""
        return bool(words) != self.has_class("-said")


class WrappedLine(WordLine):
    """One that takes as many lines as its words need."""

    DEFAULT_CSS = "WrappedLine { height: auto; }"

    _rows = 0

    def moves(self, words: str) -> bool:
        """Other words may need other lines."""
        before, self._rows = self._rows, -(-cell_len(plain(words)) // max(1, self.content_size.width))
        return super().moves(words) or self._rows != before

"""What has keys takes them from the application's keymap, and names them by it."""

import re
from typing import TYPE_CHECKING

from textual.app import App
from textual.dom import DOMNode

from tui.keymap.applying import Keymap

if TYPE_CHECKING:
    _Node = DOMNode
else:
    # A mixin that were a node itself would hide the styles of the widget that it is mixed into.
    _Node = object


IN, AS, OUT = "\x0e", "\x10", "\x0f"
"""Around a command and its key in words that are on their way to the screen, and between these two.

They are what `store.safety` replaces in texts from elsewhere.
"""
_MARKS = re.compile(f"{IN}[^{AS}]*{AS}|{OUT}")


def marked(key: str, command: str = "") -> str:
    """``key``, if there is one, so that it can be clicked where a line shows it, to give ``command``."""
    return f"{IN}{command}{AS}{key}{OUT}" if key else ""


def plain(words: str) -> str:
    """``words`` for where nothing can be clicked."""
    return _MARKS.sub("", words)


def keymap_of(app: object) -> Keymap:
    """The keymap of ``app``; the commands' own keys where it has none."""
    keymap = getattr(app, "keymap", None)
    return keymap if isinstance(keymap, Keymap) else Keymap()


class Keyed(_Node):
    """A screen or widget whose bindings are made from the registry. It stands first among the bases.

    Textual's own keymap takes every binding of a key where one is rebound, and looks again at each key.
    """

    def _post_register(self, app: App[object]) -> None:
        super()._post_register(app)
        self._bindings = keymap_of(app).laid_over(self._bindings)

    def worded(self, words: str) -> str:
        """``words`` with each ``{id}`` of a command as its key by now."""
        return keymap_of(self.app).worded(words)

    def clickable(self, words: str) -> str:
        """`worded`, with the keys marked for a line in which they can be clicked."""
        return keymap_of(self.app).worded(words, marked)

    def key_of(self, command: str) -> str:
        """The key to name for a command; '' where it has none."""
        return keymap_of(self.app).key_of(command)

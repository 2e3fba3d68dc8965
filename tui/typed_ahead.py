"""Keys that come while an article is on the screen as it was left, and the library is still being opened behind it.

What they would change cannot be changed yet; so they wait, in their order, as they do in a terminal for a program that
is slow to start. Those that only scroll need not.
"""

from collections import deque

from textual.app import App
from textual.events import Event, Key, Paste

from tui.keymap.bindings import key_name
from tui.keymap.places import PLACES

_AT_ONCE = frozenset(key_name(key) for command in PLACES["scrolling"].commands for key in command.keys)


class TypedAheadApp(App[None]):
    """An application that can let keys wait."""

    _ahead: deque[Key | Paste] | None = None

    def hold_keys(self) -> None:
        """Let keys wait until `release_keys`."""
        self._ahead = deque()

    async def release_keys(self) -> None:
        """Take the keys that wait, and then those that come as they come."""
        while self._ahead:
            await super().on_event(self._ahead.popleft())
        self._ahead = None

    async def on_event(self, event: Event) -> None:
        """Take an event, or let it wait."""
        ahead, is_key = self._ahead, isinstance(event, Key | Paste) and not event.is_forwarded
        scrolls = isinstance(event, Key) and event.key in _AT_ONCE
        if ahead is None or not is_key or (scrolls and not ahead):
            await super().on_event(event)
        else:
            assert isinstance(event, Key | Paste)
            ahead.append(event)

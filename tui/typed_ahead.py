"""Keys that come while an article is on the screen already, and the library is still being opened behind it.

What they would change cannot be changed yet; so they wait, in their order, as they do in a terminal for a program that
is slow to start. Those that only scroll need not. A key for a dialog comes after the letters that its field was sent.
"""

import asyncio
from collections import deque
from contextlib import suppress

from textual.app import App
from textual.events import Event, Key, Paste

from tui.keymap.bindings import key_name
from tui.keymap.places import PLACES

SCROLLING = frozenset(key_name(key) for command in PLACES["scrolling"].commands for key in command.keys)
IN_A_BEGINNING = SCROLLING - {"G", "end"} | {"q", "ctrl+q"}
"""What needs not the whole of a text."""
_PATIENCE = 1.0
"""Seconds for which a field is waited for."""


class TypedAheadApp(App[None]):
    """An application that can let keys wait."""

    _ahead: deque[Key | Paste] | None = None
    _at_once: frozenset[str] = frozenset()

    def hold_keys(self, but: frozenset[str]) -> None:
        """Let keys wait until `release_keys`, but for those that come first and are in ``but``."""
        self._ahead, self._at_once = deque(), but

    async def release_keys(self) -> None:
        """Take the keys that wait, and then those that come as they come."""
        while self._ahead:
            await super().on_event(self._ahead.popleft())
        self._ahead = None

    async def on_event(self, event: Event) -> None:
        """Take an event, or let it wait."""
        ahead, is_key = self._ahead, isinstance(event, Key | Paste) and not event.is_forwarded
        at_once = isinstance(event, Key) and event.key in self._at_once
        if ahead is None or not is_key or (at_once and not ahead):
            await super().on_event(event)
        else:
            assert isinstance(event, Key | Paste)
            ahead.append(event)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Do what ``key`` is bound to, with ``priority`` not before a field has taken what was typed into it.

        Where a line is slow, a word and the Enter after it come at once.
        """
        field = self.focused
        if priority and len(key) > 1 and field is not None and field.check_consume_key("a", "a"):
            taken = asyncio.Event()
            field.call_later(taken.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(taken.wait(), _PATIENCE)
        return await super()._check_bindings(key, priority)

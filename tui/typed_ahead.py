"""Keys that come while an article is on the screen already, and the library is still being opened behind it.

What they would change cannot be changed yet; so they wait, in their order, as they do in a terminal for a program that
is slow to start. Those that only scroll need not. A key for a dialog comes after the letters that its field was sent.
"""

import asyncio
from collections import deque
from contextlib import suppress

from textual.app import App
from textual.events import Event, Key, Paste
from textual.widget import Widget

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
    _passed_on: deque[Key] = deque(maxlen=10)

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

    async def _on_key(self, event: Key) -> None:
        """A key has come back from whoever had the keys when it was typed; a field has them since: it is for that."""
        field = self.focused
        if field is None or not field.check_consume_key("a", "a"):
            return
        if event.is_printable and not any(event is one for one in self._passed_on):
            event.prevent_default()
            self._passed_on.append(again := Key(event.key, event.character))
            field._forward_event(again)
        else:
            await self._taken_by(field)

    async def _taken_by(self, field: Widget) -> None:
        taken = asyncio.Event()
        field.call_later(taken.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(taken.wait(), _PATIENCE)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Do what ``key`` is bound to, with ``priority`` not before a field has taken what was typed into it.

        Where a line is slow, a word and the Enter after it come at once.
        """
        field = self.focused
        if priority and len(key) > 1 and field is not None and field.check_consume_key("a", "a"):
            await self._taken_by(field)
        return await super()._check_bindings(key, priority)

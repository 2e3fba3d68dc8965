"""Keys wait, in their order, until what those before them did is done, as they do for a program that is slow.

A key goes from who has the focus up to the application, and what it does may be told on by messages, or be a dialog
that is still to come: the next one, typed at once, would be for what was there before. And where a list is filtered as
one types, a key that is no letter waits until the list is what the line says: it would act on another row.

So do keys wait that come while an article is on the screen already, and the library is still being opened behind it:
what they would change cannot be changed yet. Those that only scroll need not.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from math import inf
from time import monotonic
from typing import Any

from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import Worker, WorkerError

from tui.keymap.bindings import key_name
from tui.keymap.places import PLACES
from tui.parts import AppPart
from tui.waited_for import LEADS, LISTS

SCROLLING = frozenset(key_name(key) for command in PLACES["scrolling"].commands for key in command.keys)
IN_A_BEGINNING = SCROLLING - {"G", "end"} | {"q", "ctrl+q"}
"""What needs not the whole of a text."""
_PATIENCE = 2.0
"""Seconds for which a key waits for the one before it: it may be held up by what somebody else has to finish."""
_TOLD_ON = 2
"""How often what a key did may tell others, all the way up, for the next one to be after that too."""
_GIVE_UP = frozenset({"escape", "ctrl+q"})
"""What leaves a list that does not come; keys that wait for it are then for nothing."""


class TypedAheadApp(AppPart):
    """An application that takes a key when the one before it has done its work, and can let all of them wait."""

    _held = _busy = False
    _at_once: frozenset[str] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[Key | Paste] = deque()
        self._taken = asyncio.Event()
        self._taken.set()
        self._given_up = asyncio.Event()
        self._listing_since = inf

    def hold_keys(self, but: frozenset[str]) -> None:
        """Let keys wait until `release_keys`, but for those that come first and are in ``but``."""
        self._held, self._at_once = True, but

    async def release_keys(self) -> None:
        """Take the keys that wait, and then those that come as they come."""
        self._held = False
        if not self._busy:
            await self._take_next()
        await self.keys_taken()

    async def keys_taken(self) -> None:
        """Wait until no key waits, unless all of them are held."""
        if not self._held:
            await self._taken.wait()

    def simulate_key(self, key: str) -> None:
        """Take ``key``, by its name, as if it had been pressed: for all around who has the keys, whoever gives it.

        What is sent by a widget goes no further up than there, so that one around the focus would keep it for itself.
        """
        self.post_message(Key(key, None).set_sender(self))

    async def on_event(self, event: Event) -> None:
        """Take an event, or let it wait."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        else:
            self._ahead.append(event)
            if monotonic() - self._listing_since > _PATIENCE:
                self._give_up()
            if not self._busy and self._may_be_taken(event):
                await self._take_next()

    def _may_be_taken(self, event: Key | Paste) -> bool:
        at_once = isinstance(event, Key) and event.key in self._at_once
        return not self._held or (at_once and event is self._ahead[0])

    async def _take_next(self) -> None:
        """Take the first key that waits, and the others after it."""
        self._busy = bool(self._ahead) and self._may_be_taken(self._ahead[0])
        if not self._busy:
            self._taken.set()
            return
        self._taken.clear()
        if self._needs_the_list(self._ahead[0]) and (bringing := self._under_way(LISTS, self.screen)):
            self._doing = asyncio.create_task(self._until_listed(bringing))
            return
        self._listing_since = inf
        on, to = self.screen, self.focused or self.screen
        await super().on_event(self._ahead.popleft())
        self._doing = asyncio.create_task(self._until_done(on, to))

    def _needs_the_list(self, event: Key | Paste) -> bool:
        """Whether what ``event`` does may depend on the rows that are listed: it is not written, nor gives up."""
        line = self.focused if isinstance(self.focused, Input) else None
        if isinstance(event, Paste) or _gives_up(event):
            return False
        if line is None:
            return True
        written = line.check_consume_key(event.key, event.character)
        edits = any(one.action != "submit" for one in line._bindings.key_to_bindings.get(event.key, ()))
        return not (written or edits)

    def _under_way(self, group: str, of: DOMNode | None = None) -> list[Worker[Any]]:
        """The workers that keys wait for."""
        return [one for one in self.workers if one.group.startswith(group) and of in (None, one.node)]

    async def _until_listed(self, bringing: list[Worker[Any]]) -> None:
        """Wait for those that bring the list, and others that they begin; however long that is, until it is given up.

        To act on what is listed before that is to act on what nobody asked for.
        """
        self._given_up.clear()
        if self._listing_since == inf:
            self._listing_since = monotonic()
        # Who asked to leave before, behind a key that waits, need not ask again.
        left = self._listing_since + _PATIENCE - monotonic()
        giving_up = asyncio.get_running_loop().call_later(max(0, left), self._give_up)
        waiting = [asyncio.ensure_future(one) for one in (self._given_up.wait(), _all_over(bringing))]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        waiting[0].cancel()
        giving_up.cancel()
        self.call_later(self._take_next)

    def _give_up(self) -> None:
        """Wait no longer for a list that has not come, if a key that leaves it is there: those before it are gone."""
        if any(_gives_up(one) for one in self._ahead):
            while not _gives_up(self._ahead[0]):
                self._ahead.popleft()
            self._given_up.set()

    async def _until_done(self, on: Screen[object], to: Widget) -> None:
        """Wait until a key ``to`` a widget ``on`` a screen has been up to the application, and what it did told on.

        Where it led to another screen, that is laid out too.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await _up_from(to)
                for _ in range(_TOLD_ON):
                    await _up_from(self.focused or self.screen)
                await _all_over(self._under_way(LEADS))
                if self.screen is not on:
                    await _called(self.screen.call_after_refresh)
        self.call_later(self._take_next)


def _gives_up(event: Key | Paste) -> bool:
    return isinstance(event, Key) and event.key in _GIVE_UP


async def _all_over(workers: Iterable[Worker[Any]]) -> None:
    """Wait until ``workers`` have ended, in whichever way, and let them be where this is cancelled."""
    for worker in workers:
        with suppress(WorkerError):
            await asyncio.shield(worker.wait())


async def _up_from(first: Widget) -> None:
    """Wait until all that was on its way to ``first`` has come up to the application."""
    for node in first.ancestors_with_self:
        await _called(node.call_later)


async def _called(later: Callable[[Callable[[], None]], bool]) -> None:
    """Wait until somebody who calls ``later`` has called; not for one who never will, being gone."""
    called = asyncio.Event()
    if later(called.set):
        await called.wait()

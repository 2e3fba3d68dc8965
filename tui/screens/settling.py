"""A screen that is painted once for a key, when all of it has taken what the key does.

A key that scrolls the article moves the cards too, and the thumbs of both scroll bars: each widget asks for its paint
when its own messages bring it there. Textual paints as soon as the first has asked, and then waits a frame until it
paints for the others: the key has gone half of the way on the screen, and what follows comes 17 ms late.

Of a key that changes something the library says whether it is kept: what that brings is painted along if it comes soon.
"""

import asyncio
from time import monotonic

from tui.parts import ScreenPart

_TURNS = 40
"""Of the event loop, for which a paint is put off at most: a message from a widget to the screen takes three."""
_SOON = 0.015
"""Seconds for which a paint waits for what is being kept: less than a frame, after which Textual looks again."""


class SettlingScreen(ScreenPart):
    """Part of a screen that is painted when no message between its widgets is on its way any more."""

    _turns = 0
    _being_kept = 0
    _since: float | None = None

    def keeping(self) -> None:
        """Something is being kept from now on, until as often `kept` was called."""
        self._being_kept += 1

    def kept(self) -> None:
        """What was being kept is, or is not, and all of that is on the screen but for the paint."""
        self._being_kept -= 1
        if self._since is not None:
            asyncio.get_running_loop().call_soon(self._look_again)

    def _on_timer_update(self) -> None:
        """Paint, or look again at the next turn of the loop. Textual's own hook, whose release is pinned."""
        if self._turns < _TURNS and self._unsettled():
            self._turns += 1
            asyncio.get_running_loop().call_soon(self._look_again)
        elif self._may_come_soon():
            self._turns = 0
        else:
            self._turns, self._since = 0, None
            super()._on_timer_update()

    def _may_come_soon(self) -> bool:
        """Whether what is being kept may still come soon: `kept` looks again then, and Textual in a frame."""
        if self._since is None:
            self._since = monotonic()
        return self._being_kept > 0 and monotonic() - self._since < _SOON

    def _look_again(self) -> None:
        try:
            self._on_timer_update()
        except Exception as error:  # as Textual's timer does, which would have called it otherwise
            self.app._handle_exception(error)

    def _unsettled(self) -> bool:
        """Whether the screen, or what is shown on it, the scroll bars too, has yet to take a message."""
        return any(one.message_queue_size for one in self._compositor.widgets)

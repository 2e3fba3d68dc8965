"""A screen that is painted once for a key, when all of it has taken what the key does.

A key that scrolls the article moves the cards too, and the thumbs of both scroll bars: each widget asks for its paint
when its own messages bring it there. Textual paints as soon as the first has asked, and then waits a frame until it
paints for the others: the key has gone half of the way on the screen, and what follows comes 17 ms late.
"""

import asyncio

from textual.screen import Screen

_TURNS = 40
"""Of the event loop, for which a paint is put off at most: a message from a widget to the screen takes three."""


class SettlingScreen(Screen[None]):
    """A screen that is painted when no message between its widgets is on its way any more."""

    _turns = 0

    def _on_timer_update(self) -> None:
        """Paint, or look again at the next turn of the loop. Textual's own hook, whose release is pinned."""
        if self._turns < _TURNS and self._unsettled():
            self._turns += 1
            asyncio.get_running_loop().call_soon(self._look_again)
        else:
            self._turns = 0
            super()._on_timer_update()

    def _look_again(self) -> None:
        try:
            self._on_timer_update()
        except Exception as error:  # as Textual's timer does, which would have called it otherwise
            self.app._handle_exception(error)

    def _unsettled(self) -> bool:
        """Whether the screen, or what is shown on it, the scroll bars too, has yet to take a message."""
        return any(one.message_queue_size for one in self._compositor.widgets)

"""An application that knows when its reader rests: what takes a while is done then, and no key waits for it."""

import gc
from time import monotonic

from textual.app import App
from textual.events import Event, InputEvent

from tui.parts import AppPart

_OFTEN = 1.0
"""Seconds between two looks whether the collector has something to do, and of rest from which on it may."""
_DUE, _OVERDUE = 10, 400
"""After how many small collections a whole one is made: while the reader rests, and at any time.

Python's own figure is the first. A whole one takes two thirds of the time that a key has, and after a few hundred keys
without a rest, which is minutes of holding one down, there is little enough to be found.
"""


class RestingApp(AppPart):
    """Its `rest` is how long ago the last key, click or move of the mouse was, in seconds."""

    _heard = 0.0

    async def on_event(self, event: Event) -> None:
        """Note when something was heard of the reader."""
        if isinstance(event, InputEvent):
            self._heard = monotonic()
        await super().on_event(event)

    @property
    def rest(self) -> float:
        """Seconds without a key."""
        return monotonic() - self._heard

    def collect_at_rest(self) -> None:
        """From now on, leave whole collections of garbage to when the reader rests."""
        small, middle, _ = gc.get_threshold()
        gc.set_threshold(small, middle, _OVERDUE)
        self.set_interval(_OFTEN, self._collect)

    def _collect(self) -> None:
        # Stopped while a book's claims are made, just when the reader waits for them.
        if gc.isenabled() and self.rest >= _OFTEN and gc.get_count()[2] > _DUE:
            gc.collect()


def rest_of(app: App[object]) -> float:
    """Return the `rest` of the reader of ``app``; endless where it does not know."""
    return app.rest if isinstance(app, RestingApp) else float("inf")

"""Showing what is found of an article while it is still being read, without a key ever waiting for it."""

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer

# Seconds between two showings. A short article's claims are all there before the first; with many of them the showing
# itself takes longer, and gets so much longer pauses.
SHOWN_FIRST, SHOWN_EVERY, SPARED = 0.1, 0.3, 20
REST = 0.5  # seconds without moving, from which on the reader is taken to rest


class Showing:
    """Calls ``show`` before long when there is more to show, but only while the reader rests.

    ``place`` tells where they are, in any terms that compare; None where they have something else before them. ``pump``
    keeps the time.
    """

    def __init__(self, pump: MessagePump, place: Callable[[], object | None], show: Callable[[], None]) -> None:
        self._pump = pump
        self._place = place
        self._show = show
        self._rested_at = place()
        self._pause = SHOWN_FIRST
        self._timer: Timer | None = None

    def more(self) -> None:
        """There is more to show."""
        if self._timer is None:
            self._timer = self._pump.set_timer(self._pause, self._show_to_who_rests)

    def end(self) -> None:
        """All is shown by other ways: leave off."""
        if self._timer is not None:
            self._timer.stop()

    def _show_to_who_rests(self) -> None:
        here = self._place()
        resting = here is not None and here == self._rested_at
        self._rested_at = here
        if not resting:
            self._timer = self._pump.set_timer(REST, self._show_to_who_rests)
            return
        self._timer = None
        started = monotonic()
        self._show()
        self._pause = max(SHOWN_EVERY, SPARED * (monotonic() - started))

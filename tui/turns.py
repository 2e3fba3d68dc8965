"""Work on a thread that takes turns with the event loop: where both want the interpreter, keys come first."""

import asyncio
from collections.abc import Callable
from threading import Event
from time import monotonic
from types import TracebackType

PIECE = 0.01
"""Seconds that the thread works until it offers the loop a turn."""

BUSY, PATIENCE = 0.002, 20
"""Seconds beyond which a turn was taken, so that there may be more to do, and how many the loop takes at most."""

_AT_MOST = 1.0  # seconds that a turn is waited for: the loop may have ended


class StoppedError(Exception):
    """Nobody waits for the work any more."""


class Turns:
    """What work on a thread reports to, with what is done and all of it: ``Turns`` is called there, often.

    To be made, entered and left on the loop, which hears by ``told`` of the share done, 0 to 1. Once it has been left,
    `StoppedError` ends the work at its next report.
    """

    def __init__(self, told: Callable[[float], None]) -> None:
        self._told = told
        self._loop = asyncio.get_running_loop()
        self._stopped = Event()
        self._since = monotonic()

    def __enter__(self) -> "Turns":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()

    def stop(self) -> None:
        """End the work at its next report; on any thread."""
        self._stopped.set()

    def __call__(self, done: int, total: int) -> None:
        """So much is done; on the thread that works. Raises `StoppedError`."""
        if monotonic() - self._since >= PIECE:
            share = done / max(1, total)
            for _ in range(PATIENCE):
                if self._stopped.is_set() or not self._turn_taken(share):
                    break
            self._since = monotonic()
        if self._stopped.is_set():
            raise StoppedError

    def _turn_taken(self, share: float) -> bool:
        """Give the loop a turn; whether it had much to do."""
        asked, over = monotonic(), Event()

        def turn() -> None:
            if not self._stopped.is_set():
                self._told(share)
            over.set()

        try:
            self._loop.call_soon_threadsafe(turn)
        except RuntimeError:  # it has ended
            raise StoppedError from None
        over.wait(_AT_MOST)
        return monotonic() - asked > BUSY

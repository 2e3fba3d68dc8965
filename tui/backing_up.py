"""The backup of the day while the reader is open, on a thread of its own: it holds up neither keys nor leaving."""

import asyncio
from pathlib import Path
from threading import Event

from store.errors import SaysoError

SOON = 3.0
"""Seconds after the start: what is wanted on the screen comes first."""

AGAIN = 1800.0
"""Seconds until it is asked again whether a day has passed."""


class _StoppedError(Exception):
    """The program ends."""


class DailyBackup:
    """Makes the backup of the day of ``database`` when it is due."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._ending = Event()

    async def make(self) -> str:
        """Make it if it is due. Returns what the user should know: '' unless it could not be made."""
        return await asyncio.to_thread(self._make)

    def stop(self) -> None:
        """Stop what is under way, which leaves nothing behind; the next start makes it."""
        self._ending.set()

    def _make(self) -> str:
        from store import backups

        try:
            if self._database.exists():
                backups.daily(self._database, self._go_on)
        except _StoppedError:
            return ""
        except SaysoError as error:
            return f"The backup of the day could not be made: {error}"
        return ""

    def _go_on(self, _done: int, _all: int) -> None:
        if self._ending.is_set():
            raise _StoppedError

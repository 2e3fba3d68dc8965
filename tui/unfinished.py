"""Screens that have something to put away before the program may end."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Unfinished(Protocol):
    """A screen with work under way."""

    async def hand_over(self) -> None:
        """Hand it on to whoever keeps it; the screen may yet stay. Called from the top screen down."""

    async def finish(self) -> None:
        """Wait until it is kept, and put the screen away. Called from the top screen down as the program ends."""

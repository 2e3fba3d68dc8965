"""Screens that have something to put away before the program may end."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Unfinished(Protocol):
    """A screen with work under way."""

    async def finish(self) -> None:
        """Keep it. Called from the top screen down, just before the program ends."""

"""What takes long, told step by step."""

from collections.abc import Callable
from functools import partial

Steps = Callable[[str, int, int], None]
"""Is told what is being done (``Copying``), how much of it is done, and of how much; what it raises stops it all."""


def step(told: Steps | None, doing: str) -> Callable[[int, int], None] | None:
    """Return what is to be called with how much of one step is done, and of how much."""
    return None if told is None else partial(told, doing)

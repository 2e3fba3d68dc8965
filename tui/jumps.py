"""The places that a reader has jumped from, to go back to them and forth again, as in a browser. Pure."""

MOST = 100
"""Places that are kept; the oldest go first."""


class Jumps:
    """Where the reader was before each jump. Places are offsets in code points: of the first text on the screen."""

    def __init__(self) -> None:
        self._back: list[int] = []
        self._forth: list[int] = []

    def push(self, offset: int) -> None:
        """Keep ``offset``, which is jumped from; from there on nothing lies ahead."""
        _put(self._back, offset)
        self._forth.clear()

    def back(self, here: int) -> int | None:
        """Where the last jump led away from; None where none did. ``here`` is kept for `forth`."""
        return _travel(self._back, here, self._forth)

    def forth(self, here: int) -> int | None:
        """Where `back` led away from; None where it was not gone back. ``here`` is kept for `back`."""
        return _travel(self._forth, here, self._back)


def _travel(places: list[int], here: int, behind: list[int]) -> int | None:
    while places:
        there = places.pop()
        if there != here:  # else it would lead nowhere
            _put(behind, here)
            return there
    return None


def _put(places: list[int], offset: int) -> None:
    if places[-1:] != [offset]:
        places.append(offset)
        del places[:-MOST]

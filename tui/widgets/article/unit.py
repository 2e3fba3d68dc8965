"""What of a document is set at once."""

from typing import NamedTuple

from claims.model import Span


class Unit(NamedTuple):
    """A block, or a part of a very long one. ``block`` is an index."""

    block: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its offsets."""
        return self.start, self.end

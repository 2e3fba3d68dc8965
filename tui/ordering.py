"""In which order the library lists its articles, and how that is called."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.article import Summary
    from store.keeping.listing import Column, Place

# What each column is called, and its order from the first: as a reader wants it at first, and turned round.
NAMES: "dict[Column, tuple[str, str, str]]" = {
    "added": ("Added", "newest first", "oldest first"),
    "title": ("Title", "a to z", "z to a"),
    "outlet": ("Outlet", "a to z", "z to a"),
    "day": ("Date", "newest first", "oldest first"),
    "claims": ("Claims", "most first", "fewest first"),
    "unreviewed": ("Unreviewed claims", "most first", "fewest first"),
    "notes": ("Notes", "most first", "fewest first"),
    "unplaced": ("Notes without a place", "most first", "fewest first"),
}
_ALPHABETICAL = ("title", "outlet")
_HIGHEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Order:
    """By what the list is sorted, and in which direction."""

    by: "Column" = "added"
    descending: bool = True

    @classmethod
    def usual(cls, by: "Column") -> "Order":
        """The order that a reader wants at first of a list by that column."""
        return cls(by, by not in _ALPHABETICAL)

    @classmethod
    def kept(cls, words: str | None) -> "Order":
        """The order that was kept as `words`; the usual one where that says nothing."""
        by, _, direction = (words or "").partition(" ")
        return cls(by, direction == "descending") if by in NAMES else cls()

    @property
    def words(self) -> str:
        """It as a setting."""
        return f"{self.by} {'descending' if self.descending else 'ascending'}"

    @property
    def named(self) -> str:
        """It as a reader calls it."""
        name, usual, turned = NAMES[self.by]
        return f"{name}, {usual if self == Order.usual(self.by) else turned}"

    @property
    def turned(self) -> "Order":
        """The other way round."""
        return Order(self.by, not self.descending)

    @property
    def end(self) -> "Place":
        """Behind all articles."""
        return None, -1 if self.descending else _HIGHEST

    def place(self, summary: "Summary") -> "Place":
        """Where an article stands in this order, from what the list shows of it."""
        # Where there is a summary, the library has been opened: importing it costs nothing any more.
        from store.keeping.listing import place

        return place(summary, self.by)

    def goes_before(self, one: "Place", other: "Place") -> bool:
        """Whether the place ``one`` comes before the ``other``. Values that are not known come last in any case."""
        if (one[0] is None) != (other[0] is None):
            return other[0] is None
        # Of one column, so that they can be compared.
        return one > other if self.descending else one < other

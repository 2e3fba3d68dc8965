"""How many lines closed cards take, and so where each of them begins, known without laying out any."""

from collections.abc import Sequence
from itertools import accumulate, zip_longest

from store.items import Item
from tui.widgets.panel.cards import HEIGHT, SHORT, alone
from tui.widgets.panel.listing import Listing
from tui.widgets.panel.page import Page


class ClosedHeights:
    """Looks anew only at those items that are others than the last time: a decision changes one of thousands."""

    def __init__(self) -> None:
        self._items: Sequence[Item] = ()
        self._listing: Listing | None = None
        self._page: Page | None = None
        self._alone: list[int] = []
        self._tops: Sequence[int] = (0,)

    def tops(self, items: Sequence[Item], listing: Listing, page: Page, closed: int) -> Sequence[int]:
        """The first line of each card of ``listing``, one under the other, and at the end the lines of all of them.

        ``closed`` is the usual height: short cards are all of one height.
        """
        if closed == SHORT:
            return range(0, SHORT * len(listing.shown) + 1, SHORT)
        if items is not self._items or listing is not self._listing or page != self._page:
            before = self._alone, self._listing and self._listing.shown, self._page and self._page.room
            self._look_at(items, page)
            self._listing, room = listing, page.room
            if before != (self._alone, listing.shown, room):
                heights = [HEIGHT - (0 < cells <= room) for cells in map(self._alone.__getitem__, listing.shown)]
                self._tops = list(accumulate(heights, initial=0))
        return self._tops

    def _look_at(self, items: Sequence[Item], page: Page) -> None:
        # In another width the same items have the same to say, unless lines become short.
        alike = self._page is not None and page._replace(width=self._page.width, details="", digits=0) == (
            self._page._replace(details="", digits=0)
        )
        if not alike or page.narrow != (self._page is not None and self._page.narrow):
            self._alone = [alone(item, page) for item in items]
        elif items is not self._items:
            before = zip_longest(items, self._items[: len(items)], self._alone[: len(items)])
            self._alone = [cells if item is old else alone(item, page) for item, old, cells in before]
        self._items, self._page = items, page

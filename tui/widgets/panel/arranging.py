"""Which cards there are: the items that the filter lets through, in the reader's order, and the selected one anyhow."""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.message import Message

from claims.model import Caveat, Span
from claims.text import Text
from store.items import Item
from tui.config.schema import config_of
from tui.widgets.panel.framing import FramedCards
from tui.widgets.panel.listing import ORDERS, Arrangement, listing
from tui.widgets.panel.page import Page

if TYPE_CHECKING:
    from tui.widgets.panel.sieve import Sieve


class ArrangedCards(FramedCards):
    """Cards that can be filtered, sorted and grouped."""

    class Rearranged(Message):
        """The reader wants the cards in another order."""

        def __init__(self, arrangement: Arrangement) -> None:
            super().__init__()
            self.arrangement = arrangement

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sieve: Sieve | None = None
        self._caveats: Sequence[Caveat] = ()
        self._matching: list[int] | None = None
        self._counts = (0, 0)
        self.found = ""
        """How many the filter lets through of how many claims; '' without a filter."""

    # --- what is shown ----------------------------------------------------------------------

    def show(
        self,
        document_text: Text,
        items: Sequence[Item],
        caveats: Sequence[Caveat] = (),
        unsaved: frozenset[str] = frozenset(),
        references: Sequence[Span] = (),
    ) -> None:
        """Show ``items``, which are in text order, over the text that their spans point into.

        The selection stays with the claim at the same place, or else with the same number, and its card stays where
        it is on the screen. ``caveats`` are those of the reading that the items' claims come from; ``unsaved`` are the
        annotations, by their uids, that are not kept as they are; ``references`` are where it refers to footnotes.
        """
        before = self._items[self.selected] if self.selected is not None else None
        offset = self._offset(self.selected) if self.selected is not None else 0
        in_view = 0 <= offset < self._view_height
        shown, self._items, self._caveats = self._items, items, caveats
        self._counts = self._counted_anew(shown)
        highest = next((item.number for item in reversed(items) if item.number is not None), None)
        page = Page(document_text, caveats, 1, len(str(highest)) if highest else 0, unsaved, references=references)
        names = config_of(self.app).meanings
        page = page._replace(width=self._page.width, details=self.key_of("claims.details"), meanings=names)
        if page != self._page:  # else the cards of all items but those that have changed are as they were
            self._page = page
            self._cards.clear()
        self.set_reactive(ArrangedCards.selected, self._find(before) if before else None)
        self._match()
        if self.selected is not None and in_view:
            self._reveal(self.selected, offset)
        else:
            self._scroll(self.scroll_offset.y)

    def filter(self, text: str) -> None:
        """Show only what ``text``, which may still be being typed, lets through; nothing in it lets all through."""
        # Imported with the first word, as most articles are read without.
        from tui.widgets.panel.sieve import Sieve

        self._sieve = self._sieve or Sieve()
        if self._sieve.change(text):
            self._keeping_in_view(self._match)

    def put_in_order(self, arrangement: Arrangement) -> None:
        """Show the cards in another order."""
        self.arrangement = arrangement
        self._entitle()
        self._keeping_in_view(self._arrange)

    @property
    def items(self) -> Sequence[Item]:
        """All that there are, in text order."""
        return self._items

    @property
    def filtered(self) -> bool:
        """Whether a filter may keep cards away."""
        return self._matching is not None

    @property
    def matching(self) -> Sequence[int]:
        """The indexes of all that the filter lets through, in text order."""
        return range(len(self._items)) if self._matching is None else self._matching

    @property
    def first(self) -> int | None:
        """The first that the filter lets through, in the order of the cards."""
        return next((index for index in self.listing.shown if not self._is_extra(index)), None)

    def shows(self, index: int | None) -> bool:
        """Whether the filter lets an item through."""
        return index is not None and not self._is_extra(index)

    def _match(self) -> None:
        page, sieve = self._page, self._sieve
        self._matching = sieve.sift(page.text, self._items, self._caveats, page.meanings) if sieve else None
        self._count()
        self._arrange()

    def _arrange(self) -> None:
        shown = self._matching
        # Where nothing is let through, the list says so: one card in it would look like what was asked for.
        if shown and self.selected is not None and self._is_extra(self.selected):
            shown = shown.copy()
            insort(shown, self.selected)
        self.listing = listing(self._items, self.arrangement, shown)
        self._lay_out()

    def _is_extra(self, index: int) -> bool:
        if self._matching is None:
            return False
        at = bisect_left(self._matching, index)
        return at == len(self._matching) or self._matching[at] != index

    def _count(self) -> None:
        claims, waiting = self._counts
        self.found = ""
        if self._matching is not None:
            there = sum(self._items[index].is_claim for index in self._matching)
            passages = len(self._matching) - there
            also = f" + {passages} passage{'' if passages == 1 else 's'}" if passages else ""
            self.found = f"{there} of {claims}{also}"
        self._counted = f"{self.found or claims} · {waiting} unreviewed" if claims or self.found else ""
        self._entitle()

    def _counted_anew(self, before: Sequence[Item]) -> tuple[int, int]:
        """How many claims there are, and how many wait for the reader; only what is not as it was ``before`` counts."""
        claims, waiting = self._counts
        if len(before) != len(self._items):
            before, claims, waiting = (), 0, 0
        pairs = zip_longest(before, self._items)
        for old, new in ((old, new) for old, new in pairs if old is not new):
            claims += new.is_claim - (old is not None and old.is_claim)
            waiting += new.unreviewed - (old is not None and old.unreviewed)
        return claims, waiting

    # --- what stays -------------------------------------------------------------------------

    def _keeping_in_view(self, work: Callable[[], None]) -> None:
        offset = self._offset(self.selected) if self.selected is not None else 0
        work()
        if self.selected is not None and not self._is_extra(self.selected):
            self._reveal(self.selected, offset)
        else:
            self._scroll(0)

    def watch_selected(self, before: int | None, index: int | None) -> None:
        """Open the selected card where it stands on the screen, as far as it then is in full view."""
        offset = self._offset(index) if index is not None else 0
        if any(one is not None and self._is_extra(one) for one in (before, index)):
            self._arrange()
        else:
            self._lay_out()
        if index is not None:
            self._reveal(index, offset)

    def _starting_at(self, offset: int) -> int:
        return bisect_left(self._items, offset, key=lambda item: item.span[0])

    def _find(self, wanted: Item) -> int | None:
        index = self._starting_at(wanted.span[0])
        while index < len(self._items) and (item := self._items[index]).span[0] == wanted.span[0]:
            if item.span == wanted.span and item.is_claim == wanted.is_claim:
                return index
            index += 1
        if wanted.number is None:
            return None
        return next((i for i, item in enumerate(self._items) if item.number == wanted.number), None)

    # --- what the reader does ---------------------------------------------------------------

    def action_sort(self) -> None:
        """The next order: of the text, by speaker, by progress."""
        order = ORDERS[(ORDERS.index(self.arrangement.order) + 1) % len(ORDERS)]
        self.post_message(self.Rearranged(self.arrangement._replace(order=order)))

    def action_group(self) -> None:
        """Put the claims of a speaker together, or leave off."""
        self.post_message(self.Rearranged(self.arrangement._replace(grouped=not self.arrangement.grouped)))

"""What the filter over the cards lets through."""

from collections.abc import Sequence

from claims.model import Caveat
from claims.text import Text
from store.items import Item
from store.matching_items import Haystacks, matching
from store.searching.query import IN_CLAIMS, Query, parse


class Sieve:
    """A filter as it is being typed. At first it is empty, and lets all through."""

    def __init__(self) -> None:
        self._query = Query()
        self._text: Text = ""
        self._haystacks = Haystacks("")

    def change(self, text: str) -> bool:
        """Let through what ``text`` asks for from now on; whether that is anything else than before."""
        before, self._query = self._query, parse(text, IN_CLAIMS, typing=True)
        return self._query != before

    def sift(
        self, document_text: Text, items: Sequence[Item], caveats: Sequence[Caveat], meanings: Sequence[str]
    ) -> list[int] | None:
        """Return the indexes of those of ``items`` that it lets through; None where it is empty.

        ``caveats`` are those of the reading that the items' claims come from; ``meanings``, of one library always the
        same, are the names of what highlights mean.
        """
        if self._query.empty:
            return None
        if document_text != self._text:
            self._text, self._haystacks = document_text, Haystacks(document_text, meanings)
        return matching(self._query, items, self._haystacks, caveats)

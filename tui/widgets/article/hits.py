"""What was searched for in the text: its places, and the way from one to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from claims.model import Span
from store.document import Document
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.reading_keys import ReadableFlow
from tui.widgets.article.searching import find, finding
from tui.widgets.article.setting import Line


class SearchedFlow(ReadableFlow):
    """A view in whose text places are found."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hits: list[Span] = []
        self._hit: int | None = None
        self._query = ""
        self._to_come: Iterator[list[Span]] = iter(())

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top; what is searched for is looked for in another anew."""
        if document is not self.document:
            self._hits, self._hit, self._to_come = find(document.text, self._query), None, iter(())
        super().show(document, at=at)

    @property
    def searched_for(self) -> str:
        """What was searched for last, '' where that was cleared."""
        return self._query

    @property
    def hit(self) -> int | None:
        """Where the last hit that was gone to begins."""
        return self.hit_span[0] if self.hit_span is not None else None

    @property
    def hit_span(self) -> Span | None:
        """The last hit that was gone to."""
        return self._hits[self._hit] if self._hit is not None else None

    @property
    def hit_number(self) -> int | None:
        """Which hit was gone to last, from 0."""
        return self._hit

    def hits_on(self, line: Line) -> Iterator[Highlight]:
        """The hits on ``line``."""
        start, end = line.start, max(line.end, line.start + 1)
        first = max(0, bisect_left(self._hits, (start, start)) - 1)
        for number in range(first, bisect_right(self._hits, (end, end))):
            yield Highlight(*self._hits[number], "current" if number == self._hit else "hit")

    @property
    def hits(self) -> int:
        """How many places of what is searched for are known."""
        return len(self._hits)

    def search(self, query: str) -> int:
        """Mark all places of ``query`` (see `searching.pattern`) and return how many; an empty query clears."""
        self.begin_search(query)
        while self.search_on():
            pass
        return len(self._hits)

    def begin_search(self, query: str) -> None:
        """Search for ``query`` from now on; `search_on` finds its places."""
        self._query, self._hits, self._hit = query, [], None
        self._to_come = finding(self.text, query)

    def search_on(self) -> bool:
        """Mark the places in the next slice of the text; whether there is one more."""
        hits = next(self._to_come, None)
        self._hits += hits or ()
        low, high = self.visible_span
        if hits is None or self._hits == hits or (hits and hits[0][0] < high and hits[-1][1] > low):
            self.repaint()
        return hits is not None

    def point_out(self, start: int, end: int) -> None:
        """Mark ``[start, end)`` as the hit that was found, and with it wherever the same words stand; go there."""
        self.search(self.text[start:end])
        if (start, end) not in self._hits:
            self._hits = [(start, end)]
        with self.jumping():
            self.go_to_hit(self._hits.index((start, end)))

    def hit_from(self, offset: int, *, round_the_end: bool) -> int | None:
        """The number, from 0, of the first hit at ``offset`` or after it, else of the first one, or None."""
        number = bisect_left(self._hits, (offset, offset))
        return number if number < len(self._hits) else 0 if self._hits and round_the_end else None

    def go_to_hit(self, number: int, at: int | None = None) -> None:
        """Show the hit ``number``, from 0: where it is out of sight, as from a screen that begins ``at`` an offset."""
        start, end = self._hits[number]
        low, high = self.visible_span
        if at is not None and self.document is not None and not low <= start < high:
            self.show(self.document, at=at)
        if number != self._hit:
            self._hit = number
            self.repaint()
        self.reveal(start, end)

    def next_hit(self, backwards: bool = False) -> tuple[int, int] | None:
        """Go to the next hit from here, round the end: its number from 1 and of how many; None without hits."""
        if not self._hits:
            return None
        low, high = self.visible_span
        if self._hit is not None and low <= self._hits[self._hit][0] < high:
            number = self._hit + (-1 if backwards else 1)
        else:
            number = bisect_left(self._hits, (low, low)) - backwards
        with self.jumping(far=True):
            self.go_to_hit(number % len(self._hits))
        return number % len(self._hits) + 1, len(self._hits)

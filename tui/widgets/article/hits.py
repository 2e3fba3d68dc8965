"""What was searched for in the text: its places, and the way from one to the next."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from claims.model import Span
from store.document import Document
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.reading_keys import ReadableFlow
from tui.widgets.article.searching import find
from tui.widgets.article.setting import Line


class SearchedFlow(ReadableFlow):
    """A view in whose text places are found."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hits: list[Span] = []
        self._hit: int | None = None
        self._query = ""

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top; what is searched for is looked for in another anew."""
        if document is not self.document:
            self._hits, self._hit = find(document.text, self._query), None
        super().show(document, at=at)

    @property
    def searched_for(self) -> str:
        """What was searched for last, '' where that was cleared."""
        return self._query

    @property
    def hit(self) -> int | None:
        """Where the last hit that was gone to begins."""
        return self._hits[self._hit][0] if self._hit is not None else None

    def hits_on(self, line: Line) -> Iterator[Highlight]:
        """The hits on ``line``."""
        start, end = line.start, max(line.end, line.start + 1)
        first = max(0, bisect_left(self._hits, (start, start)) - 1)
        for number in range(first, bisect_right(self._hits, (end, end))):
            yield Highlight(*self._hits[number], "current" if number == self._hit else "hit")

    def search(self, query: str) -> int:
        """Mark all places of ``query`` (see `searching.pattern`) and return how many; an empty query clears."""
        self._query = query
        self._hits, self._hit = find(self.text, query), None
        self.repaint()
        return len(self._hits)

    def point_out(self, start: int, end: int) -> None:
        """Mark ``[start, end)`` as the hit that was found, and with it wherever the same words stand; go there."""
        self.search(self.text[start:end])
        if (start, end) not in self._hits:
            self._hits = [(start, end)]
        self._hit = self._hits.index((start, end))
        with self.jumping():
            self.reveal(start, end)
        self.repaint()

    def next_hit(self, backwards: bool = False) -> tuple[int, int] | None:
        """Go to the next hit from here, round the end: its number from 1 and of how many; None without hits."""
        if not self._hits:
            return None
        low, high = self.visible_span
        if self._hit is not None and low <= self._hits[self._hit][0] < high:
            number = self._hit + (-1 if backwards else 1)
        else:
            number = bisect_left(self._hits, (low, low)) - backwards
        self._hit = number % len(self._hits)
        with self.jumping(far=True):
            self.reveal(*self._hits[self._hit])
        self.repaint()
        return self._hit + 1, len(self._hits)

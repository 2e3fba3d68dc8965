"""Items as they are drawn on a text, asked for by place: nothing here goes through all of them but to be made."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claims.model import Span
from store.review import Item
from tui.widgets.article.glyphs import Edge, Sign, edges_of, passage_style, side_by_side
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.layers import AT_FIRST, Layer, Shown

_LONG = 2048
"""Items longer than this, in code points, are looked for by themselves: all others are near where they begin."""
_FEW = 500
"""With more changed items than this it is cheaper to look at all of the text again."""


class Drawn:
    """``items``, which are in text order, with the layers that are ``shown``. It never changes.

    ``among`` are the only ones that are drawn, by their indexes, where not all are.
    """

    def __init__(
        self, items: Sequence[Item] = (), shown: Shown = AT_FIRST, among: frozenset[int] | None = None
    ) -> None:
        self.items = items
        self.shown = shown
        self.among = among
        self._long = [i for i, item in enumerate(items) if item.span[1] - item.span[0] > _LONG]

    # --- which items are where ----------------------------------------------------------------------------------

    def touching(self, start: int, end: int) -> list[int]:
        """The items (indexes), drawn or not, that overlap ``[start, end)``, in text order."""
        low, high = self._starting(start - _LONG), self._starting(end)
        far = [i for i in self._long if i < low and self.items[i].span[1] > start]
        return far + [i for i in range(low, high) if self.items[i].span[1] > start]

    def beginning(self, start: int, end: int) -> range:
        """The items that begin in ``[start, end)``."""
        return range(self._starting(start), self._starting(end))

    def at(self, offset: int) -> tuple[int, ...]:
        """The items that are drawn on the code point at ``offset``, that with the smallest span first."""

        def length(index: int) -> int:
            start, end = self.items[index].span
            return end - start

        return tuple(sorted({highlight.item for highlight in self.highlights(offset, offset + 1)}, key=length))

    def index_of(self, item: Item) -> int | None:
        """Which of the items has the same words as ``item``."""
        for i in self.beginning(item.span[0], item.span[0] + 1):
            if self.items[i].span == item.span and self.items[i].content == item.content:
                return i
        return None

    def _starting(self, offset: int) -> int:
        return bisect_left(self.items, offset, key=_start)

    # --- how they are drawn -------------------------------------------------------------------------------------

    def highlights(self, start: int, end: int, selected: int | None = None) -> list[Highlight]:
        """The sources, cues, contents and passages that overlap ``[start, end)``, in text order.

        Those of the ``selected`` item too where its layer is not shown.
        """
        return sorted(
            Highlight(first, last, style, i)
            for i in self.touching(start, end)
            if self._is_drawn(i) or (i == selected and not self.items[i].rejected)
            for style, spans in _roles(self.items[i])
            for first, last in spans
            if start < last and first < end and first < last
        )

    def signs(self, span: Span) -> list[Sign]:
        """The signs of the items at the offsets of ``span``, both ends included, in the order in which they stand."""
        low, high = span
        near = self.touching(low - 1, high + 1)
        return side_by_side(edge for i in near for edge in self._edges(i) if low <= edge.at <= high)

    def is_shared(self, index: int) -> bool:
        """Whether other claims that are drawn have a part of the content of claim ``index``."""
        item = self.items[index]
        return any(
            self.items[i].is_claim and self._is_drawn(i) and _overlap(self.items[i].content, item.content)
            for i in self.touching(*item.span)
            if i != index
        )

    def _edges(self, index: int) -> Iterator[Edge]:
        item = self.items[index]
        if not item.rejected:
            numbered = self._is_drawn(index)
            shared = numbered and item.is_claim and self.is_shared(index)
            yield from edges_of(index, item, numbered=numbered, shared=shared, noted=self.shows("notes", index))

    def shows(self, layer: Layer, index: int) -> bool:
        """Whether what ``layer`` has of an item is drawn."""
        return layer in self.shown and (self.among is None or index in self.among)

    def _is_drawn(self, index: int) -> bool:
        item = self.items[index]
        return not item.rejected and self.shows(_layer(item), index)

    # --- what has changed ---------------------------------------------------------------------------------------

    def changed_since(self, before: "Drawn") -> list[Span] | None:
        """Where signs may be others than they were; None for anywhere."""
        if self.shown != before.shown or self.among != before.among:
            return None
        old, new = before.items, self.items
        if len(old) == len(new):
            pairs = [(a, b) for a, b in zip(old, new, strict=True) if a is not b]
            if len(pairs) > _FEW:  # made anew, and maybe the same
                pairs = [(a, b) for a, b in pairs if a != b]
            changed = [item.span for pair in pairs for item in pair]
        else:
            head = _common(old, new)
            tail = _common(old[head:][::-1], new[head:][::-1])
            changed = [item.span for items in (old, new) for item in items[head : len(items) - tail]]
        if len(changed) > _FEW:
            return None
        return [_hull(drawn, span) for span in changed for drawn in (before, self)]


def _common(some: Sequence[Item], others: Sequence[Item]) -> int:
    """With how many of the same items both begin."""
    for count, (one, other) in enumerate(zip(some, others, strict=False)):
        if one is not other and one != other:
            return count
    return min(len(some), len(others))


def _hull(drawn: Drawn, span: Span) -> Span:
    """``span`` and all items that overlap it: whether their content is shared may have changed."""
    spans = [span, *(drawn.items[i].span for i in drawn.touching(*span))]
    return min(spans)[0], max(end for _, end in spans)


def _start(item: Item) -> int:
    return item.span[0]


def _layer(item: Item) -> Layer:
    if not item.is_claim:
        return "notes"
    # What the reader has put something on is a claim to them.
    attitude = item.annotation is None and item.claim is not None and item.claim.act == "attitude"
    return "attitudes" if attitude else "claims"


def _roles(item: Item) -> tuple[tuple[str, Sequence[Span]], ...]:
    if item.is_claim:
        return ("content", item.content), ("source", item.source), ("cue", item.cue)
    return ((passage_style(item), item.content),)


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(start < last and first < end for start, end in some for first, last in others)

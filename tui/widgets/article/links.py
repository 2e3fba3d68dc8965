"""What in a document leads somewhere: links, images, references to footnotes, and footnotes back to them. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from claims.model import Span
from store.document import Document, Mark
from tui.widgets.article.bare import LONGEST, bare_links
from tui.widgets.article.wrapping import cluster_at

Kind = Literal["link", "image", "reference", "note"]
_KINDS: dict[str, Kind] = {"link": "link", "image": "image", "reference": "reference"}


class Link(NamedTuple):
    """Something that leads elsewhere, on ``[start, end)``; for a note those are its first lines.

    ``sign`` is the offset at which its sign stands. ``target`` is an address, or the label of a note.
    """

    kind: Kind
    start: int
    end: int
    sign: int
    target: str

    @property
    def anchor(self) -> tuple[Kind, int]:
        """What tells its sign from others at the same place."""
        return self.kind, self.sign


class Links:
    """The links of ``document``, found by their places. Only `further` may go over much of it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def of(self, low: int, high: int) -> list[Link]:
        """Those whose signs stand at the offsets from ``low`` to ``high``, in text order."""
        blocks = self.document.blocks
        first = max(0, bisect_right(blocks, low, key=lambda block: block.start) - 1)
        last = bisect_right(blocks, high, key=lambda block: block.start)
        found = (link for index in range(first, last) for link in self._in_block(index, low, high))
        return sorted(found, key=lambda link: (link.sign, link.start))

    def at(self, offset: int) -> Link | None:
        """The innermost one on the code point at ``offset``."""
        inside = (link for link in self.of(offset, offset + LONGEST) if link.start <= offset < link.end)
        return min(inside, key=lambda link: (link.kind == "note", link.end - link.start), default=None)

    def further(self, offset: int, *, back: bool = False) -> Link | None:
        """The first whose sign stands behind ``offset``, or the last before it."""
        blocks = self.document.blocks
        at = offset if back else max(0, offset - LONGEST)  # an address may have begun before it
        while (near := self._near(at, back)) is not None:
            index = max(0, bisect_right(blocks, near, key=lambda block: block.start) - 1)
            block = blocks[index]
            low, high = (block.start, offset - 1) if back else (offset + 1, block.end)
            if found := sorted(self._in_block(index, low, high), key=lambda link: link.sign):
                return found[-1 if back else 0]
            at = block.start - 1 if back else block.end + 1
        return None

    def note(self, label: str) -> Span | None:
        """Where the first paragraph of a footnote stands."""
        return next((span for span, name in self._notes if name == label), None)

    @cached_property
    def references(self) -> Sequence[Span]:
        """Where footnotes are referred to, in text order."""
        return tuple((mark.start, mark.end) for mark in self.document.marks if mark.kind == "reference")

    def reference(self, label: str) -> Span | None:
        """Where a footnote is first referred to."""
        marks = (mark for mark in self.document.marks if mark.kind == "reference" and mark.target == label)
        return next(((mark.start, mark.end) for mark in marks), None)

    def _in_block(self, index: int, low: int, high: int) -> Iterator[Link]:
        text, block = self.document.text, self.document.blocks[index]
        # In a paragraph as long as a book only the part is looked at that is asked for.
        start, end = max(block.start, low - LONGEST), min(block.end, high + LONGEST)
        marks = self._marks(block.start, start, end)
        bare = bare_links(text, start, end, marks) if block.kind != "code" else ()
        for mark in (*marks, *bare):
            kind = _KINDS.get(mark.kind)
            if kind is None or mark.start == mark.end:
                continue
            if low <= (sign := cluster_at(text, mark.end - 1)[1]) <= high:
                yield Link(kind, mark.start, mark.end, sign, mark.target)
        if block.within and low <= block.start <= high:
            yield from (Link("note", *span, span[0], name) for span, name in self._notes if span[0] == block.start)

    def _marks(self, block: int, start: int, end: int) -> list[Mark]:
        """The marks from ``start`` to ``end``, and the last link before in the block: none reaches over another."""
        marks = self.document.marks
        first = bisect_left(marks, start, key=lambda mark: mark.start)
        last = bisect_right(marks, end, key=lambda mark: mark.start)
        while first and marks[first - 1].start >= block:
            first -= 1
            if marks[first].kind == "link":
                break
        return list(marks[first:last])

    def _near(self, at: int, back: bool) -> int | None:
        """The nearest place from ``at`` on, or before, where there may be something; None where there is nothing."""
        marks, text = self.document.marks, self.document.text
        first = bisect_right(marks, at, key=lambda mark: mark.start) if back else self._first_reaching(at)
        order = range(first - 1, -1, -1) if back else range(first, len(marks))
        mark = next((max(marks[i].start, 0) for i in order if marks[i].kind in _KINDS), -1)
        bare = text.rfind("://", 0, max(0, at)) if back else text.find("://", max(0, at))
        notes = [span[0] for span, _ in self._notes if (span[0] <= at if back else span[0] >= at)]
        places = [place for place in (mark, bare, *notes) if place >= 0]
        return (max if back else min)(places, default=None)

    def _first_reaching(self, at: int) -> int:
        """The first mark of the block that ``at`` stands in: it may end behind that."""
        blocks = self.document.blocks
        index = max(0, bisect_right(blocks, at, key=lambda block: block.start) - 1)
        start = blocks[index].start if len(blocks) else 0
        return bisect_left(self.document.marks, start, key=lambda mark: mark.start)

    @cached_property
    def _notes(self) -> list[tuple[Span, str]]:
        """The first paragraph of each footnote, in text order, with its label: they stand at the end."""
        found: dict[int, tuple[Span, str]] = {}
        for block in reversed(self.document.blocks):
            if not block.within or block.within[0].kind != "footnote":
                break
            found[block.within[0].id] = ((block.start, block.end), block.within[0].label)
        return list(found.values())[::-1]

"""A line of the text cut into pieces at every border, with what opens and closes there.

Marks nest; highlights may overlap one another and the marks in any way. A highlight is split at the borders that it
crosses, so that its ``<mark>`` elements are always well nested. The reference to its footnote stands right behind its
end, before that of any highlight around it: else nobody could tell which is whose.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.model import Span
from claims.text import Text
from store.document import Mark
from store.exporting.delimiters import Edge
from store.exporting.escaping import address, code_span, escape

HIGHLIGHT, HIGHLIGHT_END = "<mark>", "</mark>"
_LEAVES = frozenset({"code", "image", "reference", "break"})
_UNDIVIDED = frozenset({"image", "reference", "break"})


@dataclass(frozen=True, slots=True)
class Overlay:
    """What an export lays over one line of the text: highlights (start, end, label), and footnote labels by offset."""

    highlights: list[tuple[int, int, str]] = field(default_factory=list)
    references: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of visible text, not yet escaped."""

    text: str
    in_link: bool


class Highlight(NamedTuple):
    """A highlight that is open: where it ends, and the label of its footnote.."""

    end: int
    label: str


Piece = Edge | Words | str
"""An edge of a mark, text, or finished Markdown: a tag of a highlight, a code span, an image, a reference, a break."""


def weave(text: Text, span: Span, marks: Sequence[Mark], overlay: Overlay, line_break: str) -> list[Piece]:
    """The pieces of ``text[span]`` in order; ``marks`` and ``overlay`` lie within ``span``, edges are well nested."""
    return _Weaver(text, marks, overlay, line_break).weave(span)


class _Weaver:
    """Goes from border to border and keeps a stack of what is open: marks and highlights."""

    def __init__(self, text: Text, marks: Sequence[Mark], overlay: Overlay, line_break: str) -> None:
        self._text, self._line_break = text, line_break
        self._leaves = {mark.start: mark for mark in marks if mark.kind in _LEAVES}
        self._starting: defaultdict[int, list[Mark]] = defaultdict(list)
        for mark in marks:
            if mark.kind not in _LEAVES and (mark.kind != "link" or address(mark.target) is not None):
                self._starting[mark.start].append(mark)
        self._highlights: defaultdict[int, list[Highlight]] = defaultdict(list)  # by start
        whole = _outermost(mark for mark in marks if mark.kind in _UNDIVIDED)
        for start, end, label in overlay.highlights:
            self._highlights[_around(whole, start)[0]].append(Highlight(_around(whole, end)[1], label))
        self._references: defaultdict[int, list[str]] = defaultdict(list)
        # A reference inside a link would be a link inside a link.
        closed = _outermost(mark for mark in marks if mark.kind in _LEAVES or mark.kind == "link")
        for at, name in overlay.references:
            self._references[_around(closed, at)[1]].append(name)
        self._stack: list[Mark | Highlight] = []
        self._pieces: list[Piece] = []

    def weave(self, span: Span) -> list[Piece]:
        """The pieces of ``span``, in order."""
        borders = {*span, *self._references, *self._highlights, *self._leaves, *self._starting}
        borders.update(one.end for started in self._highlights.values() for one in started)
        borders.update(mark.end for mark in self._leaves.values())
        borders.update(mark.end for started in self._starting.values() for mark in started)
        path = sorted(borders)
        leaf: Mark | None = None
        for at, following in zip(path, [*path[1:], span[1]], strict=True):
            crossing = self._close(at)
            self._pieces += (f"[^{name}]" for name in self._references.pop(at, ()))
            self._open(at, crossing)
            leaf = self._leaves.get(at, leaf)
            if at == following:
                continue
            if leaf is None or at >= leaf.end:
                self._pieces.append(self._plain(at, following))
            elif leaf.kind == "code":
                # A code span that highlights divide comes out in parts: nothing inside it would be read as HTML.
                self._pieces.append(code_span(self._text[at:following]))
            elif at == leaf.start:
                self._pieces.append(self._whole(leaf))
        return self._pieces

    def _close(self, at: int) -> list[Highlight]:
        """Close what ends at ``at``. Returns the highlights that had to be closed with it but go on."""
        crossing: list[Highlight] = []
        while any(element.end <= at for element in self._stack):
            element = self._pop()
            if isinstance(element, Mark):
                continue
            if element.end > at:
                crossing.append(element)
            elif not self._in_link() and element.label in (names := self._references.get(at, [])):
                names.remove(element.label)
                self._pieces.append(f"[^{element.label}]")
        return crossing

    def _open(self, at: int, highlights: list[Highlight]) -> None:
        """Open what starts at ``at``: each mark outside the highlights that end within it, inside those that do not."""
        waiting = [one for one in (*highlights, *self._highlights.get(at, ())) if one.end > at]
        for mark in self._starting.get(at, ()):
            while any(element.end < mark.end for element in self._stack[self._marks_open() :]):
                element = self._pop()
                assert isinstance(element, Highlight)
                waiting.append(element)
            for one in _outer_first(one for one in waiting if one.end >= mark.end):
                self._push(one)
            waiting = [one for one in waiting if one.end < mark.end]
            self._push(mark)
        for one in _outer_first(waiting):
            self._push(one)

    def _marks_open(self) -> int:
        """The depth of the stack up to and with the innermost open mark."""
        return next((d for d in range(len(self._stack), 0, -1) if isinstance(self._stack[d - 1], Mark)), 0)

    def _push(self, element: Mark | Highlight) -> None:
        self._stack.append(element)
        self._pieces.append(Edge(element, opening=True) if isinstance(element, Mark) else HIGHLIGHT)

    def _pop(self) -> Mark | Highlight:
        element = self._stack.pop()
        self._pieces.append(Edge(element, opening=False) if isinstance(element, Mark) else HIGHLIGHT_END)
        return element

    def _plain(self, start: int, end: int) -> Words:
        return Words(self._text[start:end], self._in_link())

    def _in_link(self) -> bool:
        return any(isinstance(element, Mark) and element.kind == "link" for element in self._stack)

    def _whole(self, leaf: Mark) -> Piece:
        if leaf.kind == "break":
            return self._line_break
        if leaf.kind == "reference":
            return f"[^{leaf.target}]"
        destination = address(leaf.target, image=True) if leaf.kind == "image" else None
        if destination is None:
            return self._plain(leaf.start, leaf.end)
        return f"![{escape(self._text[leaf.start : leaf.end], in_link=True)}]({destination})"


def _outermost(marks: Iterable[Mark]) -> list[Span]:
    """The spans of ``marks``, which are in text order, that stand inside no other of them."""
    spans: list[Span] = []
    for mark in marks:
        if not spans or mark.start >= spans[-1][1]:
            spans.append((mark.start, mark.end))
    return spans


def _around(spans: Sequence[Span], at: int) -> Span:
    """The one of ``spans`` (apart, in order) that has ``at`` inside, not at an end; else the empty span there."""
    index = bisect_left(spans, (at, at)) - 1
    return spans[index] if index >= 0 and spans[index][0] < at < spans[index][1] else (at, at)


def _outer_first(highlights: Iterable[Highlight]) -> list[Highlight]:
    return sorted(highlights, key=lambda one: one.end, reverse=True)

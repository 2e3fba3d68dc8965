"""Whether emphasis can be written with asterisks where it stands, after CommonMark's flanking rules, or needs HTML.

Only runs that can open and never close, or close and never open, are written; then delimiters pair up like brackets
and the rule of three never applies. https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from store.document import Mark, MarkKind
from store.exporting.escaping import address

_DELIMITERS: dict[MarkKind, str] = {"emphasis": "*", "strong": "**", "strike": "~~"}
_ELEMENTS: dict[MarkKind, str] = {"emphasis": "em", "strong": "strong", "strike": "del"}


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a mark opens or closes."""

    mark: Mark
    opening: bool

    @property
    def certain(self) -> str:
        """The edge written so that it holds whatever stands beside it: a link's bracket, else an HTML tag."""
        if self.mark.kind == "link":
            return "[" if self.opening else f"]({address(self.mark.target)})"
        return f"<{'' if self.opening else '/'}{_ELEMENTS[self.mark.kind]}>"


def resolve(pieces: Sequence[str | Edge]) -> list[str]:
    """Write every edge of ``pieces``, which are well nested, as a delimiter run where that is safe, else as HTML."""
    written = [piece.certain if isinstance(piece, Edge) else piece for piece in pieces]
    for start, end in sorted(_pairs(pieces)):
        edge = pieces[start]
        run = _DELIMITERS.get(edge.mark.kind) if isinstance(edge, Edge) else None
        if run is None:
            continue
        outside = written[start - 1][-1:] if start else "", written[end + 1][:1] if end + 1 < len(written) else ""
        inside = written[start + 1][:1], written[end - 1][-1:]
        if all(_flanks(out, into, run[0]) for out, into in zip(outside, inside, strict=True)):
            written[start] = written[end] = run
    return written


def _flanks(outside: str, inside: str, delimiter: str) -> bool:
    """Whether a run between the two characters faces inwards only; the ends of a line count as space."""
    if delimiter in (outside, inside):
        return False
    return (_class(outside), _class(inside)) in {("space", "word"), ("space", "mark"), ("mark", "word")}


def _class(char: str) -> str:
    """``space``, ``word`` or ``mark`` (punctuation); other characters are classed differently by different parsers."""
    category = unicodedata.category(char) if char else "Zs"
    if category == "Zs" or char == "\n":
        return "space"
    if category[0] in "LN":
        return "word"
    return "mark" if category[0] == "P" or char in "$+<=>^`|~" else "other"


def _pairs(pieces: Sequence[str | Edge]) -> list[tuple[int, int]]:
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Edge) and piece.opening:
            opened.append(index)
        elif isinstance(piece, Edge):
            pairs.append((opened.pop(), index))
    return pairs

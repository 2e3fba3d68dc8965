"""Arithmetic on spans: order, overlap, difference, and borders between whole characters."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from claims.graphemes import is_border
from claims.model import Span, Spans


def tidy(text: str, spans: Iterable[Span]) -> Spans:
    """Spans in order, none empty, none overlapping another, without space at their ends, on grapheme borders."""
    tidied: list[Span] = []
    for start, end in sorted(spans):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        while not is_border(text, start):
            start -= 1
        while not is_border(text, end):
            end += 1
        if tidied and start < tidied[-1][1]:
            tidied[-1] = (tidied[-1][0], max(end, tidied[-1][1]))
        elif start < end:
            tidied.append((start, end))
    return tuple(tidied)


def overlap(one: Span, other: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def share(one: Spans, other: Spans) -> bool:
    """Whether two roles have a code point in common."""
    return any(overlap(span, another) for span in one for another in other)


def extent(spans: Spans) -> Span:
    """From the first code point of any of ``spans``, of which there is one, to the last, exclusive."""
    return min(start for start, _ in spans), max(end for _, end in spans)


def inside(inner: Span, outer: Span) -> bool:
    """Whether ``inner`` lies within ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def at_or_before(spans: Sequence[Span], position: int) -> Span | None:
    """The last of ``spans``, which are in order, that begins at ``position`` or before it."""
    number = bisect_right(spans, position, key=lambda span: span[0])
    return spans[number - 1] if number else None


def without(whole: Span, holes: Iterable[Span]) -> list[Span]:
    """What is left of ``whole`` once ``holes`` are taken out, in order."""
    left: list[Span] = []
    start, end = whole
    for hole_start, hole_end in sorted(holes):
        if hole_end <= start or hole_start >= end:
            continue
        if hole_start > start:
            left.append((start, hole_start))
        start = max(start, hole_end)
    if start < end:
        left.append((start, end))
    return left

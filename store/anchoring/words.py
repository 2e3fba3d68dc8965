"""A text as the words, spaces and signs that it is compared by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from claims.model import Span

_TOKEN = re.compile(r"\w+|\s|[^\w\s]")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Pieces:
    """Stretches of a text in order: their words, and where each stands, in code points."""

    words: Sequence[str]
    spans: Sequence[Span]


def tokens(text: str, span: Span) -> Pieces:
    """Return the words, single spaces and single signs of ``text[span]``: together they are all of it."""
    words = _TOKEN.findall(text, *span)
    # Where one ends the next begins: a match object for each would take most of the time.
    return Pieces(words, list(pairwise(accumulate(map(len, words), initial=span[0]))))


def lines(text: str) -> Pieces:
    """Return the lines of ``text`` that are not empty, without their ends."""
    found = list(_LINE.finditer(text))
    return Pieces([match[0] for match in found], [match.span() for match in found])


def count(text: str) -> int:
    """Return how many words ``text`` has; spaces and signs are none."""
    return sum(1 for _ in re.finditer(r"\w+", text))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` neither begins nor ends within a word."""
    return not (_cuts(text, start) or _cuts(text, end))


def widened(text: str, start: int, end: int) -> Span:
    """Return ``start`` and ``end`` moved outwards to the next ends of words."""
    while _cuts(text, start):
        start -= 1
    while _cuts(text, end):
        end += 1
    return start, end


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

"""A text that is read here and there, whether it is a `str` or too long to be one."""

import re
from collections.abc import Iterator
from typing import Protocol

from claims.model import Span, Spans

_PART = 1 << 16
_AROUND = 200_000
"""Code points on either side in which is looked for what belongs to a place: some forty pages of a book."""
_BEHIND = 64  # code points that a pattern may look back


class Text(Protocol):
    """What a `str` and what stands for a long one have in common: code points that are counted and sliced.

    Of each, ``str(text)`` is the whole as a `str`, which of a book takes up to four times as much memory as its file.
    """

    def __len__(self) -> int: ...

    def __getitem__(self, where: int | slice) -> str: ...

    def find(self, words: str, start: int = ..., end: int | None = ..., /) -> int:
        """As `str.find`."""
        ...

    def rfind(self, words: str, start: int = ..., end: int | None = ..., /) -> int:
        """As `str.rfind`."""
        ...


def matches(pattern: re.Pattern[str], text: Text, start: int, end: int) -> Iterator[Span]:
    """Where ``pattern``, which looks back a few code points at most, matches in ``[start, end)`` of ``text``."""
    low = max(0, start - _BEHIND)
    for match in pattern.finditer(text[low : max(low, end)], start - low):
        yield low + match.start(), low + match.end()


def around(text: Text, spans: Spans, far: int = _AROUND) -> tuple[str, int]:
    """The lines of ``text`` around ``spans``, ``far`` code points on either side at least, and where they begin.

    If nothing else is said, of a book those are some forty pages.
    """
    first = text.rfind("\n", 0, max(0, spans[0][0] - far)) + 1
    last = text.find("\n", spans[-1][1] + far)
    return text[first : last if last >= 0 else None], first


def parts(text: Text, start: int = 0, end: int | None = None) -> Iterator[str]:
    """What stands in ``[start, end)`` of ``text`` in parts that follow one another, none of them long."""
    end = len(text) if end is None else end
    return (text[at : min(at + _PART, end)] for at in range(start, end, _PART))

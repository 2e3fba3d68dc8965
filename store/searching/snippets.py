"""The place in a text that answers a query best, and the words around it."""

import re
from collections import Counter
from collections.abc import Sequence

from claims.model import Span
from store.safety import safe

Snippet = tuple[tuple[str, bool], ...]
"""One safe line in pieces, and of each whether it is what was looked for."""

OPEN, CLOSE = "\x02", "\x03"
"""What FTS5 is told to put around what it finds; no text that is kept has them."""

_BEFORE, _AFTER = 30, 90
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """Return the text that FTS5's ``highlight`` has marked, and the spans in it that were found."""
    pieces = _MARKS.split(marked)
    ends, length = [], 0
    for piece in pieces:
        length += len(piece)
        ends.append(length)
    return "".join(pieces), list(zip(ends[0:-1:2], ends[1::2], strict=False))


def best(text: str, spans: Sequence[Span]) -> Span | None:
    """Return the first of ``spans`` that has the most different words of them within a snippet's length after it."""
    found = None
    most = last = 0
    words = [text[start:end].casefold() for start, end in spans]
    near: Counter[str] = Counter()
    for first, (start, _) in enumerate(spans):
        while last < len(spans) and spans[last][1] <= max(start + _AFTER, spans[first][1]):
            near[words[last]] += 1
            last += 1
        if len(near) > most:
            found, most = spans[first], len(near)
        near[words[first]] -= 1
        if not near[words[first]]:
            del near[words[first]]
    return found


def snippet(text: str, spans: Sequence[Span], place: Span = (0, 0)) -> Snippet:
    """Return what stands around ``place`` in ``text``, cut at words, with those of ``spans`` that are in it."""
    start, end = place[0] - _BEFORE, max(place[0] + _AFTER, place[1])
    start = 0 if start <= 0 else _word_after(text, start, place[0])
    end = len(text) if end >= len(text) else _word_before(text, end, place[1])
    pieces = [("…", False)] if start else []
    at = start
    for low, high in spans:
        if start <= low and high <= end:
            pieces += [(text[at:low], False), (text[low:high], True)]
            at = high
    pieces += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return tuple((_line(piece), found) for piece, found in pieces if piece)


def plain(words: str) -> Snippet:
    """Return ``words`` as a part of a snippet that was not looked for; none where they are empty."""
    return ((_line(words), False),) if words else ()


def _word_after(text: str, start: int, before: int) -> int:
    """The first beginning of a word from ``start`` on, but not after ``before``."""
    space = re.compile(r"\s").search(text, start, before)
    return space.end() if space else start


def _word_before(text: str, end: int, after: int) -> int:
    """The last end of a word up to ``end``, but not before ``after``."""
    while end > after and not text[end].isspace():
        end -= 1
    return end


def _line(text: str) -> str:
    """``text`` with nothing in it that a terminal acts on, and with single spaces, those at its ends too."""
    return re.sub(r"\s+", " ", safe(text))

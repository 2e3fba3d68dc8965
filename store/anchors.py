"""Anchors: how a stretch of text is held so that it is found again after the text around it has changed.

After the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5.
"""

import re
import secrets
import time
from collections.abc import Iterable, Iterator
from itertools import takewhile

from claims.model import Span
from store.annotations import Role, Selector

CONTEXT = 32
"""Code points kept before and after a quote."""

_LOOKALIKES = ('"“”„‟«»″', "'‘’‚‛`´′", "-‐‑‒–—―−")
_PIECES = re.compile(r"\s+|\S")
# In order of their code points, so that identifiers sort as the numbers in them do; no letters taken for figures.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def selector(text: str, start: int, end: int, role: Role) -> Selector:
    """Return a selector for ``text[start:end]``, code points. Raises ValueError on an empty or an outlying span."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span of a text of {len(text)} code points: {start} to {end}")
    prefix = text[max(0, start - CONTEXT) : start]
    return Selector(role, start, end, text[start:end], prefix, text[end : end + CONTEXT])


def locate(selector: Selector, text: str) -> Span | None:
    """Return where the selector's exact quote stands in ``text``, in code points; None where it does not.

    The place with most of the remembered context around it wins, and of equals the nearest to the old position.
    """
    exact, context = selector.exact, len(selector.prefix) + len(selector.suffix)
    start = selector.start
    if text.startswith(exact, start) and _likeness(selector, text, start) == context:
        return start, start + len(exact)
    places = _places(exact, text)
    best = min(places, key=lambda place: (-_likeness(selector, text, place), abs(place - start)), default=None)
    return None if best is None else (best, best + len(exact))


def quoted(text: str, quote: str) -> list[Span]:
    """Return every place in ``text`` where somebody's typed ``quote`` stands, in code points and in text order.

    Any run of whitespace matches any other, and any style of quotation mark, apostrophe or dash its likes.
    """
    pattern = "".join(_tolerant(piece) for piece in _PIECES.findall(quote.strip()))
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def new_uid() -> str:
    """Return a new identifier of 18 letters and digits: 45 bits of the time in milliseconds, then 45 random ones.

    They sort by the time they were made, need no quoting in addresses and file names, and cannot be guessed.
    """
    number = time.time_ns() // 1_000_000 << 45 | secrets.randbits(45)
    return "".join(_DIGITS[number >> shift & 31] for shift in range(85, -1, -5))


def _places(exact: str, text: str) -> Iterator[int]:
    place = text.find(exact)
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)


def _likeness(selector: Selector, text: str, start: int) -> int:
    """How many code points of the context stand next to the quote if that is at ``start``, counted from the quote."""
    end = start + len(selector.exact)
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    return _agreeing(reversed(selector.prefix), reversed(before)) + _agreeing(selector.suffix, after)


def _agreeing(one: Iterable[str], other: Iterable[str]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _tolerant(piece: str) -> str:
    if piece.isspace():
        return r"\s+"
    likes = next((likes for likes in _LOOKALIKES if piece in likes), None)
    return f"[{re.escape(likes)}]" if likes else re.escape(piece)

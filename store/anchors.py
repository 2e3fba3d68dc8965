"""Anchors: how a stretch of text is held so that it is found again after the text around it has changed.

After the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5.
"""

import re
import time

from claims.model import Span
from claims.text import Text
from store.annotations import Role, Selector

CONTEXT = 32
"""Code points kept before and after a quote."""

_LOOKALIKES = ('"“”„‟«»″', "'‘’‚‛`´′", "-‐‑‒–—―−")
_PLAINEST = str.maketrans({like: likes[0] for likes in _LOOKALIKES for like in likes})
_PIECES = re.compile(r"\s+|\S")
# In order of their code points, so that identifiers sort as the numbers in them do; no letters taken for figures.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def selector(text: Text, start: int, end: int, role: Role) -> Selector:
    """Return a selector for ``text[start:end]``, code points. Raises ValueError on an empty or an outlying span."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no span of a text of {len(text)} code points: {start} to {end}")
    prefix = text[max(0, start - CONTEXT) : start]
    return Selector(role, start, end, text[start:end], prefix, text[end : end + CONTEXT])


def quoted(text: str, quote: str) -> list[Span]:
    """Return every place in ``text`` where somebody's typed ``quote`` stands, in code points and in text order.

    Any run of whitespace matches any other, and any style of quotation mark, apostrophe or dash its likes.
    """
    pattern = "".join(_tolerant(piece) for piece in _PIECES.findall(quote.strip()))
    return [match.span() for match in re.finditer(pattern, text)] if pattern else []


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same words: white space and the styles of quotation marks and dashes are no matter."""
    return _plain(one) == _plain(other)


def new_uid() -> str:
    """Return a new identifier of 18 letters and digits: 45 bits of the time in milliseconds, then 45 random ones.

    They sort by the time they were made, need no quoting in addresses and file names, and cannot be guessed.
    """
    # With it come modules that nothing before the first annotation needs.
    import secrets

    number = time.time_ns() // 1_000_000 << 45 | secrets.randbits(45)
    return "".join(_DIGITS[number >> shift & 31] for shift in range(85, -1, -5))


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAINEST).split())


def _tolerant(piece: str) -> str:
    if piece.isspace():
        return r"\s+"
    likes = next((likes for likes in _LOOKALIKES if piece in likes), None)
    return f"[{re.escape(likes)}]" if likes else re.escape(piece)

"""Words that a reader pointed at without what only stands between them and the words around them."""

from claims.model import Span
from claims.text import Text

_SEPARATORS = ",;:،؛、，；："
_DASHES = "-–—"  # not before a figure, whose sign they may be


def trimmed(text: Text, span: Span) -> Span:
    """Return ``span`` without white space and separators at its edges, such as a comma before *the bookkeeper*.

    Quotation marks, brackets and the stops of sentences stay. A span of nothing else comes back as it is.
    """
    start, end = span
    words = text[start:end]
    while words and _parts(words[0], words[1:2]):
        words, start = words[1:], start + 1
    while words and _parts(words[-1], ""):
        words, end = words[:-1], end - 1
    return (start, end) if words else span


def _parts(sign: str, following: str) -> bool:
    return sign.isspace() or sign in _SEPARATORS or (sign in _DASHES and not following.isdigit())

"""Where what is claimed may best be cut in two, until the reader says where. Pure."""

import re

from claims.model import Span
from claims.text import Text
from store.amending import AmendError, split
from store.annotations import Annotation

_PARTS = re.compile(r"[,;:—–]\s+(?=\S)|\s+(?=(?:and|but|or|while|whereas)\s)", re.IGNORECASE)
_WORDS = re.compile(r"\s+(?=\S)")


def cut(annotation: Annotation, text: Text) -> tuple[Span, int]:
    """Return the piece of what is claimed that is to be cut, and the offset where the second claim would begin.

    That is between clauses, or where there are none between words, next to the middle of the longest piece. Raises
    AmendError where there is but one word, and of a passage.
    """
    if annotation.kind != "claim":
        raise AmendError("only claims can be split")
    for start, end in sorted(annotation.spans("content"), key=lambda span: span[0] - span[1]):
        words, middle = text[start:end], (end - start) / 2
        for borders in (_PARTS, _WORDS):
            for at in sorted((one.end() for one in borders.finditer(words)), key=lambda at: abs(at - middle)):
                try:
                    split(annotation, text, start + at)
                except AmendError:
                    continue
                return (start, end), start + at
    raise AmendError("there is but one word that is claimed: nothing to split")

"""Which claims a caveat is about."""

import re
from collections.abc import Sequence

from claims.model import Caveat, Span
from claims.spans import overlap

# "this and other battlefield reports", "the claims made by either side": wider than the sentence.
_WIDE = re.compile(
    r"\b(?:other|these|those|any of|either side|both sides|battlefield|all)\b|\bthe (?:claims|reports|accounts)\b"
)


def claims_under(
    text: str, caveat: Caveat, sentence: Span, reaches: Sequence[Span], speakers: Sequence[str | None]
) -> list[int]:
    """The numbers of the claims that a caveat is about.

    Those that share its ``sentence``, or else the last one before it. A wide caveat is about every claim up to
    there, and about the later ones of the same speakers.
    """
    same = [n for n, reach in enumerate(reaches) if overlap(reach, sentence)]
    before = [n for n, reach in enumerate(reaches) if reach[0] < caveat.span[0]]
    if caveat.kind == "unverified" and _WIDE.search(text, *caveat.span):
        named = {speakers[n] for n in before if speakers[n]}
        return [n for n in range(len(reaches)) if n in before or speakers[n] in named]
    return same or before[-1:]

"""Which claims a caveat is about."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claims.model import Caveat, Claim, Sentence, Span
from claims.spans import at_or_before, overlap

# "this and other battlefield reports", "the claims made by either side": wider than the sentence.
_WIDE = re.compile(
    r"\b(?:other|these|those|any of|either side|both sides|battlefield|all)\b|\bthe (?:claims|reports|accounts)\b"
)
_REACH = 40  # claims on either side that even the widest caveat is taken to be about


def with_caveats(
    text: str, claims: Sequence[Claim], caveats: Sequence[Caveat], sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """The claims, in text order, with the numbers of the caveats that are about them.

    A caveat is about the claims that share its sentence, or else about the last one before it. A wide one is about
    the claims up to there, and about the later ones of the same speakers.
    """
    spans = [one.span for one in sentences]
    starts = [claim.start for claim in claims]
    about: dict[int, list[int]] = defaultdict(list)
    for number, caveat in enumerate(caveats):
        sentence = at_or_before(spans, caveat.span[0]) or caveat.span
        for claim in _claims_under(text, caveat, sentence, claims, starts):
            about[claim].append(number)
    return tuple(replace(claim, caveats=tuple(about[n])) if n in about else claim for n, claim in enumerate(claims))


def _claims_under(
    text: str, caveat: Caveat, sentence: Span, claims: Sequence[Claim], starts: Sequence[int]
) -> list[int]:
    before = bisect_left(starts, caveat.span[0])
    first = max(0, before - _REACH)
    if caveat.kind == "unverified" and _WIDE.search(text, *caveat.span):
        named = {claims[n].speaker for n in range(first, before)} - {None}
        later = range(before, min(before + _REACH, len(claims)))
        return [*range(first, before), *(n for n in later if claims[n].speaker in named)]
    last = bisect_right(starts, sentence[1])
    same = [n for n in range(first, last) if overlap((claims[n].start, claims[n].end), sentence)]
    return same or ([before - 1] if before else [])

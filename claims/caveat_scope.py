"""Which claims a caveat is about."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from claims.cues import cue_lemmas
from claims.lexicon.words import word_set
from claims.model import Caveat, Claim, Sentence, Span
from claims.spans import at_or_before, overlap

# "this and other battlefield reports", "the claims made by either side": wider than the sentence.
_WIDE = re.compile(
    r"\b(?:other|these|those|any of|either side|both sides|battlefield|all)\b|\bthe (?:claims|reports|accounts)\b"
)
_REACH = 40  # claims before it that even the widest caveat is taken to be about
_LATER = 6  # claims after it: further on the same speakers have come to other matters
# What is foreseen, wanted or called something has not happened, so that there is nothing to verify.
_NO_REPORTS = word_set(
    """promise pledge vow swear threaten warn predict forecast expect propose recommend urge ask order demand appeal
    call describe brand label dub portray condemn denounce criticise criticize slam blast decry deplore praise hail
    tout welcome applaud commend salute endorse defend urge support oppose"""
)
_HAPPENED = re.compile(r"\b(?:had|has|have|was|were)\b")


def with_caveats(
    text: str, claims: Sequence[Claim], caveats: Sequence[Caveat], sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """The claims, in text order, with the numbers of the caveats that are about them.

    A caveat is about the claims that share its sentence, or else about the last one before it. A wide one is about
    the claims up to there, and about the next ones of the same speakers, as far as they are reports of what happened.
    """
    spans = [one.span for one in sentences]
    starts = [claim.start for claim in claims]
    about: dict[int, list[int]] = defaultdict(list)
    for number, caveat in enumerate(caveats):
        sentence = at_or_before(spans, caveat.span[0]) or caveat.span
        for claim in _claims_under(text, caveat, sentence, claims, starts):
            about[claim].append(number)
    return tuple(claim._replace(caveats=tuple(about[n])) if n in about else claim for n, claim in enumerate(claims))


def _claims_under(
    text: str, caveat: Caveat, sentence: Span, claims: Sequence[Claim], starts: Sequence[int]
) -> list[int]:
    before = bisect_left(starts, caveat.span[0])
    first = max(0, before - _REACH)
    if caveat.kind == "unverified" and _WIDE.search(text, *caveat.span):
        named = {claims[n].speaker for n in range(first, before)} - {None}
        later = range(before, min(before + _LATER, len(claims)))
        wide = [*range(first, before), *(n for n in later if claims[n].speaker in named)]
        reports = [n for n in wide if _is_report(text, claims[n])]
        if reports:
            return reports
    last = bisect_right(starts, sentence[1])
    same = [n for n in range(first, last) if overlap((claims[n].start, claims[n].end), sentence)]
    return same or ([before - 1] if before else [])


def _is_report(text: str, claim: Claim) -> bool:
    """Whether a claim is that something has happened: no wish, no warning, no name for it, no measure announced."""
    lemmas = cue_lemmas(text, claim.cue)
    if claim.act == "attitude" or lemmas & _NO_REPORTS:
        return False
    return "announce" not in lemmas or any(_HAPPENED.search(text, *span) for span in claim.content)

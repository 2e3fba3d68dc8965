"""Claims of which nobody looked for who says them, as in another language than English."""

from collections.abc import Sequence

from claims.attributes.why import NO_SOURCE
from claims.attributions import Attribution
from claims.model import Claim

UNSOUGHT = "the speaker is not looked for in this language"
"""Stands in the evidence in the place of what is seen of a source."""


def left_open(claims: Sequence[Claim], attributions: Sequence[Attribution]) -> list[Claim]:
    """``claims``, made of ``attributions``, with those left open for which no source was looked: not anonymous.

    The text may well name who says it: that nobody is found there tells nothing of that.
    """
    pairs = zip(claims, attributions, strict=True)
    return [claim if one.sought or one.source or claim.speaker else _open(claim) for claim, one in pairs]


def _open(claim: Claim) -> Claim:
    why = tuple(UNSOUGHT if words == NO_SOURCE else words for words in claim.why)
    return claim._replace(sought=False, source_kind="unknown", hand="first", why=why)

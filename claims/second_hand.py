"""Whose word a claim hangs on besides its own speaker's: whoever tells of it, inside what they say.

*She told the court that he had said so* is his claim on her word. Where no source is named at all, as in *a jury heard
that …*, the article does not tell whose word it is.
"""

from collections.abc import Sequence

from claims.model import Claim, ViaRole
from claims.spans import inside

_SELVES = frozenset(("i", "we"))


def at_second_hand(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The ``claims`` of a paragraph of ``text``, whose speakers are known, with who else passes them on."""
    return [_passed_on(text, one, claims) if one.hand == "first" and one.cue else one for one in claims]


def _passed_on(text: str, one: Claim, claims: Sequence[Claim]) -> Claim:
    teller = _teller(one, claims) if one.nested else None
    if teller is not None and not _same(text, one, teller):
        name = _called(text, teller)
        role: ViaRole | None = "teller" if name is not None else None
        return one._replace(hand="relayed", via=name, via_kind=teller.source_kind, via_role=role)
    unnamed = one.act == "speech" and not one.source and one.speaker is None
    return one._replace(hand="relayed") if unnamed else one


def _teller(one: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The claim in whose content ``one`` stands, the closest around it."""
    spans = (*one.source, *one.cue, *one.content)
    around = [
        (piece[1] - piece[0], number)
        for number, other in enumerate(claims)
        for piece in other.content
        if other is not one and all(inside(span, piece) for span in spans)
    ]
    return claims[min(around)[1]] if around else None


def _called(text: str, teller: Claim) -> str | None:
    """The teller's name, but no guess, which is none to be told with certainty; or the words for one without a name."""
    if teller.source_kind == "anonymous" and teller.source and teller.speaker is None:
        return " ".join(text[slice(*teller.source[0])].split())
    return teller.speaker if not teller.guessed else None


def _same(text: str, one: Claim, teller: Claim) -> bool:
    """Whether whoever tells of it is its speaker."""
    if any(text[slice(*source)].lower() in _SELVES for source in one.source):
        return True
    return one.speaker is not None and one.speaker == teller.speaker

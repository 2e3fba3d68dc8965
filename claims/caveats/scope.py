"""Which claims a caveat is about."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from claims.caveats.article import Article
from claims.caveats.place import Place
from claims.caveats.untold import untold
from claims.caveats.verified import verified
from claims.model import Caveat, CaveatKind, Claim, Sentence

_WHICH = re.compile(r"\b(?:which|that|something)$")
_FAR = 3  # sentences back to what somebody was asked about, where the same words tell that it is


def with_caveats(
    text: str, claims: Sequence[Claim], caveats: Sequence[Caveat], sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """The claims, in text order, with the numbers of the caveats that are about them.

    What its words come back to tells which: who did not say more, and what it is that was not verified. Where they name
    somebody or something that no claim near it has, it is about none.
    """
    article = Article(text, claims, sentences)
    about: dict[int, list[int]] = defaultdict(list)
    for number, caveat in enumerate(caveats):
        for claim in _claims_under(Place(article, caveat)):
            about[claim].append(number)
    return tuple(claim._replace(caveats=tuple(about[n])) if n in about else claim for n, claim in enumerate(claims))


def _claims_under(place: Place) -> list[int]:
    if place.told_by_another:
        return place.own
    return sorted({*place.own, *_ABOUT[place.caveat.kind](place)})


def _asked_about(place: Place) -> list[int]:
    """*Holm declined to comment*: on what stands before it, whoever said that."""
    return place.within or place.last(attitudes=True) or place.of_its_words(_FAR)[:1]


def _denied(place: Place) -> list[int]:
    """*She denied rumours that …*: the rumours; *which she denied*: what stands before it; or else what shares it."""
    words = place.words
    refuted = [n for n in place.same if place.own and place.follows(n)]
    if place.own and words.what and _WHICH.search(words.ahead) is None:
        return refuted
    return place.within or ([] if place.own else place.same or place.last())


_ABOUT: dict[CaveatKind, Callable[[Place], list[int]]] = {
    "unverified": verified,
    "verified": verified,
    "missing-detail": untold,
    "no-comment": _asked_about,
    "denial": _denied,
}

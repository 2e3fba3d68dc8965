"""Who or what bears a name, by the name itself and what stands beside it."""

from typing import Literal

from claims.attributes.source_kind import source_kind
from claims.bearers import given_to_women, is_bodily
from claims.lexicon.bodies import BODY_NOUNS
from claims.lexicon.people import ROLE_NOUNS
from claims.lexicon.sources import PLACE_NOUNS, PLACES
from claims.model import SourceKind
from claims.names import Name
from claims.noun_phrases import Introduction
from claims.speakers.seen import Seen

NATIONALITY = ("ish", "ese", "ican", "opean", "ian")
"""Endings of words for who comes from somewhere."""


def body_kind(name: str) -> SourceKind:
    """The kind of a body by its name: an institution if nothing more is known."""
    kind = source_kind(name)
    return kind if kind in ("government", "media") else "institution"


def bearer(name: str, seen: Seen) -> Literal["person", "institution"] | None:
    """Who bears a name, as far as the text tells; None for places, days and single words that nothing introduces."""
    words = name.lower().split()
    if is_bodily(Name(name, ("mr",) if seen.titled else ())):
        return "institution" if len(words) > 1 else None
    if (name.isupper() and "." not in name) or sum(word[0].isupper() for word in name.split()) > 4:
        return None
    if seen.titled:
        return "person"
    given = given_to_women(name) is not None
    if all(word in PLACES for word in words) or _is_place(seen):
        return None
    if seen.named_by and not given:
        return "institution"
    if len(words) == 1 or (not given and not seen.who and words[0].endswith(NATIONALITY)):
        return None
    return "person" if given or max(seen.placed, seen.after_the) * 2 <= seen.count else None


def _is_place(seen: Seen) -> bool:
    """Whether a name is said to be a place's, as in *Santa Rufina, a market town*, and nothing makes it somebody's."""
    told = {words[-1] for words in seen.introductions}
    return bool(told) and told <= PLACE_NOUNS and not (seen.who or seen.aged)


def surely_person(name: str, seen: Seen) -> bool:
    """Whether more than its capitals makes a name a person's."""
    told = any(words[-1] in ROLE_NOUNS for words in seen.introductions)
    alone = seen.count > 1 and " " not in name
    return bool(seen.titled or seen.aged) or told or alone or given_to_women(name) is not None


def own_nouns(name: str) -> list[Introduction]:
    """The nouns in a body's name: *court* in *High Court*, *department* in *Department of Culture*."""
    words = name.lower().split(" of ")[0].split(" for ")[0].split()
    return [tuple(words[: n + 1]) for n, word in enumerate(words) if word in BODY_NOUNS]

"""Who bears a name, as far as the name and the words beside it tell: a person or a body, a woman or a man."""

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal

from claims.lexicon.bodies import BODY_WORDS, NAMED_BY_NOUN, SURNAMES_TOO
from claims.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from claims.lexicon.people import FEMALE_NOUNS, MALE_NOUNS, ROLE_NOUNS
from claims.lexicon.sources import PLACES
from claims.names import Name

Bearer = Literal["person", "body"]
_TELLING = 4  # names with an ending, before it tells anything
_INTRODUCES = NAMED_BY_NOUN | ROLE_NOUNS


def bearer(name: Name, prior: str, head: str | None = None) -> Bearer | None:
    """Who bears a name that stands after the word ``prior``, or beside a phrase with ``head``; None if it is open."""
    words = name.bare.lower().split()
    given = given_to_women(name.bare) is not None
    telling = prior or head or ""
    if prior in ("called", "named"):
        return "body" if head in NAMED_BY_NOUN or not given else "person"
    if is_bodily(name):
        return "body" if telling in _INTRODUCES and not name.titles else None
    if name.titles:
        return "person"
    if all(word in PLACES for word in words) or prior == "the":
        return None
    if telling in NAMED_BY_NOUN and not given:
        return "body"
    return None if name.bare.isupper() and "." not in name.bare else "person"


def is_bodily(name: Name) -> bool:
    """Whether a name has a word that only bodies' and places' names have; *Park* and *Law* are surnames too."""
    if "&" in name.bare:
        return True
    telling = {*name.bare.lower().split()} & BODY_WORDS
    plain = not name.titles and given_to_women(name.bare) is None
    return bool(telling - SURNAMES_TOO) or (bool(telling) and plain)


def given_to_women(name: str) -> bool | None:
    """Whether the bearer of the first word of ``name`` is usually a woman; None where no list has it."""
    first = name.split()[0].lower().removesuffix(".")
    for given in (first, *first.split("-")):
        if given in FEMALE_NAMES or given in MALE_NAMES:
            return given in FEMALE_NAMES
    return None


@lru_cache(maxsize=4_000)
def sounds_female(name: str) -> float:
    """How likely the bearer of an unknown first name is a woman, by how names of women and of men end."""
    first = name.split()[0].lower()
    women, men = _endings()
    for length in (3, 2, 1):
        ending = first[-length:]
        if women[ending] + men[ending] >= _TELLING or length == 1:
            return (women[ending] + 1) / (women[ending] + men[ending] + 2)
    return 0.5


@cache
def _endings() -> tuple[Counter[str], Counter[str]]:
    """How often each ending of one to three letters is a woman's and a man's."""
    women, men = (
        Counter(name[-length:] for name in names for length in (1, 2, 3)) for names in (FEMALE_NAMES, MALE_NAMES)
    )
    return women, men


def gender_told(phrases: Iterable[Iterable[str]]) -> bool | None:
    """Whether the nouns are a woman's, as in *spokeswoman* or *mum-of-two*; None where they do not tell."""
    said = {word.rstrip(".") for words in phrases for word in words}
    said |= {word.split("-")[0] for word in said if "-of-" in word}
    woman, man = bool(said & FEMALE_NOUNS), bool(said & MALE_NOUNS)
    return None if woman == man else woman

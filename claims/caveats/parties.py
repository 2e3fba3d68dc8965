"""Who speaks for whom: whether two sources are the same or of one side, as far as their words tell."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from claims.bearers import given_to_women
from claims.lexicon.bodies import BODY_NOUNS
from claims.lexicon.people import HONORIFICS, ROLE_NOUNS
from claims.lexicon.sources import ANONYMOUS, CROWD, DOCUMENTS
from claims.lexicon.words import DETERMINERS, PERSONAL, PREPOSITIONS, word_set
from claims.model import Claim, SourceKind
from claims.source_phrases import read_phrase

_SPEAKS_FOR_THEM = word_set(
    "spokesman spokeswoman spokesperson spokespeople spokesmen official officials source sources"
)
"""Those who say what their body says."""
_ANY_BODY = _SPEAKS_FOR_THEM | word_set("authorities officials government")
_EMPTY = DETERMINERS | PREPOSITIONS | HONORIFICS | _SPEAKS_FOR_THEM | word_set("and or")
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_LEAD = re.compile(r",|\s(?:who|which|whose|that|where)\s")
_OWNER = re.compile(r"[’']s?$")
_BODIES: frozenset[SourceKind] = frozenset(("institution", "government", "media", "unknown"))
_PERSONS: frozenset[SourceKind] = frozenset(("person", "role", "anonymous", "unknown"))
_PRONOUNS: dict[str, frozenset[SourceKind]] = {
    "he": _PERSONS, "she": _PERSONS, "his": _PERSONS, "her": _PERSONS,
    "it": _BODIES | {"document"}, "its": _BODIES | {"document"},
    "they": _PERSONS | _BODIES | {"crowd"}, "their": _PERSONS | _BODIES | {"crowd"},
}  # fmt: skip
_OF_PEOPLE = {"he": False, "his": False, "she": True, "her": True}
"""Whether they stand for a woman."""
_STRANGERS = 2  # claims of others in a row, after which a side has likely spoken of something else
_STEM, _ENDING = 5, 3  # letters of a country's name, and of the ending that makes an adjective of it
_COMMON = BODY_NOUNS | ROLE_NOUNS | CROWD | ANONYMOUS | DOCUMENTS | DETERMINERS | PERSONAL | PREPOSITIONS | _ANY_BODY


def may_be(pronoun: str, claim: Claim, text: str, *, by_name: bool = True) -> bool:
    """Whether *he*, *it* … may be the one who makes the claim, ``by_name`` also as far as a given name tells.

    A body may have a name as people have.
    """
    source = " ".join(text[slice(*span)] for span in claim.source).lower()
    female = source == "she" if source in ("he", "she") else None
    if female is None and by_name and claim.speaker is not None:
        female = given_to_women(claim.speaker)
    if pronoun in _OF_PEOPLE and female is not None and female is not _OF_PEOPLE[pronoun]:
        return False
    body = claim.source_kind == "person" and female is None and pronoun in ("it", "its")
    return body or claim.source_kind in _PRONOUNS.get(pronoun, ())


def is_pronoun(phrase: str) -> bool:
    """Whether a phrase is one of the pronouns that go back to somebody who spoke."""
    return phrase.lower() in _PRONOUNS


def is_named(phrase: str) -> bool:
    """Whether a noun phrase has a name: *the Interior Ministry*, not *the ministry*."""
    words = _WORD.findall(_LEAD.split(phrase, maxsplit=1)[0])
    return any(word[0].isupper() and (n > 0 or word.lower() not in _COMMON) for n, word in enumerate(words))


def same_party(phrase: str, claim: Claim, text: str) -> bool:
    """Whether the words of a noun phrase are the source's, its speaker's or those of whom it speaks for."""
    asked = _words(phrase)
    return any(_within(asked, words) or (_within(words, asked) and words - _COMMON) for words in _called(claim, text))


def of_one_side(one: Claim, other: Claim, text: str) -> bool:
    """Whether two claims are made on one side: *Karsia*, *the Karsian ministry* and *the ministry’s spokesman*."""
    if one.speaker is not None and one.speaker == other.speaker:
        return True
    others = _called(other, text)
    return any(_within(a, b) or _within(b, a) for a in _called(one, text) for b in others)


def comes_back_to(phrase: str, claim: Claim, text: str) -> bool:
    """Whether *the ministry*, *a spokesman*, which names nobody, may be the one who has just made the claim."""
    head = read_phrase(phrase).head
    if head in _SPEAKS_FOR_THEM and _words(phrase):
        return False  # *a spokesman for the board*
    if head in _ANY_BODY or any(head in words for words in _called(claim, text)):
        return True
    if head in DOCUMENTS:
        return claim.channel is not None and head in claim.channel.text.lower()
    if head in BODY_NOUNS:
        # A body that is called by its sort is not called by another: *the hospital* is no *Health Ministry*.
        return claim.source_kind in _BODIES and not any(BODY_NOUNS & words for words in _called(claim, text))
    return claim.source_kind in _PERSONS or head not in ROLE_NOUNS


def _called(claim: Claim, text: str) -> list[frozenset[str]]:
    """The words that a claim's speaker is called by, those of its source, and those of the source's owner."""
    source = " ".join(text[slice(*span)] for span in claim.source)
    return _phrases(claim.speaker or "", source)


@lru_cache(maxsize=4_000)
def _phrases(speaker: str, source: str) -> list[frozenset[str]]:
    phrase = read_phrase(source) if source else None
    owners = [word for word in phrase.details if word.endswith(("'s", "s'"))] if phrase is not None else []
    found = [_words(speaker), _words(_LEAD.split(source, maxsplit=1)[0]), _words(" ".join(owners))]
    return [words for words in found if words]


def _words(phrase: str) -> frozenset[str]:
    low = (word for word in phrase.lower().replace("’", "'").split())
    plain: Iterable[str] = (found for word in low for found in _WORD.findall(_OWNER.sub("", word.strip(".,"))))
    return frozenset(plain) - _EMPTY - PERSONAL


def _within(few: frozenset[str], many: frozenset[str]) -> bool:
    return bool(few) and all(any(_same(word, other) for other in many) for word in few)


def _same(word: str, other: str) -> bool:
    """Whether two words are one, or a country and its adjective: *Karsia*, *Karsian*."""
    if word == other:
        return True
    shared = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        shared += 1
    return shared >= _STEM and max(len(word), len(other)) - shared <= _ENDING


def sides(claims: Sequence[Claim], text: str) -> list[list[int]]:
    """The last two sides that speak in ``claims``, as the numbers of what they say, the nearest side first.

    They end where more than a few claims of others stand between.
    """
    found: list[list[int]] = []
    speakers: list[list[Claim]] = []  # one claim of each who speaks on a side
    strangers = 0
    for n in reversed(range(len(claims))):
        claim = claims[n]
        side = next((m for m, said in enumerate(speakers) if any(of_one_side(claim, one, text) for one in said)), None)
        if side is None and len(found) < 2 and claim.speaker is not None:
            side = len(found)
            found.append([])
            speakers.append([])
        strangers = 0 if side is not None else strangers + 1
        if strangers > _STRANGERS:
            break
        if side is not None:
            found[side].append(n)
            known = claim.speaker is not None and claim.speaker in {one.speaker for one in speakers[side]}
            speakers[side] += [] if known else [claim]
    return found

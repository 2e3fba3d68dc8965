"""*The former wicketkeeper*, *the silk*: another word, for variety, for whoever has just been told of."""

import re

from claims.lexicon.bodies import BODY_NOUNS
from claims.lexicon.people import HONORIFICS, KIN, OFFICES, RANKS, ROLE_NOUNS, names_agent
from claims.lexicon.sources import CROWD, DOCUMENTS
from claims.lexicon.words import word_set
from claims.speakers.likelihood import likeliest
from claims.speakers.scene import Answer, Asked, Scene
from claims.speakers.sieves.roles import holds_another_office

_SURE_ENOUGH = 0.5  # probability
_BACK = 3_000  # code points in which somebody may have been brought in by the same noun
_STANDING = (OFFICES | RANKS | HONORIFICS | KIN) - word_set("envoy head manager owner reporter") | word_set(
    "author bishop clerk coroner judge lawyer minister priest referee registrar solicitor umpire vicar witness"
)
"""Nouns for somebody who is there by office, named or not: *the judge*, *the clerk*."""
_NOBODY = (BODY_NOUNS - ROLE_NOUNS) | DOCUMENTS | CROWD
_TELLS_MORE = word_set("former retired outgoing elected senior veteran")
_YEARS = re.compile(r"\d+-year-old")
_THINGS = word_set("chapter computer letter newsletter order poster register sensor tower trailer")
_PEOPLE_TOO = word_set("accused gran lady man monarch pensioner silk woman")


def another_word(asked: Asked, scene: Scene) -> Answer:
    """The likeliest person, as for a pronoun, where the phrase describes nobody new."""
    phrase = asked.phrase
    if phrase.determiner != "definite" or asked.quoted or not _describes_somebody_met(asked, scene):
        return None
    found = likeliest(asked, scene, phrase.female)
    if found is None or found[1] < _SURE_ENOUGH or found[0].kind != "person":
        return None
    figure, likelihood = found
    tells_more = _tells_more(asked)
    if not tells_more and holds_another_office(figure, phrase):
        return None
    scene.likelihood, scene.how = likelihood, "tells more" if tells_more else ""
    return figure


def _describes_somebody_met(asked: Asked, scene: Scene) -> bool:
    """Whether it tells one more thing of a person, and is neither an office nor somebody brought in as *a …*."""
    phrase, head = asked.phrase, asked.phrase.head
    if head in _NOBODY or head.endswith("s"):
        return False
    if _tells_more(asked):
        return True
    other = asked.low.startswith(("the other", "this "))  # *this reporter*
    if other or head in _STANDING or phrase.details or not _is_person(asked):
        return False
    before = scene.text[max(0, asked.at[0] - _BACK) : asked.at[0]]
    return re.search(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w’'-]+ ){{0,3}}{re.escape(head)}\b", before) is None


def _tells_more(asked: Asked) -> bool:
    """Whether it is told how old somebody is, or what they once were."""
    words = asked.phrase.introductions[0] if asked.phrase.introductions else ()
    told = any(word in _TELLS_MORE or word.startswith("ex-") for word in words)
    return told or _YEARS.search(asked.low) is not None


def _is_person(asked: Asked) -> bool:
    """Whether a noun is a person's by its form, its list, or what follows: *the NMP*, *the actuary, who …*."""
    head = asked.phrase.head
    listed = (names_agent(head) and head not in _THINGS) or head in _PEOPLE_TOO or head.endswith("-elect")
    return listed or asked.phrase.plain.isupper() or ", who " in asked.low

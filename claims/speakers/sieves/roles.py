"""*The minister*, *the witness*, *the 49-year-old*: whoever was introduced so."""

import re

from claims.lexicon.bodies import BODY_NOUNS
from claims.lexicon.people import ROLE_NOUNS, names_agent
from claims.lexicon.words import word_set
from claims.source_phrases import SourcePhrase
from claims.speakers.figures import Figure
from claims.speakers.headings import in_heading
from claims.speakers.scene import Answer, Asked, Scene

_AGED = re.compile(r"the (\d+)-year-old\b")
_OF_STATE = word_set("ambassador bishop chancellor governor judge king mayor minister pope president queen sheriff")
_LEAD = 1_200  # code points below a headline


def person_of_age(asked: Asked, scene: Scene) -> Answer:
    """*The 49-year-old*: whose age that is."""
    aged = _AGED.match(asked.low)
    if aged is None:
        return None
    return scene.roster.of_age(aged[1])


def introduced_so(asked: Asked, scene: Scene) -> Answer:
    """The last speaker who was introduced by the same noun, and by more than that."""
    if not asked.comes_back:
        return None
    plain = asked.phrase.plain.lower()
    for turn in reversed(scene.turns):
        if turn.figure.name.lower() != plain and turn.figure.called(asked.phrase):
            return turn.figure
    return None


def named_by_role(asked: Asked, scene: Scene) -> Answer:
    """The one person in the article who was introduced by the noun, or body where it may be one: *the publisher*."""
    if not (asked.comes_back or asked.phrase.determiner == "possessive") or asked.phrase.head not in ROLE_NOUNS:
        return None
    return scene.roster.introduced_as(asked.phrase)


def first_in_the_story(asked: Asked, scene: Scene) -> Answer:
    """A headline's *diver*, or *the Turkish foreign minister* of the lead, is the first person that the story names.

    A mere *the minister* of the lead is not: whoever is named next may be anyone.
    """
    phrase = asked.phrase
    heading = phrase.determiner == "none" and in_heading(scene.text, asked.at)
    told = bool(phrase.details) or any(len(words) > 1 for words in phrase.introductions)
    lead = phrase.determiner == "definite" and told and asked.paragraph <= 1
    if not (heading or lead) or phrase.head in BODY_NOUNS - ROLE_NOUNS or not names_agent(phrase.head):
        return None
    first = scene.roster.first_person(asked.at[1], asked.at[1] + _LEAD)
    unlike = first is not None and phrase.female is not None and first.female is (not phrase.female)
    met = any(
        turn.figure is first and turn.paragraph == asked.paragraph and turn.at != asked.at for turn in scene.turns
    )
    other = first is not None and holds_another_office(first, phrase)
    return None if unlike or met or other else first


def holds_another_office(figure: Figure, phrase: SourcePhrase) -> bool:
    """Whether somebody has an office of state, and the phrase tells of other work: *the baker* is no minister."""
    held = {words[-1] for words in figure.introductions} & _OF_STATE
    other = phrase.determiner == "definite" and phrase.head in ROLE_NOUNS
    return (other or phrase.head in _OF_STATE) and bool(held) and phrase.head not in held and not figure.called(phrase)

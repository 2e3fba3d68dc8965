"""*The minister*, *the witness*, *the 49-year-old*: whoever was introduced so."""

import re

from claims.lexicon.people import ROLE_NOUNS
from claims.speakers.headings import in_heading
from claims.speakers.scene import OPEN, Answer, Asked, Scene

_AGED = re.compile(r"the (\d+)-year-old(?:,|$)")
_LEAD = 1_200  # code points below a headline


def person_of_age(asked: Asked, scene: Scene) -> Answer:
    """*The 49-year-old*: whose age that is, or else whoever spoke last."""
    aged = _AGED.match(asked.low)
    if aged is None:
        return None
    known = scene.roster.of_age(aged[1])
    if known is not None:
        return known
    last = next((one for one in reversed(scene.turns) if one.figure.kind == "person"), None)
    return last.figure if last is not None and asked.paragraph - last.paragraph <= 1 else OPEN


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
    if not asked.comes_back or asked.phrase.head not in ROLE_NOUNS:
        return None
    return scene.roster.introduced_as(asked.phrase)


def first_in_the_story(asked: Asked, scene: Scene) -> Answer:
    """In a headline, a role without its article is the first person that the story names."""
    if asked.phrase.determiner != "none" or asked.phrase.head not in ROLE_NOUNS or not in_heading(scene.text, asked.at):
        return None
    first = scene.roster.first_person(asked.at[1], asked.at[1] + _LEAD)
    unlike = first is not None and asked.phrase.female is not None and first.female is not asked.phrase.female
    return None if unlike else first

"""*He* and *she*: whoever of those told of before is most probably meant."""

import re

from claims.bearers import gender_told, sounds_female
from claims.lexicon.people import KIN, OFFICES, ROLE_NOUNS
from claims.lexicon.words import word_set
from claims.names import name_in, runs
from claims.speakers.figures import Figure
from claims.speakers.likelihood import likeliest
from claims.speakers.passages import described
from claims.speakers.scene import OPEN, Answer, Asked, Scene
from claims.speakers.sieves.back import turns_in
from claims.speakers.sieves.nominal import figure_at
from claims.tokens import tokens_of

HE_OR_SHE = frozenset(("he", "she", "him", "her", "his", "hers", "his own", "her own"))
_TOLD = (ROLE_NOUNS | OFFICES | KIN | {"chief"}) - word_set("boy child girl lady man person woman youth")
"""Nouns that bring somebody in; *the man* may well be named elsewhere."""
_ANONYMITY = re.compile(r"\banonym(?:ity|ous)\b|\bnot (?:to )?be (?:named|identified)\b")
_BACK = 400  # code points of a quotation
_SURE_ENOUGH = 0.5  # probability
_SURELY_OTHER = 0.2  # the same, of being a woman or a man by the first name


def he_or_she(asked: Asked, scene: Scene) -> Answer:
    """The likeliest man or woman; open where nobody is likely enough."""
    if asked.low not in HE_OR_SHE:
        return None
    female = is_woman(asked.low)
    if asked.quoted and (told := _told_in_same_words(asked, scene, female)) is not None:
        return told
    if (unnamed := _kept_anonymous(asked, scene, female)) is not None:
        scene.how = "kept anonymous"
        return unnamed
    found = likeliest(asked, scene, female)
    if found is None or found[1] < _SURE_ENOUGH:
        return OPEN
    figure, scene.likelihood = found
    if asked.quoted and figure.female is None and _sounds_wrong(figure.name, female):
        return OPEN  # somebody whom the speaker knows, and the text need not have named
    if figure.female is None:
        figure.female = female
    return figure


def _told_in_same_words(asked: Asked, scene: Scene, female: bool) -> Figure | None:
    """*“I asked the chief. He said …”*: whom the quotation told of last, where it named nobody since."""
    context = scene.near[-1].context
    opened = max((one.start for one in context.quotations if one.start <= asked.at[0] < one.end), default=None)
    if opened is None:
        return None
    phrases = described(tokens_of(scene.text, max(opened, asked.at[0] - _BACK), asked.at[0], ()))
    fitting = [one for one in phrases if one.head in _TOLD and gender_told(((one.head,),)) in (female, None)]
    if not fitting or any(name_in(run.group()).bare for run in runs(scene.text, fitting[-1].span[1], asked.at[0])):
        return None
    figure = figure_at(fitting[-1].span, asked, scene)
    return figure if figure is not None and figure.female in (female, None) else None


def _kept_anonymous(asked: Asked, scene: Scene, female: bool) -> Figure | None:
    """*A commander, who spoke on condition of anonymity, was gloomy. “It is gone,” he said*: the one kept anonymous.

    Such a sentence is there for the words that follow, whoever was named before it.
    """
    before = [told for told in scene.near[-1].sentences if told.span[1] <= asked.at[0]]
    told = before[-1] if before else None
    if asked.quoted or told is None or told.subject is None or told.named or turns_in(told, asked, scene):
        return None
    if _ANONYMITY.search(scene.text, *told.span) is None:
        return None
    figure = figure_at(told.subject, asked, scene)
    return figure if figure is not None and figure.kind == "anonymous" and figure.female in (female, None) else None


def _sounds_wrong(name: str, female: bool) -> bool:
    sounds = sounds_female(name)
    return min(sounds, 1 - sounds) < _SURELY_OTHER and (sounds > 1 / 2) != female


def is_woman(pronoun: str) -> bool:
    """Whether a pronoun in lower case is a woman's."""
    return pronoun.startswith(("she", "her"))

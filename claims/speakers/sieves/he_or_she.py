"""*He* and *she*: whoever of those told of before is most probably meant."""

import re

from claims.bearers import gender_told, sounds_female
from claims.lexicon.people import KIN, OFFICES, ROLE_NOUNS
from claims.lexicon.words import word_set
from claims.names import name_in, runs
from claims.noun_phrases import words_to_head
from claims.speakers.candidates import PEOPLE
from claims.speakers.figures import Figure
from claims.speakers.likelihood import likeliest
from claims.speakers.passages import Told, described
from claims.speakers.scene import KEPT_ANONYMOUS, OPEN, Answer, Asked, Scene
from claims.speakers.sieves.back import sentences_back, turns_in
from claims.speakers.sieves.nominal import figure_at
from claims.tokens import tokens_of

HE_OR_SHE = frozenset(("he", "she", "him", "her", "his", "hers", "his own", "her own"))
_TOLD = (ROLE_NOUNS | OFFICES | KIN | {"chief"}) - word_set("boy child girl lady man person woman youth")
"""Nouns that bring somebody in; *the man* may well be named elsewhere."""
_ANONYMITY = re.compile(
    r"\banonym(?:ity|ously|ous)\b|\bnot (?:to )?be (?:named|identified|quoted)\b|\bunnamed\b"
    r"|\b(?:not|n[’']t) (?:authori[sz]ed|allowed|permitted) to (?:speak|talk|comment)\b"
    r"|\b(?:declined|refused) to be (?:named|identified)\b|\bw(?:ithheld|ould not give) (?:his|her|their) name\b"
)
_UNNAMED = word_set("adviser advisor aide diplomat insider official source")
"""Nouns for those who are told of for what they say, and seldom named."""
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
        scene.how = KEPT_ANONYMOUS
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

    Whoever is brought in so is there for the words that follow, whoever was named before, and goes on until another
    speaks or is told of.
    """
    if asked.quoted or asked.around is not None:
        return None
    for passage, told in sentences_back(asked, scene):
        if asked.paragraph - passage.number > 1:
            return None
        spoke = [turn.figure for turn in turns_in(told, asked, scene) if not turn.claim.nested]
        if spoke:
            return spoke[-1] if _is_kept_anonymous(spoke[-1], told, scene, female) else None
        here = passage.number == asked.paragraph and not any(one.rank < 2 for one in told.named)
        if not here:
            return None
        if told.subject is None or told.span[1] > asked.at[0]:
            continue
        figure = figure_at(told.subject, asked, scene)
        if figure is not None and figure.kind in PEOPLE:
            return figure if _is_kept_anonymous(figure, told, scene, female) else None
    return None


def _is_kept_anonymous(figure: Figure, told: Told, scene: Scene, female: bool) -> bool:
    """Whether ``figure``, of whom a sentence tells, may be so called, and is kept anonymous there or was before."""
    if figure.kind != "anonymous" or figure.plural or figure.female not in (female, None):
        return False
    unnamed = not _UNNAMED.isdisjoint(words_to_head(figure.name)[-1:])
    told_so = unnamed or _ANONYMITY.search(scene.text, *told.span) is not None
    figure.kept_anonymous = figure.kept_anonymous or told_so
    return figure.kept_anonymous


def _sounds_wrong(name: str, female: bool) -> bool:
    sounds = sounds_female(name)
    return min(sounds, 1 - sounds) < _SURELY_OTHER and (sounds > 1 / 2) != female


def is_woman(pronoun: str) -> bool:
    """Whether a pronoun in lower case is a woman's."""
    return pronoun.startswith(("she", "her"))

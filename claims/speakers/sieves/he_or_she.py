"""*He* and *she*: the man or woman whom the sentence before was about.

The idea is centering (Grosz, Joshi and Weinstein 1995): a pronoun goes on with the subject of the sentence before it,
and a sentence that has such a pronoun hands its own centre on. In an obituary it goes back to whom that is about.
"""

from claims.lexicon.people import ROLE_NOUNS
from claims.lexicon.words import RELATIVES
from claims.source_phrases import read_phrase
from claims.spans import overlap
from claims.speakers.figures import Figure
from claims.speakers.introductions import last_word_before
from claims.speakers.passages import Mention, Told
from claims.speakers.scene import OPEN, Answer, Asked, Scene, Turn
from claims.speakers.sieves.back import sentences_back, turns_in
from claims.speakers.sieves.nominal import figure_at

_LEAD = 3  # paragraphs in which *a man* may be somebody who is named further on
_PEOPLE = ("person", "role", "anonymous")
_ASKS = frozenset(("asked", "asks", "ask", "pressed", "questioned", "quizzed"))


def he_or_she(asked: Asked, scene: Scene) -> Answer:
    """Whom the nearest sentence with one of that gender in it is about; open where that may be two, or a stranger."""
    if asked.low not in ("he", "she", "him", "her", "his", "hers", "his own", "her own"):
        return None
    female = asked.low.startswith(("she", "her"))
    protagonist, mourned = scene.roster.protagonists[female], scene.roster.mourned[female]
    if asked.quoted:
        speaking = asked.around.figure if asked.around is not None else None
        return protagonist if mourned and protagonist is not None and speaking is not protagonist else OPEN
    aside: list[Figure] = []
    unsure: Figure | None = None
    for passage, told in sentences_back(asked, scene):
        if passage.number < asked.paragraph and (aside or mourned or unsure is not None):
            break
        centre, beside = _people_in(told, asked, scene, female)
        if unsure is not None:
            if centre is not None and centre is not unsure:
                return OPEN
            continue
        if centre is not None and not _is_known(centre, scene):
            return OPEN
        if centre is not None and centre.female is not None:
            return centre
        unsure = centre if not mourned else None
        aside += [one for one in beside if one not in aside]
        if centre is None and not beside and not mourned and _tells_of_another(told, asked, female):
            return OPEN
    if unsure is not None:
        unsure.female = female
        return unsure
    if len(aside) == 1:
        return aside[0]
    return protagonist if protagonist is not None and (mourned or not aside) else OPEN


def _is_known(figure: Figure, scene: Scene) -> bool:
    """Whether it is clear enough who somebody is for a pronoun to mean them."""
    if figure.kind != "person":
        return figure.newly_told
    return figure.female is not None or figure.sure or any(turn.figure is figure for turn in scene.turns)


def _tells_of_another(told: Told, asked: Asked, female: bool) -> bool:
    """Whether the sentence brings in *a clerk* and has no pronoun that goes on with somebody known."""
    goes_on = any(start < asked.at[0] and woman is female for start, woman in told.pronouns)
    return not goes_on and any(start < asked.at[0] for start in told.roles)


def _people_in(told: Told, asked: Asked, scene: Scene, female: bool) -> tuple[Figure | None, list[Figure]]:
    """Whom a sentence is about, among those of the gender, and who else of them is named in it before the pronoun."""
    turns = turns_in(told, asked, scene)
    about = [
        Mention(one.figure, one.at[0], 2 if _beside_the_point(one, scene) else 0)
        for one in turns
        if one.figure.kind in _PEOPLE
        and not (one.figure.plural or one.claim.nested or _is_of(one.figure, scene.text[slice(*one.at)], female))
    ]
    spoke = [one.figure for one in about]
    about += [one for one in told.named if one.figure not in spoke and _may_be_meant(one, asked)]
    fitting = [one for one in sorted(about, key=lambda one: one.start) if one.figure.female in (female, None)]
    centre = _centre(told, asked, fitting, spoke)
    if centre is not None:
        answering = _answering(centre, turns, scene, fitting) if centre.figure in spoke else None
        if centre.figure in spoke or not any(at < centre.start and woman is female for at, woman in told.pronouns):
            return answering or centre.figure, []
    role, told_of_one = _role_as_subject(told, turns, asked, scene, female)
    if told_of_one:
        return role, []
    return None, [one.figure for one in fitting if one.figure.female is female or one.figure in spoke]


def _may_be_meant(mention: Mention, asked: Asked) -> bool:
    """Whether a name stands before the pronoun and not in what is claimed: *Holm had left, he said* of another."""
    return mention.start < asked.at[0] and not any(start <= mention.start < end for start, end in asked.claim.content)


def _centre(told: Told, asked: Asked, fitting: list[Mention], spoke: list[Figure]) -> Mention | None:
    """The subject: in the pronoun's own sentence the nearest, in one before it the first, and best one who spoke."""
    own = told.span[1] > asked.at[0]

    def order(one: Mention) -> tuple[bool, int, bool, int]:
        return one.figure.female is None, one.rank, one.figure not in spoke, -one.start if own else one.start

    return min((one for one in fitting if one.rank < 2), key=order, default=None)


def _beside_the_point(turn: Turn, scene: Scene) -> bool:
    """Whether somebody spoke without the sentence being about them: *asked by Holm*; *a governor who had said*."""
    return scene.text[slice(*turn.at)].lower() in RELATIVES or last_word_before(scene.text, turn.at[0]) == "by"


def _is_of(figure: Figure, phrase: str, female: bool) -> bool:
    """Whether it is *her lawyer*, of unknown gender, when *she* is asked for: she is not the lawyer."""
    return figure.female is None and phrase.lower().startswith("her " if female else "his ")


def _answering(centre: Mention, turns: list[Turn], scene: Scene, fitting: list[Mention]) -> Figure | None:
    """Who was asked, where the speaker put a question: the answer is theirs."""
    cues = [span for turn in turns if turn.figure is centre.figure for span in turn.claim.cue]
    if not any(scene.text[slice(*cue)].lower() in _ASKS for cue in cues):
        return None
    others = [one.figure for one in fitting if one.start > centre.start and one.figure is not centre.figure]
    return others[0] if others else None


def _role_as_subject(
    told: Told, turns: list[Turn], asked: Asked, scene: Scene, female: bool
) -> tuple[Figure | None, bool]:
    """Who the sentence's subject is where that is a role such as *the judge*, and whether it is one at all."""
    subject = told.subject
    if subject is None or subject[1] > asked.at[0] or any(overlap(turn.at, subject) for turn in turns):
        return None, False
    phrase = read_phrase(scene.text[slice(*subject)])
    figure = Figure(phrase.text, "role", phrase.female)
    if phrase.head not in ROLE_NOUNS or phrase.female not in (female, None) or _is_of(figure, phrase.text, female):
        return None, False
    meant = figure_at(subject, asked, scene)
    if meant is None or meant.female not in (female, None):
        return None, True
    met = meant.kind == "person" or any(meant is turn.figure for turn in scene.turns)
    told_now = phrase.determiner == "indefinite" and asked.paragraph > _LEAD
    return (meant if met or told_now else None), True

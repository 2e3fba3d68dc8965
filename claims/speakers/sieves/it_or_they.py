"""*It* and *they*: the body, document or people that the sentence before was about, or that spoke last."""

from collections.abc import Callable

from claims.lexicon.bodies import BODY_NOUNS
from claims.lexicon.people import ROLE_NOUNS
from claims.lexicon.sources import CROWD, DOCUMENTS
from claims.source_phrases import SourcePhrase, read_phrase
from claims.speakers.figures import Figure
from claims.speakers.scene import OPEN, Answer, Asked, Scene
from claims.speakers.sieves.back import sentences_back, turns_in
from claims.speakers.sieves.descriptions import PLURALS
from claims.speakers.sieves.nominal import figure_at

_THINGS = BODY_NOUNS | DOCUMENTS
_CROWDS = PLURALS | CROWD
_ONES = ROLE_NOUNS | BODY_NOUNS


def it(asked: Asked, scene: Scene) -> Answer:
    """The body or document that the sentence before is about, or that spoke last."""
    if asked.low not in ("it", "its"):
        return None
    return _before(asked, scene, _spoke_as_one, _names_one)


def they(asked: Asked, scene: Scene) -> Answer:
    """Those whom the sentence before is about, or who spoke last; in a quotation, *they* may be anybody."""
    if asked.low not in ("they", "them", "their"):
        return None
    return OPEN if asked.quoted else _before(asked, scene, _spoke_as_several, _names_several)


def _before(
    asked: Asked, scene: Scene, spoke: Callable[[Figure], bool], names: Callable[[SourcePhrase], bool]
) -> Answer:
    """The nearest speaker or subject in the paragraph that fits, or else the last speaker of the paragraph before."""
    for passage, told in sentences_back(asked, scene):
        if passage.number < asked.paragraph:
            break
        for turn in turns_in(told, asked, scene):
            if spoke(turn.figure) and not turn.claim.nested:
                return turn.figure
        if told.subject is None or told.span[1] > asked.at[0]:
            continue
        phrase = read_phrase(scene.text[slice(*told.subject)])
        if phrase.determiner != "possessive" and names(phrase):
            return figure_at(told.subject, asked, scene) or OPEN
    for turn in reversed(scene.turns):
        if asked.paragraph - turn.paragraph > 1:
            break
        if spoke(turn.figure) and not turn.claim.nested:
            return turn.figure
    return OPEN


def _spoke_as_one(figure: Figure) -> bool:
    one = figure.kind in ("institution", "government", "media")
    return one or (figure.kind == "document" and not figure.plural)


def _spoke_as_several(figure: Figure) -> bool:
    return figure.plural and figure.kind not in ("document", "unknown")


def _names_one(phrase: SourcePhrase) -> bool:
    return phrase.head in _THINGS or phrase.named == "body"


def _names_several(phrase: SourcePhrase) -> bool:
    several = phrase.head in _CROWDS or phrase.head.removesuffix("s") in _ONES
    return several and phrase.head not in BODY_NOUNS

"""*Who* and *which* go back to the noun phrase before them."""

import re

from claims.lexicon.bodies import BODY_NOUNS
from claims.lexicon.people import ROLE_NOUNS
from claims.lexicon.sources import CROWD, DOCUMENTS
from claims.lexicon.words import DETERMINERS
from claims.model import Span
from claims.names import name_in, runs
from claims.source_phrases import read_phrase
from claims.speakers.figures import Figure
from claims.speakers.introductions import last_word_before
from claims.speakers.scene import OPEN, Answer, Asked, Scene
from claims.speakers.sieves.nominal import figure_at

_PEOPLE = ROLE_NOUNS | CROWD | {"people", "men", "women"}
_THINGS = BODY_NOUNS | DOCUMENTS
_BACK = 150  # code points
_TURNS = 20  # looked back through
_SOMEBODY = ("person", "role", "anonymous", "crowd")
_BORDER = re.compile(r"[.!?:;\n“”„«»\"()—–]")
_COMMA = re.compile(r",\s")
_WORD = re.compile(r"\S+")


def antecedent(asked: Asked, scene: Scene) -> Answer:
    """*Reilly, a farmer two miles out, who said …*; *a spokeswoman, who declined to say …*."""
    if asked.low not in ("who", "which", "that", "whom"):
        return None
    personal = asked.low in ("who", "whom")
    if (source := _source_before(asked, scene, personal)) is not None:
        return source
    segments = _segments_before(asked, scene)
    if personal and len(segments) == 2 and (figure := _introduced(segments, asked, scene)) is not None:
        return figure
    for segment in segments:
        named = _named_at_end(segment, asked, scene)
        if named is not None and (named.kind == "person") is personal:
            scene.how = "named before it"
            return named
        described = _described_at_end(segment, asked, scene, personal) if named is None else None
        if described is not None:
            return described
    return OPEN


def _source_before(asked: Asked, scene: Scene, personal: bool) -> Figure | None:
    """Whoever is the source right before the pronoun: *according to a note by Lumen Bank, which called it fair*."""
    for turn in reversed(scene.turns[-_TURNS:]):
        if turn.claim.source and scene.text[turn.at[1] : asked.at[0]] in (" ", ", "):
            return turn.figure if (turn.figure.kind in _SOMEBODY) is personal else None
    return None


def _segments_before(asked: Asked, scene: Scene) -> list[Span]:
    """The last two stretches between commas before the pronoun, the likelier first.

    That is the last, unless it is only set beside a name that ends the one before.
    """
    text, end = scene.text, asked.at[0]
    while end and text[end - 1] in " ,":
        end -= 1
    start = max([max(0, end - _BACK), *(one.end() for one in _BORDER.finditer(text, max(0, end - _BACK), end))])
    starts = [start, *(cut.end() for cut in _COMMA.finditer(text, start, end))]
    ends = [*(cut.start() for cut in _COMMA.finditer(text, start, end)), end]
    segments = [one for one in zip(starts, ends, strict=True) if not text.startswith("according to", one[0])][-2:]
    if len(segments) < 2:
        return segments
    last = read_phrase(text[slice(*segments[1])])
    set_beside = last.determiner == "indefinite" or last.head in ROLE_NOUNS
    return segments if set_beside and _name_at_end(text, segments[0]) else segments[::-1]


def _name_at_end(text: str, segment: Span) -> str:
    found = list(runs(text, *segment))
    return name_in(found[-1].group()).bare if found and found[-1].end() == segment[1] else ""


def _introduced(segments: list[Span], asked: Asked, scene: Scene) -> Figure | None:
    """The name in *a grandson, Marcus, who …*."""
    (start, border), (_, end) = sorted(segments)
    opens = [word.start() for word in _WORD.finditer(scene.text, start, border) if word.group().lower() in DETERMINERS]
    phrase = read_phrase(scene.text[opens[-1] : end]) if opens else None
    if phrase is None or phrase.named != "person" or phrase.head not in ROLE_NOUNS:
        return None
    return figure_at((opens[-1], end), asked, scene)


def _named_at_end(segment: Span, asked: Asked, scene: Scene) -> Figure | None:
    name = _name_at_end(scene.text, segment)
    return scene.roster.fullest(name, asked.at[0]) if name else None


def _described_at_end(segment: Span, asked: Asked, scene: Scene, personal: bool) -> Figure | None:
    """The noun phrase that a stretch ends with, from its determiner on; *the parents of two of the deceased* is one."""
    words = _WORD.finditer(scene.text, *segment)
    opens = [word.start() for word in words if word.group().lower() in DETERMINERS]
    while opens:
        span = opens.pop(), segment[1]
        phrase = read_phrase(scene.text[slice(*span)])
        if _may_be_meant(phrase.head, personal):
            figure = figure_at(span, asked, scene)
            anybody = phrase.determiner == "definite" and phrase.head in ROLE_NOUNS
            return None if figure is not None and anybody and figure.name == phrase.plain else figure
        if last_word_before(scene.text, span[0]) != "of":
            return None
    return None


def _may_be_meant(head: str, personal: bool) -> bool:
    """Whether a noun may be meant by *who*, or else by *which*."""
    if not personal:
        return head in _THINGS
    return head in _PEOPLE or (head.endswith("s") and head[:-1] in ROLE_NOUNS)

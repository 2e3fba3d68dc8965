"""Whom a pronoun may mean: everyone told of in the sentences before it, and how near, how often, how prominently."""

from dataclasses import dataclass, field

from claims.lexicon.people import ROLE_NOUNS
from claims.lexicon.words import RELATIVES
from claims.spans import overlap
from claims.speakers.figures import Figure
from claims.speakers.introductions import last_word_before
from claims.speakers.passages import Told
from claims.speakers.scene import Asked, Scene, Turn
from claims.speakers.sieves.back import sentences_back, turns_in
from claims.speakers.sieves.nominal import figure_at

PEOPLE = ("person", "role", "anonymous")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody told of at ``start``, so many sentences and ``paragraphs`` ``back``; ``rank`` is that of `Mention`.

    ``spoke`` is whether it is the source of a claim.
    """

    start: int
    rank: int
    spoke: bool
    back: int = 0
    paragraphs: int = 0


@dataclass(slots=True)
class Candidate:
    """Somebody who may be meant, with where they were seen, the nearest first."""

    figure: Figure
    sightings: list[Sighting] = field(default_factory=list)

    def nearest(self, *, subject: bool = False) -> tuple[int, int]:
        """How many sentences back it was last told of, and where; greater is further. As a ``subject``, if wanted."""
        found = ((one.back, -one.start) for one in self.sightings if one.rank < 2 or not subject)
        return min(found, default=_FAR)


_FAR = (99, 0)


def people_before(asked: Asked, scene: Scene) -> list[Candidate]:
    """Everyone told of near the source and before it."""
    found: dict[int, Candidate] = {}
    for back, (passage, told) in enumerate(sentences_back(asked, scene)):
        seen = [one for one in _people_in(told, asked, scene) if one[1].start < asked.at[0]]
        for figure, one in sorted(seen, key=lambda one: -one[1].start):
            sighting = Sighting(one.start, one.rank, one.spoke, back, asked.paragraph - passage.number)
            found.setdefault(id(figure), Candidate(figure)).sightings.append(sighting)
    return list(found.values())


def _people_in(told: Told, asked: Asked, scene: Scene) -> list[tuple[Figure, Sighting]]:
    """Those who speak in a sentence, who are named there, and who are told of as *the coach* or *a clerk*."""
    turns = turns_in(told, asked, scene)
    found = [
        (one.figure, Sighting(one.at[0], 2 if _beside_the_point(one, scene) else 0, spoke=True))
        for one in turns
        if _is_someone(one.figure) and not one.claim.nested
    ]
    spoke = {id(figure) for figure, _ in found}
    for named in told.named:
        if named.figure.kind == "person" and id(named.figure) not in spoke:
            found.append((named.figure, Sighting(named.start, named.rank, spoke=False)))
    for one in told.described:
        if one.head not in ROLE_NOUNS or one.span[1] > asked.at[0] or any(overlap(turn.at, one.span) for turn in turns):
            continue
        figure = scene.meant_at(one.span, asked, figure_at)
        if figure is not None and _is_someone(figure):
            found.append((figure, Sighting(one.span[0], one.rank, spoke=False)))
    return found


def _is_someone(figure: Figure) -> bool:
    return figure.kind in PEOPLE and not figure.plural


def _beside_the_point(turn: Turn, scene: Scene) -> bool:
    """Whether somebody spoke without the sentence being about them: *asked by Holm*; *a governor who had said*."""
    return scene.text[slice(*turn.at)].lower() in RELATIVES or last_word_before(scene.text, turn.at[0]) == "by"

"""Claims that name no source: a quotation that goes on from the one before has its speaker."""

from claims.model import Claim
from claims.spans import inside
from claims.speakers.figures import Figure
from claims.speakers.scene import Scene, Turn

_LAST = 20  # turns looked back through
_BETWEEN = 20  # code points between one quotation and the next


def going_on(scene: Scene, number: int, claim: Claim) -> Figure | None:
    """Whoever spoke last, in the paragraph or the one before, where the claim is quotation and nothing else."""
    if claim.cue or claim.quote != "direct":
        return None
    turns = [one for one in scene.turns[-_LAST:] if _near(scene, one, number, claim) and not one.claim.nested]
    for turn in reversed(turns):
        # In *a whip, who would not be named because the family had asked for quiet, said*, the family is no speaker.
        if not any(other.at != turn.at and inside(turn.at, other.at) for other in turns):
            return turn.figure
    return _sole_person(scene, number)


def _near(scene: Scene, turn: Turn, number: int, claim: Claim) -> bool:
    """Whether the turn is of this paragraph or the one before, or its quotation ends where the claim's begins."""
    if number - turn.paragraph <= 1:
        return True
    between = claim.start - turn.claim.end
    return between < _BETWEEN and not any(sign.isalnum() for sign in scene.text[turn.claim.end : claim.start])


def _sole_person(scene: Scene, number: int) -> Figure | None:
    """The one person whom the paragraph before is about: *Inhar has been speaking to our correspondent.*"""
    for passage in scene.near:
        if passage.number == number - 1:
            figures = {id(one.figure): one.figure for told in passage.sentences for one in told.named if one.rank < 2}
            return next(iter(figures.values())) if len(figures) == 1 else None
    return None

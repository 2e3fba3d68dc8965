"""How surely a speaker is the one that the text means, by what told it.

The shares of right answers, which ``python -m claims.training.sureness`` measures, stand in `claims.speakers.shares`.
"""

from bisect import bisect_right

from claims.model import Claim
from claims.speakers.figures import Figure
from claims.speakers.scene import Scene
from claims.speakers.shares import SHARES

BANDS = (0.8, 0.9, 0.95, 0.98)
"""Where the likelihoods of *he* and *she* are parted, to count how many of those alike are right."""
COIN_TOSS = 0.5
"""What is no surer than that is not said."""
_AS_IT_SAYS = ("as_described", "two_people")
_UNKNOWN = 0.5


def sureness(claim: Claim, figure: Figure, scene: Scene) -> float:
    """How probably ``figure`` is who speaks in ``claim``, 0 to 1; 1 where that is only what the source itself says."""
    if says_itself(claim, figure, scene):
        return 1.0
    share = SHARES.get(way(scene), _UNKNOWN)
    # *I* is as surely somebody as whoever is quoted, and what goes on as surely as what it goes on from; so is *she*
    # who was only guessed to be *the baker*, before the text names her.
    leads = scene.sieve in ("first_person", "going_on") or figure.first > claim.start
    before = next((turn for turn in reversed(scene.turns) if turn.figure is figure), None) if leads else None
    return min(share, before.sure) if before is not None else share


def way(scene: Scene) -> str:
    """The way in which the speaker was told: its sieve, and what may make it better or worse."""
    if scene.sieve == "he_or_she" and scene.likelihood is not None:
        return f"he_or_she {bisect_right(BANDS, scene.likelihood)}"
    return f"{scene.sieve} {scene.how}".strip()


def says_itself(claim: Claim, figure: Figure, scene: Scene) -> bool:
    """Whether the speaker is only what the source of ``claim`` says."""
    return scene.sieve in _AS_IT_SAYS or in_own_words(claim, figure.name, scene.text)


def in_own_words(claim: Claim, name: str, text: str) -> bool:
    """Whether the source of ``claim`` has all of ``name``."""
    return any(name.lower() in " ".join(text[start:end].lower().split()) for start, end in claim.source)

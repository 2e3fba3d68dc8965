"""How surely a speaker is the one that the text means, by what told it.

The shares of right answers, which ``python -m claims.training.sureness`` measures, stand in `claims.speakers.shares`.
"""

from bisect import bisect_right

from claims.model import GUESS, Claim
from claims.speakers.figures import Figure
from claims.speakers.scene import KEPT_ANONYMOUS, Scene, Turn
from claims.speakers.shares import SHARES

BANDS = (0.8, 0.9, 0.95, 0.98)
"""Where the likelihoods of *he* and *she* are parted, to count how many of those alike are right."""
COIN_TOSS = 0.5
"""What is no surer than that is not said."""
_UNMEASURED = {f"he_or_she {KEPT_ANONYMOUS}": 0.8}  # 6 of 6 in train and dev; too few to be more than a guess
_PRONOUNS = ("he_or_she", "it", "they")
_AS_IT_SAYS = ("as_described", "two_people")
_UNKNOWN = 0.5


def sureness(claim: Claim, figure: Figure, scene: Scene) -> float:
    """How probably ``figure`` is who speaks in ``claim``, 0 to 1; 1 where that is only what the source itself says."""
    if says_itself(claim, figure, scene):
        return 1.0
    share = {**_UNMEASURED, **SHARES}.get(way(scene), _UNKNOWN)
    # *I* is as surely somebody as whoever is quoted, and what goes on as surely as what it goes on from; so is *she*
    # who was only guessed to be *the baker*, before the text names her.
    before = next((turn for turn in reversed(scene.turns) if turn.figure is figure), None)
    if before is not None and _leads_back(claim, figure, before, scene):
        share = min(share, before.sure)
    return share


def _leads_back(claim: Claim, figure: Figure, before: Turn, scene: Scene) -> bool:
    """Whether all that tells who speaks in ``claim`` is that they spoke in the turn ``before``."""
    if scene.sieve in ("first_person", "going_on") or figure.first > claim.start:
        return True
    since = scene.text[before.at[1] : claim.start]
    return scene.sieve in _PRONOUNS and before.sure < GUESS and figure.name.split()[-1] not in since


def way(scene: Scene) -> str:
    """The way in which the speaker was told: its sieve, and what may make it better or worse."""
    if scene.sieve == "he_or_she" and not scene.how and scene.likelihood is not None:
        return f"he_or_she {bisect_right(BANDS, scene.likelihood)}"
    return f"{scene.sieve} {scene.how}".strip()


def says_itself(claim: Claim, figure: Figure, scene: Scene) -> bool:
    """Whether the speaker is only what the source of ``claim`` says."""
    return scene.sieve in _AS_IT_SAYS or in_own_words(claim, figure.name, scene.text)


def in_own_words(claim: Claim, name: str, text: str) -> bool:
    """Whether the source of ``claim`` has all of ``name``; of *neither … nor …* both of the names."""
    words = (" ".join(text[start:end].lower().split()) for start, end in claim.source)
    return any(name.lower() in one.replace(" nor ", " and ") for one in words)

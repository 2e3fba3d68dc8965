"""How it was told whose words a claim is, in plain words, where its source does not say so itself."""

from claims.in_percent import in_percent
from claims.model import GUESS, Claim
from claims.speakers.figures import Figure
from claims.speakers.scene import KEPT_ANONYMOUS, Scene
from claims.speakers.sureness import in_own_words

_ALONE = 0.985  # probability, above which nobody else is worth a thought
_LONGEST = 60  # code points of a source that are shown


def taken_for(claim: Claim, figure: Figure, scene: Scene, sure: float) -> str:
    """What makes ``figure`` the speaker of ``claim``, and how surely; empty where its source has all of the name."""
    name = figure.name
    guess = f", a guess: {in_percent(sure)} sure" if sure < GUESS else ""
    if not claim.source:
        return f"the words around it tell whose it is: {name}{guess}"
    if in_own_words(claim, name, scene.text):
        return ""
    start, end = claim.source[0]
    source = " ".join(scene.text[start:end].split())
    taken = f"“{source if len(source) <= _LONGEST else f'{source[: _LONGEST - 1].rstrip()}…'}” is taken for {name}"
    if scene.how == KEPT_ANONYMOUS:
        return f"{taken}, who was told of before without a name{guess}"
    if scene.likelihood is None:
        return f"{taken}, told of elsewhere in the article{guess}"
    if scene.likelihood > _ALONE and not guess:
        return f"{taken}: nobody else told of near by fits as well"
    return f"{taken}: the likeliest of those told of near by{guess or f', {in_percent(sure)} sure'}"

"""How it was told whose words a claim is, in plain words, where its source does not say so itself."""

from claims.model import Claim
from claims.speakers.scene import Scene

_ALONE = 0.985  # probability, above which nobody else is worth a thought
_LONGEST = 60  # code points of a source that are shown


def taken_for(claim: Claim, name: str, scene: Scene) -> str:
    """What makes ``name`` the speaker of ``claim``; empty where its source has all of the name."""
    if not claim.source:
        return f"the words around it tell whose it is: {name}"
    start, end = claim.source[0]
    source = " ".join(scene.text[start:end].split())
    if name.lower() in source.lower():
        return ""
    shown = source if len(source) <= _LONGEST else f"{source[: _LONGEST - 1].rstrip()}…"
    if scene.likelihood is None:
        return f"“{shown}” is taken for {name}, told of elsewhere in the article"
    if scene.likelihood > _ALONE:
        return f"“{shown}” is taken for {name}: nobody else told of near by fits as well"
    return f"“{shown}” is taken for {name}: the likeliest of those told of near by, {scene.likelihood:.0%}"

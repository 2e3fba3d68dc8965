"""*Her spokesman*, *his brother Nihal*: those who are told of as somebody's."""

from dataclasses import replace

from claims.attributes.source_kind import source_kind
from claims.lexicon.words import word_set
from claims.speakers.figures import Figure
from claims.speakers.likelihood import likeliest
from claims.speakers.scene import Answer, Asked, Scene

_SURE_ENOUGH = 0.6  # probability
_SPEAK_FOR = word_set(
    """
    adviser advisers aide aides attorney attorneys barrister camp campaign counsel lawyer lawyers office predecessor
    publicist representative representatives solicitor solicitors spokesman spokesperson spokeswoman successor team
    """
)


def speaks_for(asked: Asked, scene: Scene) -> Answer:
    """*Her spokesman* is that of whoever she is."""
    phrase = asked.phrase
    if phrase.determiner != "possessive" or phrase.name is not None or phrase.head not in _SPEAK_FOR:
        return None
    owner = _owner(asked, scene)
    if owner is None:
        return None
    mark = "’" if "’" in scene.text else "'"
    return scene.figure(f"{owner.name}{mark}s {phrase.plain}", source_kind(phrase.text))


def _owner(asked: Asked, scene: Scene) -> Figure | None:
    """Who *he* or *she* is of *his spokesman* and *her office*."""
    opener = asked.low.split()[0]
    if opener not in ("his", "her") or asked.quoted:
        return None
    likely = likeliest(replace(asked, low=opener), scene, opener == "her")
    return likely[0] if likely is not None and likely[1] >= _SURE_ENOUGH else None

"""*He* and *she*: whoever of those told of before is most probably meant."""

from claims.bearers import sounds_female
from claims.speakers.likelihood import likeliest
from claims.speakers.scene import OPEN, Answer, Asked, Scene

HE_OR_SHE = frozenset(("he", "she", "him", "her", "his", "hers", "his own", "her own"))
_SURE_ENOUGH = 0.5  # probability
_SURELY_OTHER = 0.2  # the same, of being a woman or a man by the first name


def he_or_she(asked: Asked, scene: Scene) -> Answer:
    """The likeliest man or woman; open where nobody is likely enough."""
    if asked.low not in HE_OR_SHE:
        return None
    female = is_woman(asked.low)
    found = likeliest(asked, scene, female)
    if found is None or found[1] < _SURE_ENOUGH:
        return OPEN
    figure, _ = found
    if asked.quoted and figure.female is None and _sounds_wrong(figure.name, female):
        return OPEN  # somebody whom the speaker knows, and the text need not have named
    if figure.female is None:
        figure.female = female
    return figure


def _sounds_wrong(name: str, female: bool) -> bool:
    sounds = sounds_female(name)
    return min(sounds, 1 - sounds) < _SURELY_OTHER and (sounds > 1 / 2) != female


def is_woman(pronoun: str) -> bool:
    """Whether a pronoun in lower case is a woman's."""
    return pronoun.startswith(("she", "her"))

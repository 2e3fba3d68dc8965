"""How sure it is that a quote stands in a place, from 0 to 1: by its own likeness and by what stands around it."""

from rapidfuzz.distance import Indel

from store.anchors import CONTEXT
from store.annotations import Selector

SURE = 0.85
"""From here on an annotation is moved without a word."""

ASK = 0.6
"""From here on the reader is asked; what has less is no place."""

DOUBTED = 0.84
"""The most that a place may score which the reader is to confirm, however like it is."""

_FAMILIAR = 0.7
"""Less of the context than this is no context: any two passages share some letters."""

_FIRM = 24
"""Code points of equal text beside a quote that leave no doubt."""

_LONG = 40
"""Code points of a quote that needs no context."""


def likeness(one: str, other: str) -> float:
    """How much of both texts is common to them, 0 to 1."""
    return Indel.normalized_similarity(one, other)


def context(selector: Selector, text: str, start: int, end: int) -> tuple[float, float]:
    """How like the remembered context is to what stands before ``start`` and after ``end``, 0 to 1 each."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _familiar(selector.prefix, before), _familiar(selector.suffix, after)


def firmness(reach: int) -> float:
    """How sure equal text makes that a place is the same which ``reach``\\ es so many code points from it, 0 to 1."""
    return min(1.0, reach / _FIRM)


def exact(size: int, left: float, right: float) -> float:
    """The score of a quote of ``size`` code points that stands there word for word, by what is on each side of it."""
    around, own = _either(left, right), min(1.0, size / _LONG)
    return ASK + (1 - ASK) * _either(around, own)


def edited(alike: float, left: float, right: float) -> float:
    """The score of a text that is as ``alike`` to the quote, by what is on each side of it."""
    return 0.7 * alike + 0.3 * _either(left, right)


def _either(one: float, other: float) -> float:
    return 1 - (1 - one) * (1 - other)


def _familiar(remembered: str, found: str) -> float:
    if not (remembered and found):
        return float(remembered == found)
    alike = likeness(remembered, found)
    return alike if alike >= _FAMILIAR else 0.0

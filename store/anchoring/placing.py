"""An annotation of the old text, given its place in the new one."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from store.anchoring.finding import Finder, Found
from store.anchoring.scoring import ASK, DOUBTED, SURE
from store.anchors import selector
from store.annotations import Annotation, Selector
from store.rewording import since

_DECISIVE = ("content", "passage")


def placed(annotation: Annotation, finder: Finder, number: int) -> Annotation:
    """Return ``annotation``, whose selectors are of the old text, with its place in the new one, number ``number``.

    It is as sure as the least sure of its stretches; it is lost where none of its content or passage is left. A
    source, a cue or a piece of the content that is gone is a doubt about it, and no part of what is proposed.
    """
    found = [(one, finder.find(one)) for one in annotation.selectors]
    left = [(one, at) for one, at in found if at is not None and at.score >= ASK]
    if not any(one.role in _DECISIVE for one, _ in left):
        best = max((at.score for one, at in found if at and one.role in _DECISIVE), default=0.0)
        return replace(annotation, place="lost", proposed=(), score=round(best, 2))
    score = min(at.score for _, at in left)
    if len(left) < len(found):
        score = ASK
    if not _in_order(left):
        score = min(score, DOUBTED)
    here = tuple(selector(finder.new, *at.span, role=one.role) for one, at in left)
    score = round(score, 2)
    if score < SURE:
        return replace(annotation, place="doubtful", proposed=here, score=score)
    there = replace(
        annotation,
        selectors=here,
        original=original_of(annotation, finder),
        revision=number,
        place="sure",
        proposed=(),
        score=score,
    )
    return replace(there, was=since(annotation, there.words))


def original_of(annotation: Annotation, finder: Finder) -> tuple[Selector, ...]:
    """Return as much as is left of the claim that it was made on: whether that is still there is no doubt about it."""
    found = ((one, finder.find(one)) for one in annotation.original)
    return tuple(selector(finder.new, *at.span, role=one.role) for one, at in found if at and at.score >= ASK)


def _in_order(left: Sequence[tuple[Selector, Found]]) -> bool:
    """Whether the stretches of each role still follow one another as they did, without running into one another."""
    for role in {one.role for one, _ in left}:
        there = sorted((one.start, at.span) for one, at in left if one.role == role)
        if any(first[1] > second[0] for (_, first), (_, second) in pairwise(there)):
            return False
    return True

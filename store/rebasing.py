"""A change put on top of what was changed meanwhile, by another window or a script."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from store.annotations import Annotation
from store.rewording import looked_at

T = TypeVar("T")

# What an annotation is, and what keeping it sets: no part of any change.
_GIVEN = frozenset({"uid", "article", "kind", "created", "modified", "tags", "evidence", "was", "rev"})
# These change together or not at all.
_PLACE = ("selectors", "revision", "place", "proposed", "score")
_CHANGEABLE = (*((f.name,) for f in fields(Annotation) if f.name not in {*_GIVEN, *_PLACE}), _PLACE)


def counterpart(annotation: Annotation, kept: Iterable[Annotation]) -> Annotation | None:
    """Return which of the ``kept`` a change of ``annotation`` is a change of: the one with its uid, else the last one
    of the same claim; None where there is neither."""
    content = annotation.spans("content")
    same: Annotation | None = None
    for other in kept:
        if other.uid == annotation.uid:
            return other
        if not annotation.by_hand and content and other.kind == "claim" and other.spans("content") == content:
            same = other
    return same


def rebased(before: Annotation, after: Annotation, theirs: Annotation) -> Annotation | None:
    """Return what was changed from ``before`` to ``after``, on top of ``theirs``, which is how it is kept by now.

    What this change is not about stays as it is kept; tags and evidence come and go one by one. None where both
    changed the same thing, and not to the same: then a person has to decide.
    """
    changed: dict[str, Any] = {}
    for group in _CHANGEABLE:
        was, mine, kept = (tuple(getattr(of, field) for field in group) for of in (before, after, theirs))
        if mine == was:
            continue
        if kept not in (was, mine):
            return None
        changed |= zip(group, mine, strict=True)
    tags = one_by_one(before.tags, after.tags, theirs.tags)
    evidence = one_by_one(before.evidence, after.evidence, theirs.evidence)
    return looked_at(before, after, theirs, replace(theirs, tags=tags, evidence=evidence, **changed))


def one_by_one(before: Sequence[T], after: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Return ``theirs`` without what went from ``before`` to ``after``, and with what came."""
    if theirs == before:
        return tuple(after)
    left = (one for one in theirs if one not in before or one in after)
    added = (one for one in after if one not in before)
    return tuple(dict.fromkeys((*left, *added)))

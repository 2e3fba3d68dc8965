"""A change put on top of what was changed meanwhile, by another window or a script."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from claims.model import Spans
from store.annotations import PLACE_FIELDS, Annotation
from store.rewording import looked_at

T = TypeVar("T")

# What an annotation is, and what keeping it sets: no part of any change.
_GIVEN = frozenset({"uid", "article", "kind", "created", "modified", "tags", "evidence", "was", "rev"})
# The fields of the place change together or not at all.
_CHANGEABLE = (*((f.name,) for f in fields(Annotation) if f.name not in {*_GIVEN, *PLACE_FIELDS}), PLACE_FIELDS)


class Counterparts:
    """Annotations that are kept, and which of them a change is a change of."""

    def __init__(self, kept: Iterable[Annotation]) -> None:
        self._kept = {annotation.uid: annotation for annotation in kept}
        self._of_content: dict[Spans, str] | None = None

    def of(self, annotation: Annotation) -> Annotation | None:
        """Return the one with the uid of ``annotation``, else the last one of the same claim; None for neither."""
        found = self._kept.get(annotation.uid)
        if found is not None or annotation.by_hand or annotation.kind != "claim":
            return found
        if self._of_content is None:
            claims = (one for one in self._kept.values() if one.kind == "claim")
            self._of_content = {one.made_on: one.uid for one in claims}
        return self._kept.get(self._of_content.get(annotation.made_on, ""))

    def put(self, uid: str, annotation: Annotation | None) -> None:
        """Have ``annotation`` in the place of the one with the uid; None takes that out."""
        if annotation is None:
            self._kept.pop(uid, None)
            return
        self._kept[uid] = annotation
        if self._of_content is not None and annotation.kind == "claim":
            self._of_content[annotation.made_on] = uid

    def some(self, uids: Iterable[str]) -> list[Annotation]:
        """Return those with ``uids`` that are there."""
        return [self._kept[uid] for uid in uids if uid in self._kept]


def counterpart(annotation: Annotation, kept: Iterable[Annotation]) -> Annotation | None:
    """Return which of the ``kept`` a change of ``annotation`` is a change of, as `Counterparts` has it."""
    return Counterparts(kept).of(annotation)


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

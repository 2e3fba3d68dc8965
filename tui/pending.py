"""Changes that the library has not taken yet, and what an article looks like with them."""

from bisect import insort
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from claims.model import Span
from store.annotations import Annotation


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Change:
    """An annotation as it was and as it is to be; None for ``after`` deletes it.

    Changes that share ``together`` are made as one; if they are a ``whole``, none of them without the others.
    """

    before: Annotation
    after: Annotation | None
    together: str | None = None
    whole: bool = False

    @property
    def uid(self) -> str:
        """Of the annotation."""
        return self.before.uid


def as_one(changes: Sequence[Change]) -> list[Change]:
    """Return the first of ``changes``, with those after it that are made as one with it."""
    first = changes[0]
    return [one for one in changes if one is first or (first.together is not None and one.together == first.together)]


def with_changes(annotations: Sequence[Annotation], changes: Collection[Change]) -> tuple[Annotation, ...]:
    """Return ``annotations``, which are as the library has them, as they will be once it has taken ``changes`` too.

    Both are in text order.
    """
    if not changes:
        return tuple(annotations)
    from store.rebasing import Counterparts, rebased

    shown = Counterparts(annotations)
    others: set[str] = set()
    for change in changes:
        theirs = shown.of(change.after) if change.after is not None else None
        made = (rebased(change.before, change.after, theirs) if change.after and theirs else None) or change.after
        uid = made.uid if made is not None else change.uid
        others.add(uid)
        shown.put(uid, None if made is None or made.empty else made)
    return put_among(annotations, others, shown.some(others))


def put_among(
    annotations: Iterable[Annotation], uids: Iterable[str], others: Iterable[Annotation]
) -> tuple[Annotation, ...]:
    """Return ``annotations``, which are in text order, with ``others`` in the place of those that have the ``uids``."""
    gone = set(uids)
    staying = [annotation for annotation in annotations if annotation.uid not in gone]
    for one in others:
        insort(staying, one, key=in_text_order)
    return tuple(staying)


def in_text_order(annotation: Annotation) -> tuple[Span, str]:
    """Return what annotations are sorted by."""
    return annotation.span, annotation.uid

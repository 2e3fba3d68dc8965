"""Changes that the library has not taken yet, and what an article looks like with them."""

from collections.abc import Iterable
from dataclasses import dataclass

from store.annotations import Annotation
from store.rebasing import counterpart, rebased


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """An annotation as it was and as it is to be; None for ``after`` deletes it."""

    before: Annotation
    after: Annotation | None

    @property
    def uid(self) -> str:
        """Of the annotation."""
        return self.before.uid


def with_changes(annotations: Iterable[Annotation], changes: Iterable[Change]) -> tuple[Annotation, ...]:
    """Return ``annotations``, which are as the library has them, as they will be once it has taken ``changes`` too."""
    shown = {annotation.uid: annotation for annotation in annotations}
    for change in changes:
        before, after = change.before, change.after
        if after is None:
            shown.pop(before.uid, None)
            continue
        theirs = counterpart(after, shown.values())
        made = (rebased(before, after, theirs) if theirs else None) or after
        shown[made.uid] = made
        if made.empty:
            del shown[made.uid]
    return tuple(sorted(shown.values(), key=lambda annotation: (annotation.span, annotation.uid)))

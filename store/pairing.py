"""Which derived claim each annotation stands for, and which one a reader's own words have taken in."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from claims.model import Claim, Spans
from store.annotations import Annotation, Role, Selector, spans_of

K = TypeVar("K", bound=Hashable)

# A reader who marks a claim within a claim, or beside it, does not mean the one that was found.
_SAME_CLAIM = 0.6


class Nearby(Generic[K]):
    """Contents by where they stand, so that a book's thousands of claims are not compared with one another."""

    def __init__(self, contents: Iterable[tuple[K, Spans]] = ()) -> None:
        self._contents: dict[K, Spans] = {}
        self._stretches: defaultdict[int, set[K]] = defaultdict(set)
        for key, content in contents:
            self.put(key, content)

    def put(self, key: K, content: Spans | None) -> None:
        """Let ``key`` stand for ``content``, in the place of what it stood for; None takes it out."""
        for stretch in _stretches(self._contents.pop(key, ())):
            self._stretches[stretch].discard(key)
        if content is not None:
            self._contents[key] = content
            for stretch in _stretches(content):
                self._stretches[stretch].add(key)

    def touching(self, content: Spans) -> set[K]:
        """Return what has a code point in common with ``content``."""
        near: set[K] = set()
        for stretch in _stretches(content):
            near |= self._stretches.get(stretch, set())
        return {key for key in near if overlap(content, self._contents[key])}


def paired(claims: Mapping[int, Claim], near: Nearby[int], annotations: Mapping[str, Annotation]) -> dict[str, int]:
    """Return the claim, by its number in ``claims``, that each of some annotations of claims stands for, by its uid.

    The derived claim whose content is most like that which it was `made_on` (intersection over union in code points),
    or like its own where no claim is there any more; one to one, the best pairs first; one made by hand only where the
    two are much the same. Of pairs that are as good as each other the one of the annotation that comes first is.
    ``near`` holds the claims, and maybe more.
    """
    scored: list[tuple[float, int, int, str]] = []
    for place, (uid, annotation) in enumerate(annotations.items()):
        content, found = annotation.made_on, near.touching(annotation.made_on)
        if not found:
            content = annotation.spans("content")
            found = near.touching(content)
        for i in found:
            if i in claims:
                shared = overlap(content, claims[i].content)
                union = _length(content) + _length(claims[i].content) - shared
                if not annotation.by_hand or shared > _SAME_CLAIM * union:
                    scored.append((-shared / union, place, i, uid))
    pairs: dict[str, int] = {}
    taken: set[int] = set()
    for _, _, i, uid in sorted(scored):
        if uid not in pairs and i not in taken:
            pairs[uid] = i
            taken.add(i)
    return pairs


def taken_in(claim: Claim, annotation: Annotation) -> bool:
    """Whether a reader made one of two claims, or other words of them.

    All that ``claim`` is stands in the same role of ``annotation``, or of what that was before it was amended.
    """
    return annotation.amended and any(_within(claim, whole) for whole in (annotation.selectors, annotation.original))


def overlap(one: Spans, other: Spans) -> int:
    """Return how many code points two contents have in common."""
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)


def reach(annotation: Annotation) -> Spans:
    """Return where the claims are that ``annotation`` may stand for or have taken in."""
    content = annotation.spans("content")
    return tuple(dict.fromkeys((*content, *annotation.made_on)))


def _within(claim: Claim, whole: Sequence[Selector]) -> bool:
    roles: tuple[tuple[Role, Spans], ...] = (("content", claim.content), ("source", claim.source), ("cue", claim.cue))
    return all(
        any(start <= s and e <= end for start, end in spans_of(whole, role)) for role, spans in roles for s, e in spans
    )


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _stretches(spans: Spans) -> set[int]:
    return {b for start, end in spans for b in range(start >> 10, (end >> 10) + 1)}

"""The derived claims and the reader's annotations laid over one another: what is on display, numbered."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Claim, QuoteKind, Reading, Span, Spans
from store.annotations import Annotation

# A reader who marks a claim within a claim, or beside it, does not mean the one that was found.
_SAME_CLAIM = 0.6


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the panel: a detected claim, an annotation, or an annotation in front of a detected claim.

    ``number`` counts the claims of the article from 1 in text order, rejected ones included, so that a decision
    never renumbers, and attitudes that nobody annotated after all others; passages have none.
    """

    number: int | None
    claim: Claim | None
    annotation: Annotation | None

    @property
    def content(self) -> Spans:
        """What is claimed; for a passage, the passage."""
        if self.annotation is not None:
            kind = self.annotation.kind
            return self.annotation.spans("content" if kind == "claim" else "passage")
        assert self.claim is not None
        return self.claim.content

    @property
    def source(self) -> Spans:
        """Who claims it, as the text has it."""
        if self.annotation is not None:
            return self.annotation.spans("source")
        return self.claim.source if self.claim else ()

    @property
    def cue(self) -> Spans:
        """The words that signal the claim."""
        if self.annotation is not None:
            return self.annotation.spans("cue")
        return self.claim.cue if self.claim else ()

    @property
    def span(self) -> Span:
        """From the first code point of any role to the last, exclusive."""
        spans = (*self.content, *self.source, *self.cue)
        return min(s for s, _ in spans), max(e for _, e in spans)

    @property
    def is_claim(self) -> bool:
        """False for a highlighted or annotated passage."""
        return self.number is not None

    @property
    def rejected(self) -> bool:
        """Whether the reader has rejected it."""
        return self.annotation is not None and self.annotation.decision == "rejected"

    @property
    def unreviewed(self) -> bool:
        """Whether it is a claim that the reader has not yet decided on."""
        return self.is_claim and not (self.annotation and (self.annotation.by_hand or self.annotation.reviewed))

    @property
    def note(self) -> str:
        """The reader's note, or an empty string."""
        return self.annotation.note if self.annotation else ""

    @property
    def speaker(self) -> str | None:
        """The fullest name of the source, or None where it is open."""
        if self.annotation is not None and self.annotation.speaker:
            return self.annotation.speaker
        return self.claim.speaker if self.claim else None

    @property
    def quote(self) -> QuoteKind | None:
        """Direct, indirect or mixed; None for a passage."""
        if self.annotation is not None and self.annotation.quote:
            return self.annotation.quote
        return self.claim.quote if self.claim else None


def merge(reading: Reading | None, annotations: Sequence[Annotation], *, attitudes: bool = False) -> tuple[Item, ...]:
    """Lay ``annotations`` over the claims of ``reading`` and number the claims, all in text order.

    An annotation of a claim stands in front of the derived claim whose content it overlaps most (intersection over
    union in code points, one to one, best pairs first); one made by hand only where the two are much the same.
    Attitudes that nobody annotated are left out unless ``attitudes`` asks for them.
    """
    claims = reading.claims if reading else ()
    of_claims = [a for a in annotations if a.kind == "claim"]
    claim_of = _pair(claims, of_claims)
    covered = set(claim_of.values())
    loose = [(c, None) for i, c in enumerate(claims) if i not in covered and (attitudes or c.act == "speech")]
    held = [(claims[claim_of[j]] if j in claim_of else None, a) for j, a in enumerate(of_claims)]
    passages = [(None, a) for a in annotations if a.kind == "passage"]
    bare = [Item(None, claim, annotation) for claim, annotation in (*loose, *held, *passages)]
    bare.sort(key=lambda item: (item.span[0], item.content))
    # Attitudes that are shown on request come after the others, so that showing them renumbers nothing.
    claims_first = sorted(
        (i for i, item in enumerate(bare) if item.annotation is None or item.annotation.kind == "claim"),
        key=lambda i: bare[i].annotation is None and (c := bare[i].claim) is not None and c.act == "attitude",
    )
    numbers = {i: number for number, i in enumerate(claims_first, 1)}
    return tuple(Item(numbers.get(i), item.claim, item.annotation) for i, item in enumerate(bare))


def _pair(claims: Sequence[Claim], annotations: Sequence[Annotation]) -> dict[int, int]:
    """Which claim each annotation stands for: {annotation index: claim index}."""
    # Bucketed by stretches of text, so that a book's thousands of claims are not compared with every annotation.
    buckets: defaultdict[int, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        for bucket in _buckets(claim.content):
            buckets[bucket].append(i)
    scored: list[tuple[float, int, int]] = []
    for j, annotation in enumerate(annotations):
        content = annotation.spans("content")
        near = {i for bucket in _buckets(content) for i in buckets[bucket]}
        for i in near:
            overlap = _overlap(content, claims[i].content)
            union = _length(content) + _length(claims[i].content) - overlap
            if overlap > (_SAME_CLAIM * union if annotation.by_hand else 0):
                scored.append((-overlap / union, j, i))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, j, i in sorted(scored):
        if j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs


def _buckets(spans: Spans) -> set[int]:
    return {b for start, end in spans for b in range(start >> 10, (end >> 10) + 1)}


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _overlap(a: Spans, b: Spans) -> int:
    return sum(max(0, min(ae, be) - max(as_, bs)) for as_, ae in a for bs, be in b)

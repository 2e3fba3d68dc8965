"""What annotations are to the reader who made them, counted in words: a verdict is no note, nor is a highlight."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from store.annotations import Annotation

Kind = Literal["note", "highlight", "verdict", "marked claim", "amended claim", "tagged claim"]
KINDS: tuple[Kind, ...] = ("note", "highlight", "verdict", "marked claim", "amended claim", "tagged claim")
"""All of them, the weightiest first: what is several of them is called by the first."""


def kind_of(annotation: Annotation) -> Kind:
    """Return what ``annotation`` is called; evidence stands under a note, be that empty."""
    if annotation.note or annotation.evidence:
        return "note"
    if annotation.kind == "passage":
        return "highlight"
    if annotation.reviewed:
        return "verdict"
    if annotation.by_hand:
        return "marked claim"
    return "amended claim" if annotation.amended else "tagged claim"


def counted(kinds: Mapping[Kind, int]) -> str:
    """Return how many there are of each: ``1 note, 2 highlights and 3 verdicts``; '' for none."""
    parts = [f"{kinds[one]:,} {one}{'' if kinds[one] == 1 else 's'}" for one in KINDS if kinds.get(one)]
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def kinds_of(annotations: Iterable[Annotation]) -> "Counter[Kind]":
    """Count ``annotations`` by their kinds."""
    return Counter(map(kind_of, annotations))


def verdict_of(annotation: Annotation) -> str:
    """Return what its reader made of a claim: ``accepted · to verify · disputed``; '' for nothing yet."""
    progress = annotation.progress if annotation.progress != "unreviewed" else None
    return " · ".join(made for made in (annotation.decision, progress, annotation.finding) if made)

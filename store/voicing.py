"""The sentences of an article in the voices that the reader has settled: a guess accepted, a speaker corrected."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from claims.model import Sentence
from claims.spans import overlap
from store.items import Item


def settled(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return those of ``items`` of which the reader says otherwise than an engine who speaks, or how sure that is."""
    return tuple(
        item
        for item in items
        if item.claim is not None and (item.speaker, item.guessed) != (item.claim.speaker, item.claim.guessed)
    )


def as_settled(sentences: Sequence[Sentence], settled: Iterable[Item]) -> Sequence[Sentence]:
    """Return ``sentences``, which are in text order, with those that claims of ``settled`` stand in in their voices.

    What is carried over from such a sentence goes along.
    """
    changed = list(sentences)
    starts = [sentence.span[0] for sentence in sentences]
    for item in settled:
        claim = item.claim
        assert claim is not None
        found = (claim.speaker, claim.guessed)
        words = (*claim.content, *claim.cue)
        goes_on = False
        for at in range(max(0, bisect_left(starts, claim.start + 1) - 1), len(sentences)):
            one = sentences[at]
            stands = (one.voice, one.guessed) == found and any(overlap(span, one.span) for span in words)
            goes_on = stands or (goes_on and one.kind == "carried-over")
            if goes_on:
                changed[at] = one._replace(voice=item.speaker, guessed=item.guessed, anonymous=item.unnamed)
            elif one.span[0] >= claim.end:
                break
    return changed

"""Who says something, as is told wherever claims are: a guess never without the text's own words and its mark."""

from dataclasses import replace

from claims.model import Claim, Spans
from claims.text import Text
from store.annotations import Annotation, Decision
from store.items import Item
from store.safety import label

GUESSED = "?"
"""Stands behind a name that is a guess."""
ANONYMOUS = "anonymous"
"""Stands where a claim has neither a name nor words for who says it."""
OPEN = "open"
"""What asks for the claims of which the text leaves open who says them, by a name or by none."""
DENIAL = "denied or not said"
"""Stands beside the cue of what is told as a denial: the content alone reads as its opposite."""
LEFT_OPEN = f"speaker {OPEN}"
"""Stands where it is left open who says a claim, and as the voice of all such; no name, so it must not read as one."""
_WORDS = 60  # code points of the text's own, before a guess
_LONGEST = 10_000  # code points


def named(item: Item, text: Text, *, spoken: bool = False) -> str:
    """Who says ``item``, safe and in one line: the name, or where it is open the words of the source.

    A guess stands behind those words: ``she – Anna Holm?``, and ``spoken``, without signs: ``she, perhaps Anna Holm``.
    """
    words, name = _words(item.source, text), label(item.speaker or "", _LONGEST)
    if not (name and item.guessed):
        return name or words
    guess, between = (f"perhaps {name}", ", ") if spoken else (name + GUESSED, " – ")
    return f"{label(words, _WORDS)}{between}{guess}" if words else guess


def named_in(claim: Claim, text: Text) -> str:
    """The same of a claim that no reader has decided on."""
    return named(Item(1, claim, None), text)


def named_in_words(item: Item, text: Text) -> str:
    """Who says the claim ``item``, where no sign beside it tells who is anonymous: ``a nurse (anonymous)``.

    The text's own words stay before a name that was guessed, also once that is accepted: ``treasurer – Anna Holm``.
    """
    who, words = named(item, text), _words(item.source, text)
    if words and item.found_by_guess and not item.guessed:
        who = f"{label(words, _WORDS)} – {who}"
    return f"{who} ({ANONYMOUS})" if who and item.unnamed else who or nobody(item)


def nobody(item: Item) -> str:
    """What stands for who says the claim ``item`` where neither a name nor words for them are there."""
    return LEFT_OPEN if item.open else ANONYMOUS


def named_on(annotation: Annotation) -> str:
    """Who says what ``annotation`` is on, safe and in one line, as far as it tells by itself: a name, or its source."""
    source = " … ".join(one.exact for one in annotation.selectors if one.role == "source")
    return label(annotation.speaker or source, _LONGEST)


def to_keep(item: Item, *, accepted: bool = False) -> str | None:
    """Return the name that an annotation of ``item`` keeps: one that was guessed only where the claim is accepted."""
    return item.speaker if accepted or not item.found_by_guess else None


def decided(item: Item, before: Annotation, decision: Decision | None) -> Annotation:
    """Return ``before``, on ``item``, with ``decision``: to accept a claim is to accept who was guessed to make it."""
    item, after = replace(item, annotation=before), replace(before, decision=decision)
    return replace(after, speaker=to_keep(item, accepted=decision == "accepted")) if item.found_by_guess else after


def refused_or_allowed(item: Item, before: Annotation) -> Annotation | None:
    """Return ``before``, on ``item``, without the name that was guessed, or where that was refused with it again.

    None where no name is guessed. Nothing else changes: an accepted claim stays accepted.
    """
    now = replace(item, annotation=replace(before, speaker=None) if before.refused else before)
    if not now.found_by_guess:
        return None
    return replace(before, speaker=to_keep(now, accepted=before.decision == "accepted") if before.refused else "")


def _words(spans: Spans, text: Text) -> str:
    return " … ".join(label(text[start:end], _LONGEST) for start, end in spans)

"""Who says something, as is told wherever claims are: a guess never without the text's own words and its mark."""

from claims.model import Claim, Spans
from claims.text import Text
from store.items import Item
from store.safety import label

GUESSED = "?"
"""Stands behind a name that is a guess."""
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


def _words(spans: Spans, text: Text) -> str:
    return " … ".join(label(text[start:end], _LONGEST) for start, end in spans)

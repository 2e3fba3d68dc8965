"""Addresses that stand in a text as they are, with no link made of them. Pure."""

import re
from collections.abc import Iterator, Sequence

from claims.text import Text, matches
from store.document import Mark

LONGEST = 2_000
"""Code points of the longest address, more or less."""
# What ends an address in running text; a replacement character stands for what was not to be seen.
_ADDRESS = re.compile(rf"(?<![^\W_])https?://[^\s<>\"“”„«»‹›|\\^`{{}}\ufffd]{{1,{LONGEST}}}", re.IGNORECASE)
_PUNCTUATION = ".,;:!?'’‘*_~…"
_PAIRS = {")": "(", "]": "["}
_TAKEN = frozenset({"link", "image", "code", "reference"})


def bare_links(text: Text, start: int, end: int, marks: Sequence[Mark] = ()) -> Iterator[Mark]:
    """The addresses in ``[start, end)`` as links, in text order; none where ``marks`` have made something of the words.

    Punctuation at the end is the sentence's, and so is a bracket that was opened before the address.
    """
    taken = [mark for mark in marks if mark.kind in _TAKEN]
    ahead, taken_to = 0, start
    for at, after in matches(_ADDRESS, text, start, end):
        behind = _without_the_sentence(text, at, after)
        while ahead < len(taken) and taken[ahead].start < behind:
            taken_to = max(taken_to, taken[ahead].end)
            ahead += 1
        if taken_to <= at and behind > text.find("://", at) + 3:
            yield Mark("link", at, behind, text[at:behind])


def _without_the_sentence(text: Text, start: int, end: int) -> int:
    while end > start:
        last = text[end - 1]
        opening = _PAIRS.get(last)
        paired = opening is None or text[start:end].count(opening) >= text[start:end].count(last)
        if last not in _PUNCTUATION and paired:
            return end
        end -= 1
    return end

"""Finding a reader's words in a text."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from claims.model import Span
from claims.text import Text, matches

MOST_HITS = 100_000
SLICE = 1 << 18
"""Code points that are looked through at a time, which takes a few thousandths of a second."""

# What a keyboard types finds what a typesetter printed.
_ALIKE = {"'": "['’‘]", '"': '["“”„«»]', "-": "[-‐‑–—]"}


def pattern(query: str) -> re.Pattern[str] | None:
    """A pattern for ``query``, or None where it holds nothing but spaces.

    Lower-case letters alone ignore case; a run of spaces matches any run of spaces; straight quotation marks and
    hyphens match their typographic kin too. Nothing matches across the end of a paragraph.
    """
    words = ["".join(_ALIKE.get(char, re.escape(char)) for char in word) for word in query.split()]
    if not words:
        return None
    return re.compile("[^\\S\n]+".join(words), re.IGNORECASE if query == query.lower() else 0)


def finding(text: Text, query: str) -> Iterator[list[Span]]:
    """The first `MOST_HITS` places of ``query`` in ``text``, as spans in text order: a slice of the text at a time."""
    found = pattern(query)
    if found is None:
        return
    at, left = 0, MOST_HITS
    while at < len(text) and left:
        # To the end of a paragraph, over which nothing matches.
        end = text.find("\n", at + SLICE) + 1 or len(text)
        hits = list(islice(matches(found, text, at, end), left))
        at, left = end, left - len(hits)
        yield hits


def find(text: Text, query: str) -> list[Span]:
    """The same, all at once."""
    return list(chain.from_iterable(finding(text, query)))

"""Finding a reader's words in a text."""

import re

from claims.model import Span

MOST_HITS = 100_000

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


def find(text: str, query: str) -> list[Span]:
    """The first `MOST_HITS` places of ``query`` in ``text``, as spans in text order."""
    found = pattern(query)
    if found is None:
        return []
    hits = []
    for match in found.finditer(text):
        hits.append(match.span())
        if len(hits) == MOST_HITS:
            break
    return hits

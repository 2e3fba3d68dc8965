"""Whether a text that came from a known place is the known article, changed, or another one in its place."""

import re
from itertools import pairwise

_WORD = re.compile(r"\w+")

SHARED = 0.2
"""Of the pairs of neighbouring words of the shorter text: what another article shares is at most an eighth."""


def is_another(old: str, new: str) -> bool:
    """Whether ``new`` has so little of ``old`` that it is no later text of the same article.

    Counted on the shorter of both, so that a live report may grow, or an article be cut to a paragraph.
    """
    one, other = _pairs(old), _pairs(new)
    if not (one and other):
        return old.split() != new.split()
    return len(one & other) < SHARED * min(len(one), len(other))


def _pairs(text: str) -> set[tuple[str, str]]:
    words = _WORD.findall(text.casefold())
    return set(pairwise(words))

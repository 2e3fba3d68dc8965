"""The order in which text is seen, from left to right. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from tui.bidi.brackets import mirrored
from tui.bidi.levels import direction, has_rtl, levels
from tui.widgets.article.wrapping import cluster_at, clusters

Piece = tuple[int, int, int]
"""Start, end and level of a stretch of text."""

_JOINERS = "\u200c\u200d"


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indexes of things with these ``levels``, as they stand from left to right (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1) if odd else ():
        start = None
        for place in range(len(order) + 1):
            inside = place < len(order) and levels[place] >= level
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                order[start:place] = order[start:place][::-1]
                start = None
    return order


def turned(text: str) -> str:
    """Return ``text``, of one level that goes from right to left, as it is seen from left to right (L2 to L4)."""
    # What joins letters has nothing to join any more, and would take the next letter into its cluster.
    return "".join(mirrored(text[start:end].rstrip(_JOINERS)) for start, end, _ in reversed(clusters(text)))


def visual(text: str, base: int | None = None) -> str:
    """Return one line of ``text`` as it is seen from left to right, as wide as it was.

    ``base`` is the level of the paragraph, that of its first letter where None. Only for the screen: what is kept,
    copied or written is in the order in which it is read.
    """
    if not has_rtl(text) and not base:
        return text
    parts = ordered(text, base)
    return "".join(turned(text[start:end]) if level % 2 else text[start:end] for start, end, level in parts)


def ordered(text: str, base: int | None = None) -> list[Piece]:
    """Return the pieces of one line of ``text`` from left to right: start, end and level of each."""
    base = direction(text) if base is None else base
    found = levels(text, base)
    whole = len(text.rstrip())  # white space at the end of a line is the paragraph's (L1)
    found[whole:] = [base] * (len(text) - whole)
    pieces = level_pieces(text, found)
    return [pieces[i] for i in visual_order([level for _, _, level in pieces])]


def level_pieces(text: str, levels: Sequence[int]) -> list[Piece]:
    """Return start, end and level of each stretch of whole grapheme clusters that has one level, in their order."""
    cuts = {0, len(text)}
    for at in range(1, len(text)):
        if levels[at] != levels[at - 1]:
            start, end = cluster_at(text, at)
            cuts.add(at if start == at else end)
    return [(a, b, levels[a]) for a, b in pairwise(sorted(cuts))]

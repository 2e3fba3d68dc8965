"""The small signs that the reader draws among the words: they take cells but are no part of the text."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from claims.model import Span
from store.review import Item

BULLETS = "•◦▪"
QUOTE_BAR = "▎"
LINK = "↗"
ACCEPTED = "✓"
NOTE = "✎"
# Eighth blocks that hug the words between them.
PASSAGE_START = "▕"
PASSAGE_END = "▏"

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A claim's number must never be left behind at the end of a line.
_NO_BREAK_SPACE = "\u00a0"


class Sign(NamedTuple):
    """A sign in the flow of the text, before the code point at ``at`` or, with ``after``, behind the one before it.

    ``style`` is the name of its style; ``item`` the index of the item it belongs to, or -1.
    """

    at: int
    after: bool
    text: str
    style: str
    item: int = -1


def superscript(number: int) -> str:
    """``number`` in superscript digits."""
    return str(number).translate(_SUPERSCRIPTS)


def signs(items: Sequence[Item]) -> list[Sign]:
    """The signs of all items that are not rejected, in text order: numbers, ticks, pens, the ends of passages."""
    found: list[Sign] = []
    for index, item in enumerate(items):
        if item.rejected:
            continue
        start, end = item.span
        if item.number is None:
            found += _ends(index, item.content)
        else:
            accepted = item.annotation is not None and item.annotation.decision == "accepted"
            text = superscript(item.number) + (ACCEPTED if accepted else "")
            found.append(Sign(start, False, text, "number", index))
        if item.note:
            found.append(Sign(end, True, NOTE, "note", index))
    found.sort(key=_order)
    return [sign for _, together in groupby(found, key=_order) for sign in _side_by_side(list(together))]


def _ends(index: int, passage: Sequence[Span]) -> list[Sign]:
    starts = [Sign(start, False, PASSAGE_START, "passage-end", index) for start, _ in passage]
    return starts + [Sign(end, True, PASSAGE_END, "passage-end", index) for _, end in passage]


def _order(sign: Sign) -> tuple[int, bool]:
    # What closes at a place stands before what opens there.
    return sign.at, not sign.after


def _side_by_side(together: list[Sign]) -> list[Sign]:
    """Keep the numbers of claims that begin at one place apart: ¹ ², not ¹²."""
    spaced = together[:1]
    for before, sign in pairwise(together):
        apart = before.style == sign.style == "number"
        spaced.append(sign._replace(text=_NO_BREAK_SPACE + sign.text) if apart else sign)
    return spaced

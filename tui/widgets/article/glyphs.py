"""The small signs that the reader draws among the words: they take cells but are no part of the text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from claims.model import Span
from store.review import Item

BULLETS = "•◦▪"
QUOTE_BAR = "▎"
CONTINUED = "↳"
"""Before what goes on of a line of code that had no room on one line."""
LINK = "↗"
ACCEPTED = "✓"
ATTITUDE = "~"
NOTE = "✎"
MEANINGS = "★≈?✗◇"
"""What the five meanings of a highlight have at its beginning."""
REWORDED = "≠"
# Eighth blocks that hug the words between them.
PASSAGE_START = "▕"
PASSAGE_END = "▏"
# What claims that overlap lie between, with their numbers: one cell each.
OPENING = "⁽"
CLOSING = "⁾"

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BETWEEN = "·"
"""Between numbers that stand at one place. A blank would tear the first from the words that it is of."""


class Sign(NamedTuple):
    """A sign in the flow of the text, before the code point at ``at`` or, with ``after``, behind the one before it.

    ``style`` is the name of its style; ``item`` the index of the item it belongs to, or -1.
    """

    at: int
    after: bool
    text: str
    style: str
    item: int = -1


class SignSource(Protocol):
    """Knows the signs of a text by their places, so that none are made that nobody looks at."""

    def signs(self, span: Span) -> Sequence[Sign]:
        """The signs at the offsets of ``span``, both ends included, in the order in which they stand."""


class FixedSigns:
    """Signs that are all there already, in text order."""

    def __init__(self, signs: Iterable[Sign] = ()) -> None:
        self._all = list(signs)

    def signs(self, span: Span) -> list[Sign]:
        """Those at the offsets of ``span``, both ends included."""
        low, high = span
        return [sign for sign in self._all if low <= sign.at <= high]


class Edge(NamedTuple):
    """A sign at the beginning or the end of a stretch of text that an item has to itself or shares.

    What closes at a place stands before what opens there; of what closes the inner before the outer, of what opens the
    outer before the inner; a note after all that closes, and bare numbers, which close nowhere, before all that opens:
    ⁵⁽⁶, since behind a bracket they would seem to be within it.
    """

    at: int
    order: int
    nesting: tuple[int, int]
    sign: Sign


def superscript(number: int) -> str:
    """``number`` in superscript digits."""
    return str(number).translate(_SUPERSCRIPTS)


def passage_style(item: Item) -> str:
    """The name of the style of a passage that the reader has highlighted: one for each meaning."""
    meaning = _meaning(item)
    return f"meaning{meaning}" if meaning else "passage"


def _meaning(item: Item) -> int | None:
    meaning = item.annotation.meaning if item.annotation is not None else None
    return meaning if meaning and meaning <= len(MEANINGS) else None


def edges_of(index: int, item: Item, *, numbered: bool, shared: bool, noted: bool) -> Iterator[Edge]:
    """The signs of item ``index``, in no order: number and tick, pen, the ends of a passage.

    ``numbered`` is whether the item itself is drawn, and ``noted`` whether its note is. A claim that is alone on its
    words has its number before the first of them; one whose content is ``shared`` with another's lies between brackets
    with its number, so that it is seen without colour where each begins and ends. The first of them opens with the
    claim, be it with its source: its number would else stand there twice.
    """
    start, end = item.span
    if numbered and item.number is None:
        meaning, style = _meaning(item), f"{passage_style(item)}-end"
        sign = MEANINGS[meaning - 1] if meaning else ""
        for piece in item.content:
            yield _opening(index, piece, sign + PASSAGE_START, style)
            yield _closing(index, piece, PASSAGE_END, style)
    elif numbered and item.number is not None:
        attitude = item.claim is not None and item.claim.act == "attitude"
        number = (ATTITUDE if attitude else "") + superscript(item.number)
        tick = ACCEPTED if item.annotation is not None and item.annotation.decision == "accepted" else ""
        if not shared:
            yield Edge(start, 2, (0, index), Sign(start, False, number + tick, "number", index))
        for n, piece in enumerate(item.content if shared else ()):
            reach = piece if n else (start, piece[1])
            yield _opening(index, reach, OPENING + number + (tick if not n else ""), "number")
            yield _closing(index, piece, number + CLOSING, "number")
    if noted and item.note:
        yield Edge(end, 1, (-start, -index), Sign(end, True, NOTE, "note", index))


def _opening(index: int, span: Span, text: str, style: str) -> Edge:
    return Edge(span[0], 3, (-span[1], index), Sign(span[0], False, text, style, index))


def _closing(index: int, span: Span, text: str, style: str) -> Edge:
    return Edge(span[1], 0, (-span[0], -index), Sign(span[1], True, text, style, index))


def side_by_side(edges: Iterable[Edge]) -> list[Sign]:
    """The signs in their order, with numbers kept apart that stand at one place: ¹·², not ¹².

    Where several passages begin or end at one place, one bar is enough: ≈▕, not ≈▕▕.
    """
    ordered = list(_one_bar(edge.sign for edge in sorted(edges)))
    spaced = ordered[:1]
    for before, sign in pairwise(ordered):
        touching = (before.at, before.after) == (sign.at, sign.after) and before.style == sign.style == "number"
        apart = touching and before.text[-1] != CLOSING and sign.text[0] != OPENING
        spaced.append(sign._replace(text=BETWEEN + sign.text) if apart else sign)
    return spaced


def _one_bar(signs: Iterable[Sign]) -> Iterator[Sign]:
    """``signs``, of the bars at one place the last alone; what says what the others mean stays."""
    before: Sign | None = None
    for sign in signs:
        if before is not None:
            bar = before.text[-1]
            doubled = bar in (PASSAGE_START, PASSAGE_END) and sign.text.endswith(bar)
            if doubled and (before.at, before.after) == (sign.at, sign.after):
                before = before._replace(text=before.text[:-1])
            if before.text:
                yield before
        before = sign
    if before is not None:
        yield before

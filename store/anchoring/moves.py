"""Paragraphs that stand word for word in another place of the next text, and what there is of a text without them.

A paragraph that was moved has not changed: compared without it, what is left of both texts shows what has.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from claims.model import Span
from store.anchoring.alignment import Alignment
from store.anchoring.runs import once, shared
from store.anchoring.staying import staying

_WORD = re.compile(r"\w")


class Move(NamedTuple):
    """Neighbouring paragraphs that went somewhere else together: where they stand in either text.

    ``first_old`` and ``first_new`` are which paragraphs of the texts the first of them is, from 1; lines without a
    word are none. ``paragraphs`` is how many they are.
    """

    old: Span
    new: Span
    first_old: int
    first_new: int
    paragraphs: int

    @property
    def told(self) -> str:
        """From where to where, in a few plain words: ``paragraphs 2-3, now 5-6``."""
        ranges = [f"{at}-{at + self.paragraphs - 1}" if self.paragraphs > 1 else f"{at}" for at in self[2:4]]
        return f"{'paragraph' if self.paragraphs == 1 else 'paragraphs'} {ranges[0]}, now {ranges[1]}"


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a text without some of its lines: ``text``, and where its lines begin there and in the whole.

    ``cuts`` are where in it lines were left out, before any other than the first.
    """

    text: str
    starts: Sequence[int]
    places: Sequence[int]
    cuts: Sequence[int]

    def whole(self, span: Span) -> Span:
        """Return where ``span``, between two ``cuts``, stands in the whole text."""
        start = self._place(span[0])
        return (start, self._place(span[1] - 1) + 1) if span[1] > span[0] else (start, start)

    def cuts_in(self, start: int, end: int) -> Sequence[int]:
        """Return which of the `cuts` are between two places of the text."""
        return self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)]

    def _place(self, offset: int) -> int:
        line = bisect_right(self.starts, offset) - 1
        return self.places[line] + offset - self.starts[line]


@dataclass(frozen=True, slots=True)
class Moves:
    """What was moved, in the order of the old text, and what is left of both texts without it."""

    moves: tuple[Move, ...]
    old: Rest
    new: Rest


def moved(old: str, new: str) -> Moves:
    """Return the paragraphs of ``old`` that stand once in both texts, but not in the order of what is left."""
    a, b = old.split("\n"), new.split("\n")
    pairs = shared({line: i for line, i in once(a).items() if _WORD.search(line)}, once(b))
    stay = staying(a, b, pairs)
    gone = [pair for pair in pairs if pair not in stay]
    starts_a, starts_b = _starts(a), _starts(b)
    numbers_a, numbers_b = _numbers(a), _numbers(b)
    moves: list[Move] = []
    last = (-2, -2)
    for i, j in gone:
        to_a, to_b = starts_a[i] + len(a[i]), starts_b[j] + len(b[j])
        if (i - 1, j - 1) == last:
            before = moves[-1]
            moves[-1] = before._replace(
                old=(before.old[0], to_a), new=(before.new[0], to_b), paragraphs=before.paragraphs + 1
            )
        else:
            moves.append(Move((starts_a[i], to_a), (starts_b[j], to_b), numbers_a[i], numbers_b[j], 1))
        last = i, j
    return Moves(
        tuple(moves),
        _rest(a, starts_a, {i for i, _ in gone}),
        _rest(b, starts_b, {j for _, j in gone}),
    )


def changed(alignment: Alignment) -> tuple[int, int]:
    """Return how many words were changed, and how many paragraphs only moved, whose words do not count."""
    both = moved(alignment.old, alignment.new)
    rest = Alignment(both.old.text, both.new.text) if both.moves else alignment
    return rest.changed_words(), sum(move.paragraphs for move in both.moves)


def _starts(lines: list[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines), initial=0))


def _numbers(lines: list[str]) -> list[int]:
    return list(accumulate(int(bool(_WORD.search(line))) for line in lines))


def _rest(lines: list[str], starts: list[int], left_out: Collection[int]) -> Rest:
    stay = [i for i in range(len(lines)) if i not in left_out]
    left = [lines[i] for i in stay]
    begins = _starts(left)[: len(left)]
    cuts = [begin for begin, (last, line) in zip(begins[1:], pairwise(stay), strict=True) if line != last + 1]
    return Rest("\n".join(left), begins, [starts[i] for i in stay], cuts)

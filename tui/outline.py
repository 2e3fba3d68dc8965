"""The outline of an article: headings, or all paragraphs by their first words, with the claims in each. Pure."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from store.blocks import Blocks
from store.document import Document
from store.items import Item
from store.numbering import Numbers

_ENOUGH = 2
"""Headings from which on they are an outline: one alone is the title."""
_FIRST_WORDS = 300
"""Code points of a paragraph that are shown and filtered."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section under its heading, or a paragraph: ``[start, end)`` in code points, of the ``words`` at its beginning.

    ``depth`` is how far it is set in, from 0. ``number`` is a paragraph's, None for a section.
    """

    start: int
    end: int
    depth: int
    number: int | None
    words: str


class Outline:
    """The parts of ``document``, and how many of the claims among ``items``, in text order, lie in each.

    A part is made when it is asked for, so that a book has its outline as fast as an article has.
    """

    def __init__(self, document: Document, items: Sequence[Item]) -> None:
        self._document = document
        self._numbers = Numbers(document.blocks)
        blocks = document.blocks
        others = blocks.others if isinstance(blocks, Blocks) else enumerate(blocks)
        headings = [(index, block) for index, block in others if block.kind == "heading"]
        self.headings: Sequence[int] = array("I", (index for index, _ in headings))
        self._starts = array("I", (block.start for _, block in headings))
        self._levels = bytes(block.level for _, block in headings)
        self._top = min(self._levels, default=0)
        self._ends = _section_ends(self._starts, self._levels, len(document.text))
        claims = [item for item in items if item.is_claim]
        self._claims = array("I", (item.span[0] for item in claims))
        self._unreviewed = array("I", accumulate((item.unreviewed for item in claims), initial=0))

    @property
    def has_headings(self) -> bool:
        """Whether the headings alone are an outline."""
        return len(self.headings) >= _ENOUGH

    @property
    def all(self) -> Sequence[int]:
        """The headings and the paragraphs, as indexes of blocks."""
        of, headings = self._numbers.of, set(self.headings)
        count = len(self._document.blocks)
        return array("I", (index for index in range(count) if index in headings or of(index) is not None))

    def numbered(self, number: int) -> int | None:
        """The index of the paragraph that has ``number``; None where none has."""
        return self._numbers.block(number)

    def part(self, index: int) -> Part:
        """What begins with block ``index``, a heading or a paragraph."""
        block = self._document.blocks[index]
        above = bisect_right(self._starts, block.start) - 1
        if block.kind == "heading":
            return Part(block.start, self._ends[above], block.level - self._top, None, self.words(index))
        depth = self._levels[above] - self._top + 1 if above >= 0 else 0
        return Part(block.start, block.end, depth, self._numbers.of(index), self.words(index))

    def words(self, index: int) -> str:
        """What block ``index`` begins with, as it stands in the text."""
        block = self._document.blocks[index]
        return self._document.text[block.start : min(block.end, block.start + _FIRST_WORDS)]

    def claims_in(self, part: Part) -> tuple[int, int]:
        """How many claims begin in ``part``, and how many of them are not reviewed."""
        first, last = bisect_left(self._claims, part.start), bisect_left(self._claims, part.end)
        return last - first, self._unreviewed[last] - self._unreviewed[first]

    def row_at(self, rows: Sequence[int], offset: int) -> int:
        """Which of ``rows``, rising indexes of blocks, holds ``offset``, or comes last before it; 0 where none does."""
        return max(0, bisect_right(rows, offset, key=lambda index: self._document.blocks[index].start) - 1)


def _section_ends(starts: Sequence[int], levels: Sequence[int], length: int) -> Sequence[int]:
    """Where each section ends: at the next heading that is not under its own."""
    ends = array("I", [length]) * len(starts)
    waiting: list[int] = []
    for number, level in enumerate(levels):
        while waiting and levels[waiting[-1]] >= level:
            ends[waiting.pop()] = starts[number]
        waiting.append(number)
    return ends

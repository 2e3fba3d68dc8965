"""The numbers of an article's paragraphs, by which readers tell one another where something stands.

A number goes to every block of prose of the article's own: each paragraph, also those in quotations and list items,
from 1 on in text order. None goes to headings, which are referred to by their words; to tables, code and rules, which
are looked at as a whole; nor to footnotes, which bear labels of their own. So a number is the same at every width,
and whatever is drawn on the text. Pure.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from store.blocks import others
from store.document import Block


class Numbers:
    """The numbers of the paragraphs among ``blocks``; to ask for one costs the logarithm of their number.

    A book's blocks are nearly all plain paragraphs, so that only what has no number is remembered.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._unnumbered = array("I", (index for index, block in others(blocks) if not _numbered(block)))

    @property
    def total(self) -> int:
        """How many paragraphs there are."""
        return len(self._blocks) - len(self._unnumbered)

    def of(self, index: int) -> int | None:
        """The number of block ``index``, from 1; None where it has none."""
        before = bisect_left(self._unnumbered, index)
        if before < len(self._unnumbered) and self._unnumbered[before] == index:
            return None
        return index - before + 1

    def block(self, number: int) -> int | None:
        """The index of the block that has ``number``; None where none has."""
        if not 1 <= number <= self.total:
            return None
        # Before the block stand as many with numbers as its own, less one.
        return bisect_left(range(len(self._blocks)), number, key=lambda at: at + 1 - self._unnumbered_up_to(at))

    def _unnumbered_up_to(self, index: int) -> int:
        return bisect_right(self._unnumbered, index)

    def at(self, offset: int) -> int:
        """The number of the paragraph that holds ``offset``, a code point, else of the last before it; 0 for none."""
        begun = bisect_right(self._blocks, offset, key=_start)
        return begun - bisect_left(self._unnumbered, begun)


def _start(block: Block) -> int:
    return block.start


def _numbered(block: Block) -> bool:
    return block.kind == "paragraph" and not any(container.kind == "footnote" for container in block.within)

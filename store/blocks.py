"""Blocks by the ten thousand in little memory: a book's are nearly all plain paragraphs."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from store.document import Block


class Blocks(Sequence[Block]):
    """Blocks in text order, those that are plain paragraphs as two numbers each.

    Equal to any sequence of the same blocks.
    """

    __slots__ = ("_ends", "_others", "_starts")

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        # Of four bytes: no text that is read is as long as that could count (`store.importing.files.LIMIT`).
        self._starts, self._ends = array("I"), array("I")
        self._others: dict[int, Block] = {}
        for block in blocks:
            if block != Block("paragraph", block.start, block.end):
                self._others[len(self._starts)] = block
            self._starts.append(block.start)
            self._ends.append(block.end)

    @classmethod
    def paragraphs(cls, lengths: Iterable[int]) -> "Blocks":
        """Return plain paragraphs of ``lengths`` code points, each parted by one from the next."""
        blocks, at = cls(), 0
        for length in lengths:
            blocks._starts.append(at)
            blocks._ends.append(at + length)
            at += length + 1
        return blocks

    @property
    def others(self) -> Iterable[tuple[int, Block]]:
        """The blocks that are no plain paragraphs, each after its index, in text order."""
        return self._others.items()

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Block: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...

    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        place = range(len(self))[index]
        return self._others.get(place) or Block("paragraph", self._starts[place], self._ends[place])

    def __iter__(self) -> Iterator[Block]:
        others = self._others
        for place, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            yield others.get(place) or Block("paragraph", start, end)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Blocks):
            return (self._starts, self._ends, self._others) == (other._starts, other._ends, other._others)
        if not isinstance(other, Sequence) or len(self) != len(other):
            return NotImplemented if not isinstance(other, Sequence) else False
        return all(one == another for one, another in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Blocks({list(self)!r})"


def others(blocks: Sequence[Block]) -> Iterable[tuple[int, Block]]:
    """The ``blocks`` that may be no plain paragraphs, each after its index, in text order."""
    return blocks.others if isinstance(blocks, Blocks) else enumerate(blocks)

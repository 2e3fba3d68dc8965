"""The heights of many blocks, some still guessed: where each begins, and which holds a row."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_CHUNK = 512


class Heights:
    """Heights in rows; sums of chunks make a change or a look-up cost about the square root of their number."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._rows = list(heights)
        self._sums = [sum(self._rows[k : k + _CHUNK]) for k in range(0, len(self._rows), _CHUNK)]
        self.total = sum(self._sums)
        # Where the blocks end of the chunk that was last looked into: a screen asks for each of its rows.
        self._bottoms: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> int:
        return self._rows[index]

    def __setitem__(self, index: int, height: int) -> None:
        change = height - self._rows[index]
        self._rows[index] = height
        self._sums[index // _CHUNK] += change
        self.total += change
        self._bottoms.pop(index // _CHUNK, None)

    def top(self, index: int) -> int:
        """The row on which block ``index`` begins."""
        chunk = index // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._rows[chunk * _CHUNK : index])

    def find(self, row: int) -> tuple[int, int]:
        """The block that holds ``row`` and the row's place in it; the nearest block where ``row`` is outside."""
        row = max(0, min(row, self.total - 1))
        chunk, row = _holder(list(accumulate(self._sums)), row)
        first = chunk * _CHUNK
        if chunk not in self._bottoms:
            self._bottoms = {chunk: list(accumulate(self._rows[first : first + _CHUNK]))}
        index, row = _holder(self._bottoms[chunk], row)
        return first + index, row


def _holder(bottoms: list[int], row: int) -> tuple[int, int]:
    """Which of blocks that end at ``bottoms`` holds ``row``, and the row's place in it."""
    index = min(bisect_right(bottoms, row), max(0, len(bottoms) - 1))
    return index, row - (bottoms[index - 1] if index else 0)

"""Where a long text is cut for the network, and how its parts are put together again."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from claims.tagger.decoding import Floats
from claims.tagger.encoding import Encoded

LARGEST = 288  # pieces; attention grows with the square of it, and what is shared between windows is read twice
_DEEP = 60  # words from the edge at which nothing more is gained
CONTEXT = 40  # pieces that two windows share at least, so that no word is read at an edge


def windows(encoded: Encoded, largest: int = LARGEST, context: int = CONTEXT) -> Iterator[tuple[int, int]]:
    """Ranges of words ``[begin, end)`` of at most ``largest`` pieces, together all of the words.

    Consecutive windows share ``context`` pieces or somewhat more, and begin and end with a paragraph where that fits.
    ``largest`` must be at least twice ``context`` and `MOST_PIECES` together.
    """
    count = len(encoded.words)
    begin = 0
    while begin < count:
        end = int(np.searchsorted(encoded.first, encoded.first[begin] + largest, side="right")) - 1
        if end >= count:
            yield begin, count
            return
        starts = encoded.starts[bisect_right(encoded.starts, begin) : bisect_right(encoded.starts, end)]
        if starts and encoded.first[starts[-1]] - encoded.first[begin] > 2 * largest // 3:
            end = starts[-1]
        yield begin, end
        back = int(np.searchsorted(encoded.first, encoded.first[end] - context, side="right")) - 1
        shared = [word for word in starts if word <= back and encoded.first[back] - encoded.first[word] < context]
        begin = shared[-1] if shared else back


def depths(begin: int, end: int, count: int) -> NDArray[np.float64]:
    """How far each word of a window is from the nearest edge that was cut; the text's own ends are no edges."""
    words = np.arange(begin, end, dtype=np.float64)
    edges = np.full((2, end - begin), np.inf)
    if begin > 0:
        edges[0] = words - begin + 0.5  # the half, so that no word is as deep in two windows
    if end < count:
        edges[1] = end - words
    nearest: NDArray[np.float64] = edges.min(0)
    return nearest


Read = Callable[[int, int], Floats]


def stitched(
    encoded: Encoded,
    largest: int,
    context: int,
    read: Read,
    asked: Callable[[Read, Iterable[int], Iterable[int]], Iterable[Floats]] = map,
) -> Floats:
    """What ``read`` says of each word, ``[words, …]``, of which it is asked a window ``[begin, end)`` at a time.

    ``asked`` is how: one window after the other, or several at once.

    A word that is in two windows has the mean of what both say, each weighed by how far it is from the edge there.
    ``encoded`` has at least one word.
    """
    count = len(encoded.words)
    whole = np.zeros((count, 1), np.float32)
    found: Floats | None = None
    begins, ends = zip(*windows(encoded, largest, context), strict=True)
    for begin, end, said in zip(begins, ends, asked(read, begins, ends), strict=True):
        if found is None:
            found = np.zeros((count, said.shape[1]), np.float32)
        weight = np.minimum(depths(begin, end, count), _DEEP).astype(np.float32)[:, None] + 1
        found[begin:end] += weight * said
        whole[begin:end] += weight
    assert found is not None
    return np.asarray(found / whole)

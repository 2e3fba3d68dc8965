"""Which lines of a text kept their places in the next one, where others were moved past them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from store.anchoring.runs import once, shared

Pair = tuple[int, int]
"""A line of the old text and the one of the new that it became."""

_WORDS = 3
"""Words of a piece by which a line that was edited is known."""

_SHARE = 1 / 3
"""Of the pieces of the shorter line as many have to be in both."""

_EDITED, _EQUAL = 2, 1
"""What it is worth that a line kept its place: one that was moved and edited can only be told as gone and new."""


def staying(old: Sequence[str], new: Sequence[str], equal: Sequence[Pair]) -> set[Pair]:
    """Return which of the ``equal`` pairs, in the order of the old text, kept their places."""
    if all(one[1] < other[1] for one, other in pairwise(equal)):
        return set(equal)
    worth = dict.fromkeys(equal, _EQUAL) | dict.fromkeys(_edited(old, new, equal), _EDITED)
    return _heaviest(sorted(worth), worth).intersection(equal)


def _edited(old: Sequence[str], new: Sequence[str], equal: Collection[Pair]) -> list[Pair]:
    """The lines that are not equal but share many pieces that no others have."""
    a = _pieces(old, {i for i, _ in equal})
    b = _pieces(new, {j for _, j in equal})
    votes = Counter((a[i][1], b[j][1]) for i, j in shared(once(p for p, _ in a), once(p for p, _ in b)))
    sizes = [Counter(line for _, line in some) for some in (a, b)]
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for (i, j), count in votes.most_common():
        if i not in taken[0] and j not in taken[1] and count >= _SHARE * min(sizes[0][i], sizes[1][j]):
            taken[0].add(i)
            taken[1].add(j)
            found.append((i, j))
    return found


def _pieces(lines: Sequence[str], without: Collection[int]) -> list[tuple[str, int]]:
    """Runs of words, each with the line that it is in."""
    words = ((i, line.split()) for i, line in enumerate(lines) if i not in without)
    return [(" ".join(some[k : k + _WORDS]), i) for i, some in words for k in range(len(some) - _WORDS + 1)]


def _heaviest(pairs: Sequence[Pair], worth: dict[Pair, int]) -> set[Pair]:
    """The part of ``pairs``, whose firsts increase, whose seconds do as well, that is worth the most."""
    seconds = sorted(j for _, j in pairs)
    # Of each stretch of seconds what ends there best (a Fenwick tree of maxima), as an index of ``pairs``.
    tree = [-1] * (len(seconds) + 1)
    total: list[int] = []
    before: list[int] = []
    best = -1
    for index, pair in enumerate(pairs):
        rank = bisect_left(seconds, pair[1])
        last, at = -1, rank
        while at > 0:
            last = max(last, tree[at], key=lambda one: total[one] if one >= 0 else 0)
            at -= at & -at
        before.append(last)
        total.append(worth[pair] + (total[last] if last >= 0 else 0))
        at = rank + 1
        while at < len(tree):
            if tree[at] < 0 or total[tree[at]] < total[index]:
                tree[at] = index
            at += at & -at
        if best < 0 or total[index] > total[best]:
            best = index
    chain = set()
    while best >= 0:
        chain.add(pairs[best])
        best = before[best]
    return chain

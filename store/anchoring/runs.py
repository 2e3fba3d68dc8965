"""The runs of equal text in two texts that are certain to be the same, and the shortest way from one to the other.

After patience diff (Bram Cohen): what stands exactly once in both texts is aligned first, lines and then runs of
words. What is left between is aligned by longest common subsequence of words, read from the front and from the back:
of two alignments that are equally good neither is to be believed, so only what both agree on is certain.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from rapidfuzz.distance import Indel

from claims.model import Span
from store.anchoring.words import lines, tokens

K = TypeVar("K", bound=Hashable)

_Naming = Callable[[Iterable[str]], dict[Any, int]]
"""Where each of some shingles stands, by what it is called."""

_LINE = 20
"""Code points: shorter lines (“Advertisement”, “He said:”) may come and go and stand for one another."""

_SHINGLE = 7
"""Tokens, spaces among them: about four words."""

_LEAST = 8
"""Code points: shorter runs, but at the ends of the texts, may be equal by chance where a passage was written anew."""

_MOST = 100_000_000
"""Bits that aligning what is left of both texts may take, the product of their tokens: 12 MB and some tenths of a
second. Passages beyond that which share no run of words are not aligned."""


class Run(NamedTuple):
    """Equal text: ``old[start:end]`` is ``new[at:at + end - start]``."""

    start: int
    end: int
    at: int


def certain(old: str, new: str, told: Callable[[int], None] | None = None) -> tuple[list[Run], list[Run]]:
    """Return the certain runs in order, and the lines that were moved past one of them, both by where they stood.

    ``told`` is called with the code points of ``old`` that are done; what it raises comes through.
    """
    chained, moved = _equal_lines(old, new)
    joined = _joined(_filled(old, new, chained, told))
    edges = ((0, 0), (len(old), len(new)))
    sure = (run for run in joined if run.end - run.start >= _LEAST or not _ends(run).isdisjoint(edges))
    return list(sure), moved


def differing(old: str, new: str, old_gap: Span, new_gap: Span) -> Iterator[tuple[Span, Span]]:
    """Yield what is to be replaced in one stretch, and by what, on one of the shortest ways to the other."""
    a, b = tokens(old, old_gap), tokens(new, new_gap)
    i, j = old_gap[0], new_gap[0]
    if len(a.words) * len(b.words) <= _MOST:
        for k, m in _common(a.words, b.words):
            if i < a.spans[k][0] or j < b.spans[m][0]:
                yield (i, a.spans[k][0]), (j, b.spans[m][0])
            i, j = a.spans[k][1], b.spans[m][1]
    if i < old_gap[1] or j < new_gap[1]:
        yield (i, old_gap[1]), (j, new_gap[1])


def _equal_lines(old: str, new: str) -> tuple[list[Run], list[Run]]:
    """The lines that stand once in both texts: those in the same order, and those that were moved."""
    a, b = lines(old), lines(new)
    alike = shared(
        {word: i for word, i in once(a.words).items() if len(word) > _LINE},
        once(b.words),
    )
    chain = set(increasing(alike))
    runs = {pair: Run(*a.spans[pair[0]], b.spans[pair[1]][0]) for pair in alike}
    return [runs[pair] for pair in alike if pair in chain], [runs[pair] for pair in alike if pair not in chain]


def _filled(old: str, new: str, runs: Iterable[Run], told: Callable[[int], None] | None) -> Iterator[Run]:
    """``runs`` and, in order, the equal words in the gaps before, between and after them."""
    start = at = 0
    for run in (*runs, Run(len(old), len(old), len(new))):
        yield from _equal_words(old, new, (start, run.start), (at, run.at))
        yield run
        start, at = run.end, run.at + run.end - run.start
        if told is not None:
            told(start)


def _equal_words(old: str, new: str, old_gap: Span, new_gap: Span) -> Iterator[Run]:
    """The equal text of two stretches that stand for one another."""
    if old[slice(*old_gap)] == new[slice(*new_gap)]:
        yield Run(*old_gap, new_gap[0])
        return
    a, b = tokens(old, old_gap), tokens(new, new_gap)
    for i, j, size in _equal_tokens(a.words, b.words, _equal_shingles(a.words, b.words, once)):
        yield Run(a.spans[i][0], a.spans[i + size - 1][1], b.spans[j][0])


def _equal_tokens(
    a: Sequence[str], b: Sequence[str], shingles: Iterable[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Runs of equal tokens (index in a, in b, length): ``shingles``, and those in the gaps between them."""
    i = j = 0
    for x, y, size in (*shingles, (len(a), len(b), 0)):
        yield from ((i + k, j + m, some) for k, m, some in _certain(a[i:x], b[j:y]))
        if size:
            yield x, y, size
        i, j = x + size, y + size


def _equal_shingles(a: Sequence[str], b: Sequence[str], named: _Naming) -> list[tuple[int, int, int]]:
    """Runs of tokens (index in a, in b, length) that hold a shingle which is ``named`` the same in both."""
    found: list[tuple[int, int, int]] = []
    end_i = end_j = 0
    for i, j in increasing(shared(named(_shingles(a)), named(_shingles(b)))):
        if found and i - j == found[-1][0] - found[-1][1] and i <= end_i:
            found[-1] = (*found[-1][:2], i + _SHINGLE - found[-1][0])
        elif i >= end_i and j >= end_j:
            found.append((i, j, _SHINGLE))
        else:
            continue
        end_i, end_j = i + _SHINGLE, j + _SHINGLE
    return found


def _shingles(words: Sequence[str]) -> list[str]:
    # Joined, since a text keeps its hash and a tuple does not; no other tokens come to the same text.
    return list(map("".join, zip(*(words[k:] for k in range(_SHINGLE)), strict=False)))


def _certain(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The runs of a longest common subsequence that are the same from the front and from the back.

    Of more than can be compared word by word, which has not one shingle that stands once, such as a long text that
    repeats itself, those that stand as often in both are held to be each other, in their order.
    """
    if not (a and b):
        return
    if len(a) * len(b) > _MOST:
        shingles = _equal_shingles(a, b, _each)
        yield from _equal_tokens(a, b, shingles) if shingles else ()
        return
    back = {len(a) - 1 - i: len(b) - 1 - j for i, j in _common(a[::-1], b[::-1])}
    yield from ((i, j, 1) for i, j in _common(a, b) if back.get(i) == j)


def _common(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int]]:
    for code in Indel.opcodes(a, b):
        if code.tag == "equal":
            yield from zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)


def once(words: Iterable[K]) -> dict[K, int]:
    """Where each of ``words`` stands that stands there once."""
    words = list(words)
    often = Counter(words)
    return {word: index for index, word in enumerate(words) if often[word] == 1}


def _each(words: Iterable[K]) -> dict[tuple[K, int, int], int]:
    """Where each of ``words`` stands, by which of how many it is."""
    words = list(words)
    often, seen = Counter(words), Counter[K]()
    where: dict[tuple[K, int, int], int] = {}
    for index, word in enumerate(words):
        nth = seen[word]
        seen[word] = nth + 1
        where[word, nth, often[word]] = index
    return where


def shared(a: dict[K, int], b: dict[K, int]) -> list[tuple[int, int]]:
    """Where what stands in both ``a`` and ``b`` stands in each, in the order of ``a``."""
    return [(i, b[word]) for word, i in a.items() if word in b]


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of ``pairs``, whose firsts increase, whose seconds do as well (by patience sorting)."""
    tops: list[int] = []
    at_top: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(at_top[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        at_top[pile : pile + 1] = [index]
    chain = []
    index = at_top[-1] if at_top else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _ends(run: Run) -> set[tuple[int, int]]:
    return {(run.start, run.at), (run.end, run.at + run.end - run.start)}


def _joined(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.end == run.start and last.at + last.end - last.start == run.at:
            joined[-1] = last._replace(end=run.end)
        elif run.end > run.start:
            joined.append(run)
    return joined

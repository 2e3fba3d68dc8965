"""Which cue a content belongs to, and which source a cue: every pair gets a score, and each takes its best.

A score is a product of two learned vectors, taken at the ends of the spans, and a learned bias for how many other
candidates stand between and whether the two are in one paragraph. "None" is a candidate of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.tagger.decoding import Floats, WordSpan
from claims.tagger.encoding import Ints

SIZE = 64
"""Length of a vector."""
VECTORS = 4
"""Vectors of each word: content looks for cue, cue is looked for, cue looks for source, source is looked for."""
BUCKETS = 18
_FURTHEST = 4
_PARAGRAPHS = 3  # spans further apart than so many paragraphs do not belong together


@dataclass(frozen=True)
class LinkBiases:
    """``distance`` ``[2, BUCKETS]`` and ``none`` ``[2]``: for content to cue, and for cue to source."""

    distance: Floats
    none: Floats


def buckets(spans: Sequence[WordSpan], candidates: Sequence[WordSpan], paragraph: Ints) -> Ints:
    """Which bias each of ``candidates`` has as seen from each of ``spans``, ``[spans, candidates]``.

    It goes by how many candidates, which are in order, stand between, before or after, and by the paragraph of both.
    """
    at, there = _begins(spans), _begins(candidates)
    nearest_before = np.searchsorted(there, at) - 1
    rank = nearest_before[:, None] - np.arange(len(there))  # 0 for the nearest before, -1 for the nearest after
    same = paragraph[at][:, None] == paragraph[there]
    found: Ints = np.clip(rank, -_FURTHEST, _FURTHEST) + _FURTHEST + BUCKETS // 2 * same
    return found


def best_links(
    which: int,
    spans: Sequence[WordSpan],
    candidates: Sequence[WordSpan],
    vectors: Floats,
    paragraph: Ints,
    biases: LinkBiases,
) -> list[int | None]:
    """For each of ``spans`` the number of its best candidate; ``vectors`` are ``[words, VECTORS * SIZE]``.

    ``which`` is 0 for contents and their cues, 1 for cues and their sources.
    """
    if not spans or not candidates:
        return [None] * len(spans)
    looking = vectors[:, 2 * which * SIZE : (2 * which + 1) * SIZE]
    looked_for = vectors[:, (2 * which + 1) * SIZE : (2 * which + 2) * SIZE]
    scores = _ends(looking, spans) @ _ends(looked_for, candidates).T / SIZE**0.5
    scores += biases.distance[which][buckets(spans, candidates, paragraph)]
    apart = paragraph[_begins(spans)][:, None] - paragraph[_begins(candidates)]
    scores[abs(apart) > _PARAGRAPHS] = -np.inf
    best = scores.argmax(1)
    found = scores.max(1) > biases.none[which]
    return [int(number) if there else None for number, there in zip(best, found, strict=True)]


def _begins(spans: Sequence[WordSpan]) -> Ints:
    return np.array([begin for begin, _ in spans], np.int64)


def _ends(vectors: Floats, spans: Sequence[WordSpan]) -> Floats:
    """The mean of the vectors at both ends of each span."""
    return (vectors[_begins(spans)] + vectors[[end - 1 for _, end in spans]]) / 2

"""Labelled articles in batches for training: windows of about the same length, padded together."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from claims.tagger.decoding import LAYERS, WordSpan
from claims.tagger.encoding import FEATURE_SIZES, GUIDE, Ints
from claims.tagger.linking import buckets
from claims.tagger.wordpiece import WordPiece
from claims.training.labels import Labelled, Layer

Window = tuple[int, int, int]
"""The number of an article, the first word, and the word after the last."""


@dataclass
class Links:
    """Spans that look for their partner: contents for cues (``which`` 0), or cues for sources (1).

    ``spans`` and ``candidates`` ``[…, 3]`` are the window, the first and the last word of each, counted from the
    window's first. Of ``[spans, candidates]``: ``possible`` are those of one window and layer, and ``buckets`` number
    their biases; ``right`` ``[spans]`` are the right candidates, and as many as there are stands for none.
    """

    which: int
    spans: Tensor
    candidates: Tensor
    possible: Tensor
    buckets: Tensor
    right: Tensor


@dataclass
class Batch:
    """Windows of articles, filled up with zeros to the longest.

    ``pieces``, ``shown``, which are the same with some words hidden, and ``mask``, which is true where there is a
    piece, are ``[windows, pieces]``, ``features`` ``[windows, pieces, 4]``; ``first`` ``[windows, words]`` tells where
    each word begins in them. ``sequences`` ``[paragraphs, words]`` are numbers of words in the windows laid end to end,
    ``there`` tells which are, ``tags`` is ``[LAYERS, paragraphs, words]``; ``nested`` ``[paragraphs]`` is true where
    the second layer counts, ``told`` where the tags do.
    """

    pieces: Tensor
    shown: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    sequences: Tensor
    there: Tensor
    tags: Tensor
    nested: Tensor
    told: Tensor
    links: list[Links]

    def counted(self, layer: int) -> Tensor:
        """``[paragraphs]``: where this layer counts."""
        return self.nested if layer else torch.ones_like(self.nested)

    def to(self, device: torch.device) -> "Batch":
        """The batch on ``device``."""
        return replace(_moved(self, device), links=[_moved(one, device) for one in self.links])


_Holder = TypeVar("_Holder", Links, Batch)


def _moved(one: _Holder, device: torch.device) -> _Holder:
    """``one`` with its tensors on ``device``."""
    return replace(one, **{name: value.to(device) for name, value in vars(one).items() if isinstance(value, Tensor)})


def batches(
    articles: Sequence[Labelled], vocabulary: WordPiece, *, largest: int, pieces: int, masked: float, rng: random.Random
) -> Iterator[Batch]:
    """All of ``articles`` once, in random order, in windows of at most ``largest`` pieces, at most ``pieces`` a batch.

    ``masked`` is the share of words that the network is not shown.
    """
    windows = [(number, *window) for number, one in enumerate(articles) for window in _cut(one, largest, rng)]

    def size(window: Window) -> int:
        first = articles[window[0]].encoded.first
        return int(first[window[2]] - first[window[1]]) + 2

    windows.sort(key=lambda window: size(window) + rng.uniform(-24, 24))
    planned: list[list[Window]] = [[]]
    longest = 0
    for window in windows:
        longest = max(longest, size(window))
        if planned[-1] and longest * (len(planned[-1]) + 1) > pieces:
            planned.append([])
            longest = size(window)
        planned[-1].append(window)
    rng.shuffle(planned)
    for plan in filter(None, planned):  # the first has nothing in it where there is nothing at all
        yield _batch(articles, plan, vocabulary, masked, rng)


def _cut(article: Labelled, largest: int, rng: random.Random) -> Iterator[tuple[int, int]]:
    """Windows that share nothing; their borders differ from time to time."""
    encoded = article.encoded
    count = len(encoded.words)
    begin = 0
    room = rng.randint(largest // 3, largest)
    while begin < count:
        end = int(np.searchsorted(encoded.first, encoded.first[begin] + room, side="right")) - 1
        end = max(end, begin + 1)
        if end < count:
            inside = [word for word in encoded.starts if begin < word <= end]
            end = inside[-1] if inside else end
        yield begin, min(end, count)
        begin = end
        room = largest


def _batch(
    articles: Sequence[Labelled], plan: Sequence[Window], vocabulary: WordPiece, masked: float, rng: random.Random
) -> Batch:
    inputs = []
    for number, begin, end in plan:
        article = articles[number]
        pieces, features, first = article.encoded.inputs(begin, end, article.convention, vocabulary)
        inputs.append((pieces, _masked(pieces, first, vocabulary, masked, rng), features, first))
    longest = max(len(pieces) for pieces, *_ in inputs)
    most = max(len(first) for *_, first in inputs)
    piece, shown = np.zeros((2, len(plan), longest), np.int64)
    feature = np.zeros((len(plan), longest, len(FEATURE_SIZES)), np.int64)
    mask = np.zeros((len(plan), longest), bool)
    firsts = np.zeros((len(plan), most), np.int64)
    sequences: list[Ints] = []
    tags: list[list[Ints]] = [[] for _ in range(LAYERS)]
    nested: list[bool] = []
    told: list[bool] = []
    blocks: list[_Block] = []
    for row, ((number, begin, end), (pieces, hidden, features, first)) in enumerate(zip(plan, inputs, strict=True)):
        piece[row, : len(pieces)], shown[row, : len(pieces)] = pieces, hidden
        feature[row, : len(pieces)], mask[row, : len(pieces)] = features, True
        firsts[row, : len(first)] = first
        article = articles[number]
        borders = [begin, *(word for word in article.encoded.starts if begin < word < end), end]
        for start, stop in pairwise(borders):
            sequences.append(np.arange(start, stop) - begin + row * most)
            for its_tags, layer in zip(tags, article.layers, strict=True):
                its_tags.append(layer.tags[start:stop])
            nested.append(article.convention == GUIDE)
            told.append(article.told)
        for layer in _layers_told(article):
            blocks += _blocks(article, layer, row, begin, end)
    there = _padded([np.ones(len(one), np.int64) for one in sequences]).astype(bool)
    return Batch(
        pieces=torch.from_numpy(piece),
        shown=torch.from_numpy(shown),
        features=torch.from_numpy(feature),
        mask=torch.from_numpy(mask),
        first=torch.from_numpy(firsts),
        sequences=torch.from_numpy(_padded(sequences)),
        there=torch.from_numpy(there),
        tags=torch.from_numpy(np.stack([_padded(one) for one in tags])),
        nested=torch.tensor(nested),
        told=torch.tensor(told),
        links=[_joined([one for one in blocks if one.which == which]) for which in sorted({b.which for b in blocks})],
    )


def _layers_told(article: Labelled) -> Sequence[Layer]:
    """The layers of labels that somebody annotated: PolNeAR has but one."""
    if not article.told:
        return []
    return article.layers if article.convention == GUIDE else article.layers[:1]


def _padded(rows: Sequence[Ints]) -> Ints:
    """``[rows, longest]``, filled up with zeros."""
    table = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return table


def _masked(pieces: Ints, first: Ints, vocabulary: WordPiece, share: float, rng: random.Random) -> Ints:
    """The pieces with some words hidden, so that the network does not lean on single words."""
    hidden = pieces.copy()
    ends = [*first[1:], len(pieces) - 1]
    for start, end in zip(first, ends, strict=True):
        if rng.random() < share:
            hidden[start:end] = vocabulary.mask
    return hidden


@dataclass(frozen=True)
class _Block:
    """The links of one window and layer, as in `Links`; ``right`` are numbers of candidates here."""

    which: int
    window: int
    spans: Sequence[WordSpan]
    candidates: Sequence[WordSpan]
    buckets: Ints
    right: Sequence[int | None]


def _blocks(article: Labelled, layer: Layer, row: int, begin: int, end: int) -> Iterator[_Block]:
    """What is to be linked in the words ``[begin, end)`` of window ``row``, but for what looks for a span outside."""

    def here(span: WordSpan | None) -> bool:
        return span is None or (begin <= span[0] and span[1] <= end)

    def places(spans: Sequence[WordSpan]) -> Sequence[WordSpan]:
        return [(first - begin, after - 1 - begin) for first, after in spans]

    cues = sorted(filter(here, layer.sources))
    sources = sorted({source for source in layer.sources.values() if source is not None and here(source)})
    for which, partner, candidates in ((0, layer.cues, cues), (1, layer.sources, sources)):
        numbers: dict[WordSpan | None, int | None] = {span: number for number, span in enumerate(candidates)}
        numbers[None] = None
        spans = sorted(span for span, its in partner.items() if here(span) and here(its))
        if spans and candidates:
            yield _Block(
                which,
                row,
                places(spans),
                places(candidates),
                buckets(spans, candidates, article.encoded.paragraph),
                [numbers[partner[span]] for span in spans],
            )


def _joined(blocks: Sequence[_Block]) -> Links:
    """All of ``blocks``, of which there is one at least, in one table, so that a GPU has few things to do."""
    count = sum(len(one.candidates) for one in blocks)
    possible = np.zeros((sum(len(one.spans) for one in blocks), count), bool)
    numbers = np.zeros(possible.shape, np.int64)
    right: list[int] = []
    row = column = 0
    for one in blocks:
        table = slice(row, row + len(one.spans)), slice(column, column + len(one.candidates))
        possible[table], numbers[table] = True, one.buckets
        right += [count if number is None else column + number for number in one.right]
        row, column = table[0].stop, table[1].stop
    return Links(
        which=blocks[0].which,
        spans=torch.tensor([(one.window, *span) for one in blocks for span in one.spans]),
        candidates=torch.tensor([(one.window, *span) for one in blocks for span in one.candidates]),
        possible=torch.from_numpy(possible),
        buckets=torch.from_numpy(numbers),
        right=torch.tensor(right),
    )

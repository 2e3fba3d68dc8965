"""Labelled articles in batches for training: windows of about the same length, padded together."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from claims.tagger.decoding import LAYERS, TAGS, Floats, WordSpan
from claims.tagger.encoding import FEATURE_SIZES, GUIDE, Ints
from claims.tagger.linking import buckets
from claims.tagger.wordpiece import WordPiece
from claims.training.labels import Labelled, Layer

Window = tuple[int, int, int]
"""The number of an article, the first word, and the word after the last."""


@dataclass
class Links:
    """Spans of one window that look for their partner: contents for cues (``which`` 0), or cues for sources (1).

    ``spans`` and ``candidates`` ``[…, 2]`` are the first and the last word of each, counted from the window's first;
    ``buckets`` ``[spans, candidates]`` number the biases; ``right`` ``[spans]`` the right candidates, and as many as
    there are stands for none.
    """

    window: int
    which: int
    spans: Tensor
    candidates: Tensor
    buckets: Tensor
    right: Tensor


@dataclass
class Batch:
    """Windows of articles, filled up with zeros to the longest.

    ``pieces`` and ``mask``, which is true where there is a piece, are ``[windows, pieces]``, ``features`` ``[windows,
    pieces, 4]``; ``first`` ``[windows, words]`` tells where each word begins in them. ``sequences`` ``[paragraphs,
    words]`` are numbers of words in the windows laid end to end, ``there`` tells which are, ``tags`` is ``[LAYERS,
    paragraphs, words]``; ``nested`` ``[paragraphs]`` is true where the second layer counts, ``told`` where the tags do.
    ``taught`` ``[teachers, paragraphs, words, LAYERS * TAGS]`` are the scores of teachers, of whom there may be none;
    ``led`` ``[paragraphs]`` tells where there are any.
    """

    pieces: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    sequences: Tensor
    there: Tensor
    tags: Tensor
    nested: Tensor
    told: Tensor
    led: Tensor
    taught: Tensor
    links: list[Links]

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
        inputs.append((_masked(pieces, first, vocabulary, masked, rng), features, first))
    longest = max(len(pieces) for pieces, _, _ in inputs)
    most = max(len(first) for _, _, first in inputs)
    piece = np.zeros((len(plan), longest), np.int64)
    feature = np.zeros((len(plan), longest, len(FEATURE_SIZES)), np.int64)
    mask = np.zeros((len(plan), longest), bool)
    firsts = np.zeros((len(plan), most), np.int64)
    sequences: list[Ints] = []
    tags: list[list[Ints]] = [[] for _ in range(LAYERS)]
    nested: list[bool] = []
    told: list[bool] = []
    taught: list[Floats | None] = []
    links: list[Links] = []
    for row, ((number, begin, end), (pieces, features, first)) in enumerate(zip(plan, inputs, strict=True)):
        piece[row, : len(pieces)], feature[row, : len(pieces)], mask[row, : len(pieces)] = pieces, features, True
        firsts[row, : len(first)] = first
        article = articles[number]
        borders = [begin, *(word for word in article.encoded.starts if begin < word < end), end]
        for start, stop in pairwise(borders):
            sequences.append(np.arange(start, stop) - begin + row * most)
            for its_tags, layer in zip(tags, article.layers, strict=True):
                its_tags.append(layer.tags[start:stop])
            nested.append(article.convention == GUIDE)
            told.append(article.told)
            taught.append(None if article.taught is None else article.taught[:, start:stop])
        for layer in _layers_told(article):
            links += _links(article, layer, row, begin, end)
    there = _padded([np.ones(len(one), np.int64) for one in sequences]).astype(bool)
    return Batch(
        pieces=torch.from_numpy(piece),
        features=torch.from_numpy(feature),
        mask=torch.from_numpy(mask),
        first=torch.from_numpy(firsts),
        sequences=torch.from_numpy(_padded(sequences)),
        there=torch.from_numpy(there),
        tags=torch.from_numpy(np.stack([_padded(one) for one in tags])),
        nested=torch.tensor(nested),
        told=torch.tensor(told),
        led=torch.tensor([one is not None for one in taught]),
        taught=_taught(taught, len(sequences), there.shape[1]),
        links=links,
    )


def _layers_told(article: Labelled) -> Sequence[Layer]:
    """The layers of labels that somebody annotated: PolNeAR has but one."""
    if not article.told:
        return []
    return article.layers if article.convention == GUIDE else article.layers[:1]


def _taught(scores: Sequence[Floats | None], sequences: int, words: int) -> Tensor:
    """``[teachers, sequences, words, LAYERS * TAGS]``, filled up with zeros; no teachers where nothing is taught."""
    teachers = max((len(one) for one in scores if one is not None), default=0)
    table = np.zeros((teachers, sequences, words, LAYERS * TAGS), np.float32)
    for number, one in enumerate(scores):
        if one is not None:
            table[:, number, : one.shape[1]] = one
    return torch.from_numpy(table)


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


def _links(article: Labelled, layer: Layer, row: int, begin: int, end: int) -> Iterator[Links]:
    """What is to be linked in the words ``[begin, end)`` of window ``row``, but for what looks for a span outside."""

    def here(span: WordSpan | None) -> bool:
        return span is None or (begin <= span[0] and span[1] <= end)

    def places(spans: Sequence[WordSpan]) -> Tensor:
        return torch.tensor([(first - begin, after - 1 - begin) for first, after in spans])

    cues = sorted(filter(here, layer.sources))
    sources = sorted({source for source in layer.sources.values() if source is not None and here(source)})
    for which, partner, candidates in ((0, layer.cues, cues), (1, layer.sources, sources)):
        numbers: dict[WordSpan | None, int] = {span: number for number, span in enumerate(candidates)}
        numbers[None] = len(candidates)
        spans = sorted(span for span, its in partner.items() if here(span) and here(its))
        if spans and candidates:
            yield Links(
                window=row,
                which=which,
                spans=places(spans),
                candidates=places(candidates),
                buckets=torch.from_numpy(buckets(spans, candidates, article.encoded.paragraph)),
                right=torch.tensor([numbers[partner[span]] for span in spans]),
            )

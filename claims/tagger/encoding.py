"""A text as the network sees it: words, their pieces, and what is known of each word without learning."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from claims.model import Span
from claims.paragraphs import Paragraph
from claims.quotations import quotations_in
from claims.tagger.wordpiece import WordPiece

WORD = re.compile(r"\w+(?:['’.\-]\w+)*|[^\w\s]")
"""A word with its inner apostrophes, hyphens and points, or one sign: the unit that is tagged, and scored."""

FEATURE_SIZES = (5, 4, 2, 2)
"""How many values each feature of a word has: case, place in a quotation, first of its paragraph, convention."""

POLNEAR, GUIDE = 0, 1
"""The conventions of marking: the corpus's own, and the project's guide, which is narrower and marks nested claims."""

MOST_PIECES = 64
"""Pieces of a word that the network reads: a chain of a thousand hyphens is one word, and would fit no window."""

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Encoded:
    """The words of some paragraphs and the pieces that they are made of.

    ``words`` are spans of the text; ``paragraph`` is, for each word, the number of its paragraph; ``features`` is
    ``[words, 3]``; ``pieces`` holds the numbers of the pieces and ``owner`` the word of each; a word's pieces, one to
    `MOST_PIECES`, stand together, from ``first[word]`` to ``first[word + 1]``.
    """

    words: tuple[Span, ...]
    paragraph: Ints
    features: Ints
    pieces: Ints
    owner: Ints
    first: Ints

    @cached_property
    def starts(self) -> list[int]:
        """Numbers of the words that begin a paragraph."""
        return [int(word) for word in np.flatnonzero(self.features[:, 2])]

    def inputs(self, begin: int, end: int, convention: int, vocabulary: WordPiece) -> tuple[Ints, Ints, Ints]:
        """The network's input for the words ``[begin, end)``, between the first and the last piece.

        Returns pieces ``[n]``, features ``[n, 4]`` and for each word where its first piece stands in them.
        """
        first, last = int(self.first[begin]), int(self.first[end])
        pieces = np.concatenate([[vocabulary.first], self.pieces[first:last], [vocabulary.last]])
        features = np.zeros((len(pieces), len(FEATURE_SIZES)), np.int64)
        owner = self.owner[first:last]
        features[1:-1, :3] = self.features[owner]
        features[1:-1, 2] &= np.arange(first, last) == self.first[owner]
        features[:, 3] = convention
        return pieces, features, self.first[begin:end] - first + 1


def encode(text: str, paragraphs: Sequence[Paragraph], vocabulary: WordPiece) -> Encoded:
    """The words of ``paragraphs`` of ``text``."""
    words: list[Span] = []
    counts: list[int] = []  # words of each paragraph
    features: list[tuple[int, int, bool]] = []
    pieces: list[int] = []
    first: list[int] = []
    for paragraph in paragraphs:
        inside = _places(text, paragraph)
        found, starts = vocabulary.pieces(text[paragraph.start : paragraph.end])
        starts.append(len(text))  # where none begins
        at, before = 0, len(words)
        for match in WORD.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            features.append((_case(match.group()), inside[start - paragraph.start], len(words) == before))
            words.append((start, end))
            first.append(len(pieces))
            begins = at
            while starts[at] < end - paragraph.start:
                at += 1
            # None of its own: signs that the tokenizer drops, or that it has joined to the word before.
            pieces += found[begins : min(at, begins + MOST_PIECES)] or [vocabulary.unknown]
        counts.append(len(words) - before)
    first.append(len(pieces))
    return Encoded(
        tuple(words),
        np.repeat(np.arange(len(paragraphs)), np.array(counts, np.int64)),
        np.array(features, np.int64).reshape(-1, 3),
        np.array(pieces, np.int64),
        np.repeat(np.arange(len(words)), np.diff(first)),
        np.array(first, np.int64),
    )


def _case(word: str) -> int:
    """0 a sign, 1 small letters, 2 a capital first, 3 capitals throughout, 4 a number."""
    if not word[0].isalnum():
        return 0
    if word[0].isdigit():
        return 4
    if not word[0].isupper():
        return 1
    return 3 if len(word) > 1 and word.isupper() else 2


def _places(text: str, paragraph: Paragraph) -> list[int]:
    """For each code point of the paragraph: 0 outside quotations, 1 inside, 2 the mark that opens, 3 that closes."""
    places = [0] * (paragraph.end - paragraph.start)
    for quotation in quotations_in(text, paragraph.start, paragraph.end):
        start, end = quotation.start - paragraph.start, quotation.end - paragraph.start
        places[start:end] = [1] * (end - start)
        places[start] = 2
        if not text[quotation.end - 1].isalnum() and text[quotation.end - 1] in "”’\"'»«“›‘":
            places[end - 1] = 3
    return places

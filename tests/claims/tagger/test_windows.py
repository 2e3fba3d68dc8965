"""A long text is cut into windows that overlap, so that every word is read with what stands around it."""

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.tagger.encoding import MOST_PIECES, Encoded
from claims.tagger.windows import CONTEXT, LARGEST, depths, windows


def made(lengths: list[int], starts: set[int] = frozenset()) -> Encoded:
    """Words of so many pieces each; paragraphs begin at the words ``starts``, and at the first."""
    count = len(lengths)
    features = np.zeros((count, 3), np.int64)
    features[[0, *(start for start in starts if start < count)] if count else [], 2] = 1
    first = np.array([0, *np.cumsum(lengths)], np.int64)
    pieces = np.zeros(int(first[-1]), np.int64)
    paragraph = np.cumsum(features[:, 2]) - 1
    return Encoded(tuple((i, i + 1) for i in range(count)), paragraph, features, pieces, pieces, first)


def of_words_up_to(most: int) -> st.SearchStrategy[Encoded]:
    """Texts of some hundred words of up to ``most`` pieces, in paragraphs of all sizes."""

    def text(seed: int, count: int, each: int) -> Encoded:
        rng = random.Random(seed)
        lengths = [rng.randint(1, most) for _ in range(count)]
        return made(lengths, {word for word in range(count) if rng.randrange(each) == 0})

    return st.builds(text, st.integers(0, 10_000), st.integers(0, 400), st.sampled_from([3, 20, 100, 1_000]))


MOST_OF_SMALL = 4
SMALL_WORDS = of_words_up_to(MOST_OF_SMALL)
TEXTS = SMALL_WORDS | of_words_up_to(MOST_PIECES)


@settings(max_examples=50)
@given(TEXTS)
def test_windows_cover_all_words_and_go_forward(encoded: Encoded) -> None:
    found = list(windows(encoded))
    assert {word for begin, end in found for word in range(begin, end)} == set(range(len(encoded.words)))
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(found))


@settings(max_examples=50)
@given(TEXTS)
def test_no_window_is_larger_than_allowed(encoded: Encoded) -> None:
    assert all(encoded.first[end] - encoded.first[begin] <= LARGEST for begin, end in windows(encoded))


@settings(max_examples=50)
@given(TEXTS)
def test_windows_share_their_context_and_not_much_more(encoded: Encoded) -> None:
    for (_, end), (begin, _) in pairwise(windows(encoded)):
        assert CONTEXT <= encoded.first[end] - encoded.first[begin] < 2 * CONTEXT + MOST_PIECES


@settings(max_examples=50)
@given(SMALL_WORDS)
def test_every_word_is_some_way_from_the_edge_in_one_of_the_windows(encoded: Encoded) -> None:
    count = len(encoded.words)
    deepest = np.zeros(count)
    for begin, end in windows(encoded):
        deepest[begin:end] = np.maximum(deepest[begin:end], depths(begin, end, count))
    assert (deepest > CONTEXT / MOST_OF_SMALL / 2).all()


def test_a_short_text_is_one_window() -> None:
    assert list(windows(made([1] * LARGEST))) == [(0, LARGEST)]
    assert list(windows(made([]))) == []


def test_a_window_ends_with_a_paragraph_where_one_ends_in_its_last_third() -> None:
    (_, end), *_ = windows(made([1] * 400, {150, 250}))
    assert end == 250


def test_a_window_begins_with_a_paragraph_that_begins_a_little_before_what_is_shared() -> None:
    _, (begin, _) = windows(made([1] * 400, {190, 250}))
    assert begin == 190
    _, (begin, _) = windows(made([1] * 400, {100, 250}))
    assert begin == 250 - CONTEXT


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        pytest.param(0, 4, [np.inf] * 4, id="a whole text has no edge"),
        pytest.param(1, 4, [0.5, 1.5, 2.5], id="cut before"),
        pytest.param(0, 3, [3, 2, 1], id="cut after"),
        pytest.param(1, 3, [0.5, 1], id="cut on both sides"),
    ],
)
def test_depth_counts_words_from_where_the_text_was_cut(begin: int, end: int, expected: list[float]) -> None:
    assert depths(begin, end, 4).tolist() == expected

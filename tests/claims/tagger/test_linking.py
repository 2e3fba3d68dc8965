"""Contents find their cues, and cues their sources."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.tagger.decoding import Floats, WordSpan
from claims.tagger.encoding import Ints
from claims.tagger.linking import BUCKETS, SIZE, VECTORS, LinkBiases, best_links, buckets

CONTENT_TO_CUE, CUE_TO_SOURCE = 0, 1
SAME, AWAY = BUCKETS // 2, 0
NEAREST_AFTER, NEAREST_BEFORE = 3, 4


def biases(*, none: float = 0.0, near: float = 0.0) -> LinkBiases:
    """Biases that say nothing, but for ``near``: what is nearest, before or after, in the same paragraph."""
    distance = np.zeros((2, BUCKETS))
    distance[:, [SAME + NEAREST_BEFORE, SAME + NEAREST_AFTER]] = near
    return LinkBiases(distance, np.full(2, none))


def unlike(words: int) -> Floats:
    """Vectors of which no two have anything in common."""
    return np.zeros((words, VECTORS * SIZE))


def looking(vectors: Floats, which: int, one: int, other: int, likeness: float) -> Floats:
    """``vectors``, with word ``one`` looking for something like word ``other``."""
    vectors = vectors.copy()
    vectors[one, 2 * which * SIZE] = likeness
    vectors[other, (2 * which + 1) * SIZE] = SIZE**0.5
    return vectors


def in_paragraphs(*lengths: int) -> Ints:
    return np.repeat(np.arange(len(lengths)), lengths)


def test_each_takes_the_one_it_looks_for() -> None:
    vectors = looking(unlike(10), CONTENT_TO_CUE, 0, 9, 3.0)
    assert best_links(CONTENT_TO_CUE, [(0, 1)], [(4, 5), (9, 10)], vectors, in_paragraphs(10), biases()) == [1]


def test_contents_and_cues_do_not_look_with_the_same_eyes() -> None:
    vectors = looking(unlike(10), CONTENT_TO_CUE, 0, 9, 3.0)
    assert best_links(CUE_TO_SOURCE, [(0, 1)], [(4, 5), (9, 10)], vectors, in_paragraphs(10), biases()) == [None]


def test_both_ends_of_a_span_are_heard() -> None:
    vectors = looking(unlike(10), CONTENT_TO_CUE, 2, 9, 3.0)
    assert best_links(CONTENT_TO_CUE, [(0, 3)], [(4, 5), (8, 10)], vectors, in_paragraphs(10), biases()) == [1]


def test_with_nothing_else_to_go_by_the_nearest_is_taken() -> None:
    candidates = [(0, 1), (3, 4), (7, 8)]
    found = best_links(CONTENT_TO_CUE, [(4, 6)], candidates, unlike(10), in_paragraphs(10), biases(near=1.0))
    assert found == [1]


def test_none_is_taken_where_it_is_worth_more() -> None:
    vectors = looking(unlike(10), CONTENT_TO_CUE, 0, 9, 3.0)
    for none, expected in ((2.9, 0), (3.1, None)):
        found = best_links(CONTENT_TO_CUE, [(0, 1)], [(9, 10)], vectors, in_paragraphs(10), biases(none=none))
        assert found == [expected]


def test_none_is_taken_where_there_is_nothing_to_take() -> None:
    assert best_links(CONTENT_TO_CUE, [(0, 1), (2, 3)], [], unlike(4), in_paragraphs(4), biases()) == [None, None]
    assert best_links(CONTENT_TO_CUE, [], [(0, 1)], unlike(4), in_paragraphs(4), biases()) == []


@pytest.mark.parametrize(("apart", "expected"), [(3, 0), (4, None)])
def test_what_is_more_than_three_paragraphs_away_is_never_taken(apart: int, expected: int | None) -> None:
    paragraph = in_paragraphs(*[1] * (apart + 1))
    for one, other in ((0, apart), (apart, 0)):
        vectors = looking(unlike(apart + 1), CONTENT_TO_CUE, one, other, 50.0)
        found = best_links(CONTENT_TO_CUE, [(one, one + 1)], [(other, other + 1)], vectors, paragraph, biases())
        assert found == [expected]


def test_a_bucket_tells_rank_side_and_paragraph() -> None:
    candidates = [(0, 1), (2, 3), (6, 7), (8, 9)]
    found = buckets([(4, 5)], candidates, in_paragraphs(7, 3))[0]
    assert found.tolist() == [
        *(SAME + NEAREST_BEFORE + 1, SAME + NEAREST_BEFORE, SAME + NEAREST_AFTER, AWAY + NEAREST_AFTER - 1),
    ]


SPANS = st.lists(st.integers(0, 59), unique=True, max_size=20).map(lambda all_: [(a, a + 1) for a in sorted(all_)])


@given(SPANS, SPANS, st.lists(st.integers(0, 59), max_size=6))
def test_a_bucket_counts_the_candidates_between(
    spans: list[WordSpan], candidates: list[WordSpan], breaks: list[int]
) -> None:
    paragraph = np.array([sum(one <= word for one in breaks) for word in range(60)])
    found = buckets(spans, candidates, paragraph)
    assert found.shape == (len(spans), len(candidates))
    for span, row in zip(spans, found, strict=True):
        for candidate, bucket in zip(candidates, row, strict=True):
            if candidate < span:
                rank = sum(candidate < other < span for other in candidates)
            else:
                rank = -1 - sum(span <= other < candidate for other in candidates)
            same = paragraph[candidate[0]] == paragraph[span[0]]
            assert bucket == max(-4, min(4, rank)) + 4 + (SAME if same else AWAY)

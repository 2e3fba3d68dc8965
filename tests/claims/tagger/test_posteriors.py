"""How sure the network is of a span is the share of the sequences that have it."""

from itertools import accumulate, pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.tagger.decoding import ROLES, TAGS, Floats, Transitions, spans_of
from claims.tagger.posteriors import Posteriors
from tests.claims.tagger.test_decoding import SEQUENCE, TRANSITIONS, makes_sense, matrix, score

SOFT = TRANSITIONS.map(lambda one: Transitions(one.between / 8, one.begin / 8, one.end / 8))


@settings(max_examples=40)
@given(SEQUENCE, SOFT)
def test_a_span_has_the_share_of_all_sequences_that_make_sense_and_have_it(
    scores: Floats, transitions: Transitions
) -> None:
    scores = scores / 8
    every = [one for one in product(range(TAGS), repeat=len(scores)) if makes_sense(list(one))]
    weights = {one: np.exp(score(one, scores, transitions)) for one in every}
    whole = sum(weights.values())
    posteriors = Posteriors(scores, [0, len(scores)], transitions)
    for role in ROLES:
        for begin in range(len(scores)):
            for end in range(begin + 1, len(scores) + 1):
                expected = sum(w for one, w in weights.items() if (begin, end) in spans_of(one)[role]) / whole
                assert posteriors.share(role, (begin, end)) == pytest.approx(expected, abs=1e-6)


@settings(max_examples=40)
@given(st.lists(st.integers(1, 9).flatmap(lambda words: matrix(words, TAGS)), min_size=1, max_size=4), TRANSITIONS)
def test_a_paragraph_has_the_same_shares_alone_and_beside_others(
    sequences: list[Floats], transitions: Transitions
) -> None:
    borders = [0, *accumulate(map(len, sequences))]
    together = Posteriors(np.concatenate(sequences), borders, transitions)
    for scores, (first, after) in zip(sequences, pairwise(borders), strict=True):
        alone = Posteriors(scores, [0, len(scores)], transitions)
        assert together.share("cue", (first, after)) == pytest.approx(alone.share("cue", (0, len(scores))))
        assert 0 <= alone.share("content", (0, 1)) <= 1


def test_a_paragraph_of_thousands_of_words_comes_to_no_overflow() -> None:
    scores = np.tile(np.linspace(-30, 30, TAGS), (5000, 1))
    free = Transitions(np.zeros((TAGS, TAGS)), np.zeros(TAGS), np.zeros(TAGS))
    assert Posteriors(scores, [0, 5000], free).share("content", (0, 5000)) == pytest.approx(0.797, abs=0.001)
    assert Posteriors(scores, [0, 5000], free).share("source", (0, 2)) < 1e-6

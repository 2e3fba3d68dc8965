"""The best sequence of tags is found, and is one that means something."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from claims.tagger.decoding import ROLES, TAGS, Floats, Transitions, best_tags, forbidden, spans_of

FREE = Transitions(np.zeros((TAGS, TAGS)), np.zeros(TAGS), np.zeros(TAGS))
SCORE = st.floats(-20, 20, width=32)


def matrix(*shape: int) -> st.SearchStrategy[Floats]:
    return arrays.arrays(np.float32, shape, elements=SCORE)


TRANSITIONS = st.builds(Transitions, matrix(TAGS, TAGS), matrix(TAGS), matrix(TAGS))
SEQUENCE = st.integers(1, 4).flatmap(lambda words: matrix(words, TAGS))


def begins(role: str) -> int:
    return 1 + 2 * ROLES.index(role)


def goes_on(role: str) -> int:
    return 2 + 2 * ROLES.index(role)


def makes_sense(tags: list[int]) -> bool:
    """Whether every tag that goes on with a role comes after one of that role."""
    return all(tag == 0 or tag % 2 or before in (tag - 1, tag) for before, tag in pairwise([0, *tags]))


def score(tags: tuple[int, ...], scores: Floats, transitions: Transitions) -> float:
    steps = sum(float(transitions.between[one, other]) for one, other in pairwise(tags))
    words = sum(float(scores[word, tag]) for word, tag in enumerate(tags))
    return steps + words + float(transitions.begin[tags[0]]) + float(transitions.end[tags[-1]])


@settings(max_examples=50)
@given(SEQUENCE, TRANSITIONS)
def test_no_other_sequence_that_makes_sense_has_a_greater_score(scores: Floats, transitions: Transitions) -> None:
    (tags,) = best_tags([scores], transitions)
    every = [one for one in product(range(TAGS), repeat=len(scores)) if makes_sense(list(one))]
    best = max(score(one, scores, transitions) for one in every)
    assert abs(score(tuple(tags), scores, transitions) - best) < 1e-3


@settings(max_examples=50)
@given(st.lists(st.integers(1, 12).flatmap(lambda words: matrix(words, TAGS)), max_size=5), TRANSITIONS)
def test_nothing_goes_on_that_has_not_begun(sequences: list[Floats], transitions: Transitions) -> None:
    for tags in best_tags(sequences, transitions):
        assert makes_sense(tags)


@settings(max_examples=50)
@given(st.lists(st.integers(1, 9).flatmap(lambda words: matrix(words, TAGS)), max_size=5), TRANSITIONS)
def test_a_sequence_gets_the_same_tags_alone_and_beside_others(
    sequences: list[Floats], transitions: Transitions
) -> None:
    together = best_tags(sequences, transitions)
    assert together == [best_tags([one], transitions)[0] for one in sequences]
    assert [len(tags) for tags in together] == [len(one) for one in sequences]


def test_a_paragraph_cannot_begin_in_the_middle_of_a_span() -> None:
    scores = np.zeros((2, TAGS))
    scores[0, goes_on("content")] = 9
    scores[1, goes_on("content")] = 9
    assert best_tags([scores], FREE) == [[begins("content"), goes_on("content")]]


def test_what_is_forbidden_is_to_go_on_with_what_is_not_there() -> None:
    for one, other in product(range(TAGS), repeat=2):
        before = [one - 1, one] if one and one % 2 == 0 else [one]  # so that it may stand there
        assert (forbidden()[one, other] < 0) == (not makes_sense([*before, other]))


def test_spans_are_ranges_of_words_by_role() -> None:
    source, cue, content = (begins(role) for role in ROLES)
    tags = [content, content + 1, 0, source, cue, content, content, content + 1]
    assert spans_of(tags, 10) == {"source": [(13, 14)], "cue": [(14, 15)], "content": [(10, 12), (15, 16), (16, 18)]}


def test_no_tags_are_no_spans() -> None:
    assert spans_of([]) == {role: [] for role in ROLES}
    assert best_tags([], FREE) == []


@given(st.lists(st.integers(0, TAGS - 1), max_size=20).filter(makes_sense))
def test_spans_say_all_that_the_tags_say(tags: list[int]) -> None:
    again = [0] * len(tags)
    for role, spans in spans_of(tags).items():
        for begin, end in spans:
            again[begin:end] = [begins(role), *[goes_on(role)] * (end - begin - 1)]
    assert again == tags

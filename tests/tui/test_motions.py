"""Motions of the caret in a text, always from cluster to cluster."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.test_wrapping import TEXTS
from tui.widgets.article import motions
from tui.widgets.article.wrapping import cluster_at

TEXT = "The ministry said: “No.” It isn’t so. Really!\nNext one here"

FORWARD = [motions.right, motions.word_right, motions.word_end, motions.sentence_right, motions.paragraph_right]
BACK = [motions.left, motions.word_left, motions.sentence_left, motions.paragraph_left]


def visited(motion: Callable[[str, int], int], text: str, at: int) -> list[str]:
    """The words (or characters) that stand where the caret comes to."""
    words = []
    while (to := motion(text, at)) != at:
        words.append(text[slice(*motions.word_at(text, to))])
        at = to
    return words


def test_by_words() -> None:
    assert visited(motions.word_right, "The “No.” it isn’t", 0) == ["“", "No", ".”", "it", "isn’t", "isn’t"]
    assert visited(motions.word_left, "It isn’t so", 10) == ["so", "isn’t", "It"]
    assert motions.word_end("It isn’t so", 3) == 7
    assert visited(motions.word_right, "यह हिन्दी है.", 0) == ["हिन्दी", "है", "."]


def test_by_sentences_and_paragraphs() -> None:
    assert visited(motions.sentence_right, TEXT, 0)[:3] == ["It", "Really", "Next"]
    assert visited(motions.sentence_left, TEXT, TEXT.index("one")) == ["Next", "Really", "It", "The"]
    assert motions.paragraph_right(TEXT, 3) == TEXT.index("Next")
    assert motions.paragraph_left(TEXT, TEXT.index("one")) == TEXT.index("Next")
    assert motions.paragraph_left(TEXT, TEXT.index("Next")) == 0


def test_a_step_crosses_a_whole_cluster() -> None:
    assert motions.right("a👨‍👩‍👧‍👦b", 1) == 8
    assert motions.left("a👨‍👩‍👧‍👦b", 8) == 1


@pytest.mark.parametrize("motion", FORWARD + BACK + [motions.first, motions.last])
@given(text=TEXTS, at=st.integers(0, 59))
def test_every_motion_goes_its_way_and_lands_on_a_cluster(
    motion: Callable[[str, int], int], text: str, at: int
) -> None:
    at = cluster_at(text, min(at, max(0, len(text) - 1)))[0]
    to = motion(text, at)
    assert 0 <= to <= max(0, len(text) - 1)
    assert to == cluster_at(text, to)[0] or not text
    if motion in FORWARD:
        assert to >= at
    if motion in BACK:
        assert to <= at


def test_words_and_paragraphs_around_a_place() -> None:
    assert TEXT[slice(*motions.word_at(TEXT, 6))] == "ministry"
    assert TEXT[slice(*motions.paragraph_at(TEXT, TEXT.index("one")))] == "Next one here"
    assert motions.word_at("", 0) == (0, 0)

"""Motions of the caret in a text, always from cluster to cluster."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.text import Text
from store import pieces
from store.pieces import Pieces
from tests.tui.test_wrapping import TEXTS
from tui.widgets.article import motions
from tui.widgets.article.wrapping import cluster_at

TEXT = "The ministry said: “No.” It isn’t so. Really!\nNext one here"

FORWARD = [motions.right, motions.word_right, motions.word_end, motions.sentence_right, motions.paragraph_right]
EDGES = [motions.edge_begin_left, motions.edge_begin_right, motions.edge_end_left, motions.edge_end_right]
ENDS = [motions.sentence_end, motions.sentence_end_left, *EDGES]
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


MARKS = "The U.S.-led run-off of 1,200.50 was, he said, “up to U.S. voters” at 10:30 – don’t ask."


def test_what_stands_within_a_word_does_not_end_it() -> None:
    words = visited(motions.word_left, MARKS, len(MARKS) - 1)[::-1]
    assert " ".join(words).startswith(
        "The U.S.-led run-off of 1,200.50 was , he said , “ up to U.S. voters ” at 10:30 –"
    )
    assert MARKS[slice(*motions.word_at(MARKS, MARKS.index("off")))] == "run-off"
    assert MARKS[slice(*motions.grow(MARKS, MARKS.index("ff"), MARKS.index("ff") + 1))] == "run-off"


def test_the_edge_of_what_is_selected_stops_at_the_words_and_leaves_the_signs_around_them() -> None:
    ends = visited(motions.edge_end_right, MARKS, 0)
    assert " ".join(ends) == "The U.S.-led run-off of 1,200.50 was he said up to U.S. voters at 10:30 don’t ask"
    assert visited(motions.edge_end_left, MARKS, len(MARKS) - 1) == ends[::-1]
    assert visited(motions.edge_begin_left, MARKS, len(MARKS) - 1) == ends[::-1]
    assert visited(motions.edge_begin_right, MARKS, 0) == ends[1:]


@example("run-off, he said.")
@given(st.text(st.sampled_from(list("abc1 .,’-–“”\n\u0301漢क")), max_size=60))
def test_a_selection_that_grows_by_a_word_and_shrinks_by_one_is_as_it_was(text: str) -> None:
    for more, less, start in (
        (motions.edge_end_right, motions.edge_end_left, motions.edge_end_right(text, 0)),
        (motions.edge_begin_left, motions.edge_begin_right, motions.edge_begin_left(text, max(0, len(text) - 1))),
    ):
        at = start
        while (to := more(text, at)) != at:
            assert less(text, to) == at
            assert more(text, less(text, to)) == to
            at = to


def test_by_sentences_and_paragraphs() -> None:
    assert visited(motions.sentence_right, TEXT, 0)[:3] == ["It", "Really", "Next"]
    assert visited(motions.sentence_left, TEXT, TEXT.index("one")) == ["Next", "Really", "It", "The"]
    assert motions.paragraph_right(TEXT, 3) == TEXT.index("Next")
    assert motions.paragraph_left(TEXT, TEXT.index("one")) == TEXT.index("Next")
    assert motions.paragraph_left(TEXT, TEXT.index("Next")) == 0


def test_a_step_crosses_a_whole_cluster() -> None:
    assert motions.right("a👨‍👩‍👧‍👦b", 1) == 8
    assert motions.left("a👨‍👩‍👧‍👦b", 8) == 1
    assert motions.word_right(":\U000e0080", 0) == 0  # one cluster, though its second code point is no punctuation


@pytest.mark.parametrize("motion", FORWARD + BACK + ENDS + [motions.first, motions.last])
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


@pytest.mark.parametrize("motion", FORWARD + BACK + ENDS + [motions.first, motions.last])
@given(text=TEXTS, at=st.integers(0, 59), length=st.integers(1, 20))
def test_every_motion_goes_as_far_in_a_text_that_is_kept_in_pieces(
    motion: Callable[[Text, int], int], text: str, at: int, length: int
) -> None:
    at = cluster_at(text, min(at, max(0, len(text) - 1)))[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces, "LENGTH", length)
        kept = Pieces([text])
        assert motion(kept, at) == motion(text, at)
        for unit in (cluster_at, motions.word_at, motions.sentence_at, motions.paragraph_at):
            assert unit(kept, at) == unit(text, at)


def test_words_and_paragraphs_around_a_place() -> None:
    assert TEXT[slice(*motions.word_at(TEXT, 6))] == "ministry"
    assert TEXT[slice(*motions.paragraph_at(TEXT, TEXT.index("one")))] == "Next one here"
    assert motions.word_at("", 0) == (0, 0)


SENTENCES = "He left. “Was it late?” she asked. Nobody knew."


def test_titles_and_initials_end_no_sentence() -> None:
    text = "Then Mr. J. Okafor left for Acme Inc. Nobody saw Dr. Mensah. It rained."
    assert visited(motions.sentence_right, text, 0)[:2] == ["Nobody", "It"]
    assert visited(motions.sentence_left, text, len(text) - 1)[:3] == ["It", "Nobody", "Then"]
    assert text[slice(*motions.sentence_at(text, text.index("Okafor")))] == "Then Mr. J. Okafor left for Acme Inc."


def test_the_end_of_a_sentence_is_its_last_sign_and_then_that_of_the_next() -> None:
    first = motions.sentence_end(SENTENCES, 0)
    assert SENTENCES[: first + 1] == "He left."
    second = motions.sentence_end(SENTENCES, first)
    assert SENTENCES[: second + 1] == "He left. “Was it late?”"
    assert motions.sentence_end_left(SENTENCES, second) == first
    last = len(SENTENCES) - 1
    assert motions.sentence_end(SENTENCES, SENTENCES.index("Nobody")) == last == motions.sentence_end(SENTENCES, last)


def test_words_grow_to_the_sentence_the_paragraph_and_all() -> None:
    text = f"Before.\n{SENTENCES}\nAfter."
    at = text.index("Nobody")
    spans = [(at, at + 1)]
    while spans[-1] != (0, len(text)):
        spans.append(motions.grow(text, *spans[-1]))
    assert [text[slice(*span)] for span in spans[1:]] == ["Nobody", "Nobody knew.", SENTENCES, text]

"""Comparing two texts of an article: which paragraphs changed, which words, and what stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.comparing import Comparison, compare

TEXTS = st.text("ab. \n", max_size=60) | st.lists(st.sampled_from(["one", "two", "six.", "\n"]), max_size=30).map(
    " ".join
)


def shown(comparison: Comparison) -> list[str]:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return ["".join(marks[piece.kind].format(piece.text) for piece in p.pieces) for p in comparison.passages]


@pytest.mark.parametrize(
    ("old", "new", "passages", "words"),
    [
        ("It is so.\nOr not.", "It is so.\nOr not.", [], 0),
        ("He won by ten.\nShe left.", "He won by two.\nShe left.", ["He won by [-ten-]{+two+}."], 1),
        ("He left.\nAll was well.", "He left.\nNothing went on.", ["[-All was well-]{+Nothing went on+}."], 3),
        ("One.\nTwo.", "One.\nNew.\nTwo.", ["{+New.\n+}"], 1),
        ("One.\nTwo.", "One.\nTwo.\nNew.", ["{+\nNew.+}"], 1),
        ("One.\nTwo.", "New.\nOne.\nTwo.", ["{+New.\n+}"], 1),
        ("One.\nTwo.\nSix.", "One.\nSix.", ["[-Two.\n-]"], 1),
        ("One.\nTwo.", "One. Two.", ["One.[-\n-]{+ +}Two."], 0),
        ("a\nb\nc\nd", "x\nb\nc\ny", ["[-a-]{+x+}", "[-d-]{+y+}"], 2),
    ],
)
def test_each_changed_paragraph_is_a_passage_that_shows_the_changed_words(
    old: str, new: str, passages: list[str], words: int
) -> None:
    compared = compare(old, new)
    assert (shown(compared), compared.words) == (passages, words)


@given(old=TEXTS, new=TEXTS)
def test_the_passages_together_make_of_the_old_text_the_new_one(old: str, new: str) -> None:
    compared = compare(old, new)
    assert bool(compared.passages) == (old != new)
    at_old = at_new = 0
    for passage in compared.passages:
        assert old[at_old : passage.old[0]] == new[at_new : passage.new[0]]
        assert "".join(p.text for p in passage.pieces if p.kind != "added") == old[slice(*passage.old)]
        assert "".join(p.text for p in passage.pieces if p.kind != "removed") == new[slice(*passage.new)]
        at_old, at_new = passage.old[1], passage.new[1]
    assert old[at_old:] == new[at_new:]


def test_what_stands_beside_a_change_is_told_from_what_was_changed_itself() -> None:
    old = "He won by ten, she said.\nNobody asked."
    compared = compare(old, old.replace("ten", "two"))
    for words, inside, changed in (("won by ten", True, True), ("she said", True, False), ("Nobody", False, False)):
        span = (old.index(words), old.index(words) + len(words))
        assert compared.stands_in_changed([span], "old") == inside
        assert compared.is_changed([span], "old") == changed


def test_words_into_which_something_was_put_are_changed() -> None:
    compared = compare("They will pay.", "They will not pay.")
    assert compared.is_changed([(0, 13)], "old")
    assert not compared.is_changed([(0, 4)], "old")


def test_a_paragraph_beside_a_new_one_is_not_changed() -> None:
    compared = compare("One.\nTwo.", "One.\nNew.\nTwo.")
    assert not compared.stands_in_changed([(0, 4), (5, 9)], "old")

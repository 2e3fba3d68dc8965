"""What is cut out of an article has both marks of its quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.citing.excerpts import excerpt, spoken

TEXT = 'It was “to exhaust our air defences,” it said. “‘No’ means «no», he said, ‘I think’,” she wrote. He\'d "left".'


def _span(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("exhaust our air defences,” it said", "“exhaust our air defences,” it said"),
        ("It was “to exhaust", "It was “to exhaust”"),
        ("our air", "our air"),
        ("defences,” it said. “‘No’ means", "“defences,” it said. “‘No’ means”"),
        ("means «no», he said, ‘I", "means «no», he said, ‘I’"),
        ("think’,” she", "“‘think’,” she"),
        ("” it said", "it said"),
        ("it said. “", "it said."),
        ('left".', '"left".'),
        ("He'd", "He'd"),
    ],
)
def test_a_mark_that_the_cut_took_away_is_put_back_and_one_alone_is_left_out(words: str, cut: str) -> None:
    assert excerpt(TEXT, _span(words)) == cut


@pytest.mark.parametrize(
    ("text", "pieces", "words"),
    [
        (
            "“The hill is gone,” he said. “Whether it stays gone.”",
            ("“The hill is gone,”", "“Whether it stays gone.”"),
            "",
        ),
        ("“One.” “Two.”", ("“One.” “Two.”",), "One. Two."),
        ("‘He said, “Only resting, love.”’", ("“Only resting, love.”",), "Only resting, love."),
        ("“Not ‘outbreak,’” she said.", ("“Not ‘outbreak,’”",), "Not ‘outbreak’"),
        ("“One goes on.\n“Two ends.”", ("“One goes on.\n“Two ends.”",), "One goes on.\nTwo ends."),
        ("We object.\n— Ana Bo", ("We object.",), "We object."),
        ("“A b c d.”", ("“A b",), "A b"),
    ],
)
def test_what_somebody_said_has_no_marks_around_it(text: str, pieces: tuple[str, ...], words: str) -> None:
    said = spoken(text, tuple(_span(piece, text) for piece in pieces))
    assert said == (words or "The hill is gone … Whether it stays gone.")


@given(st.text("a s’‘“”„«»‹›\"'`.,\n"), st.integers(0, 30), st.integers(0, 30))
def test_whatever_is_cut_its_words_stay(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for cut in (excerpt(text, (start, end)), spoken(text, ((start, end),))):
        assert [sign for sign in cut if sign.isalnum()] == [sign for sign in text[start:end] if sign.isalnum()]

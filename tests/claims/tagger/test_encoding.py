"""What the network is told of a text: its words, their pieces and features."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.paragraphs import paragraphs_of
from claims.tagger.encoding import FEATURE_SIZES, GUIDE, MOST_PIECES, POLNEAR, WORD, Encoded, encode
from claims.tagger.wordpiece import WordPiece
from tests.claims.tagger.toy import ARTICLE_LIKE, TOY, encoded

CASE, PLACE, FIRST, CONVENTION = range(4)
OUTSIDE, INSIDE, OPENS, CLOSES = range(4)
SUFFIX_S = TOY.pieces("as")[0][1]


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in encoded(text).words]


def test_a_word_keeps_its_inner_marks_and_a_sign_is_a_word_of_its_own() -> None:
    assert words("He’s in the U.S., self-employed (£4.5bn).") == [
        *("He’s", "in", "the", "U.S", ".", ",", "self-employed", "(", "£", "4.5bn", ")", "."),
    ]


def test_a_word_has_the_pieces_that_begin_in_it() -> None:
    read = encoded("ab c’d\n\ne")
    assert read.pieces.tolist() == TOY.pieces("ab c’d e")[0]
    assert read.owner.tolist() == [0, 0, 1, 1, 1, 2]
    assert read.first.tolist() == [0, 2, 5, 6]


def test_a_sign_that_the_tokenizer_drops_has_an_unknown_piece() -> None:
    read = encoded("e\u0301s")
    assert [int(read.pieces[begin]) for begin in read.first[:-1]] == [TOY.pieces("e")[0][0], TOY.unknown, SUFFIX_S]


def test_a_word_that_the_tokenizer_joins_to_the_one_before_has_an_unknown_piece() -> None:
    joining = WordPiece(["[UNK]", "[CLS]", "[SEP]", "[MASK]", "cafes"])
    text = "cafe\u0301s"
    read = encode(text, paragraphs_of(text), joining)
    assert read.pieces.tolist() == [4, joining.unknown, joining.unknown]


def test_of_an_endless_word_only_the_beginning_is_read() -> None:
    read = encoded("-".join("a" * 1000) + " b")
    assert np.diff(read.first).tolist() == [MOST_PIECES, 1]


def test_case_tells_signs_small_letters_capitals_and_numbers_apart() -> None:
    signs, small, capital, capitals, number = range(5)
    assert encoded("Mr X met NATO in 2024 – twice").features[:, CASE].tolist() == [
        *(capital, capital, small, capitals, small, number, signs, small),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He said ‘it’s fine’ today", id="British single"),
        pytest.param("He said “it’s fine” today", id="double"),
        pytest.param('He said "it’s fine" today', id="straight"),
        pytest.param("He said 'it’s fine' today", id="straight single"),
        pytest.param("He said «it’s fine» today", id="guillemets"),
    ],
)
def test_every_style_of_quotation_looks_alike_from_inside(text: str) -> None:
    assert encoded(text).features[:, PLACE].tolist() == [
        *(OUTSIDE, OUTSIDE, OPENS, INSIDE, INSIDE, CLOSES, OUTSIDE),
    ]


def test_a_workers_apostrophe_does_not_close_a_single_quotation() -> None:
    assert encoded("‘The workers’ rights are gone,’ he said").features[:, PLACE].tolist() == [
        *(OPENS, *[INSIDE] * 7, CLOSES, OUTSIDE, OUTSIDE),
    ]


def test_a_quotation_that_runs_on_lasts_to_the_end_of_its_paragraph_and_is_not_closed() -> None:
    assert encoded("“We go.\n\n“We stay.”").features[:, PLACE].tolist() == [
        *(OPENS, INSIDE, INSIDE, INSIDE),
        *(OPENS, INSIDE, INSIDE, INSIDE, CLOSES),
    ]


def test_the_first_word_of_each_paragraph_is_marked() -> None:
    read = encoded("One two.\n\nThree four.\n\n“Five”")
    assert read.features[:, FIRST].tolist() == [1, 0, 0, 1, 0, 0, 1, 0, 0]
    assert read.starts == [0, 3, 6]
    assert read.paragraph.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_the_input_stands_between_the_first_and_the_last_piece() -> None:
    read = encoded("ab cd ef")
    pieces, features, first = read.inputs(1, 3, GUIDE, TOY)
    assert [pieces[0], pieces[-1]] == [TOY.first, TOY.last]
    assert pieces[1:-1].tolist() == read.pieces[2:].tolist()
    assert first.tolist() == [1, 3]
    assert features.shape == (6, len(FEATURE_SIZES))
    assert not features[[0, -1], :CONVENTION].any()


def test_the_input_tells_the_convention_to_every_piece() -> None:
    for convention in (POLNEAR, GUIDE):
        _, features, _ = encoded("ab cd").inputs(0, 2, convention, TOY)
        assert set(features[:, CONVENTION]) == {convention}


def test_a_paragraph_begins_with_one_piece_of_its_first_word() -> None:
    _, features, _ = encoded("abc d\n\nefg h").inputs(0, 4, GUIDE, TOY)
    assert features[:, FIRST].tolist() == [0, 1, 0, 0, 0, 1, 0, 0, 0, 0]


def test_nothing_has_no_words() -> None:
    read = encoded(" \n\n ")
    assert read.words == ()
    assert read.first.tolist() == [0]
    assert read.starts == []


@given(ARTICLE_LIKE | st.text())
def test_every_word_has_pieces_of_its_own_and_every_piece_a_word(text: str) -> None:
    read = encoded(text)
    assert_whole(text, read)
    assert [text[start:end] for start, end in read.words] == WORD.findall(text)


@given(text=st.text())
def test_so_it_is_with_the_vocabulary_of_the_model(vocabulary: WordPiece, text: str) -> None:
    assert_whole(text, encode(text, paragraphs_of(text), vocabulary))


def assert_whole(text: str, read: Encoded) -> None:
    count = len(read.words)
    each = np.diff(read.first)
    assert len(read.first) == count + 1
    assert ((each >= 1) & (each <= MOST_PIECES)).all()
    assert read.owner.tolist() == [word for word in range(count) for _ in range(each[word])]
    assert len(read.pieces) == len(read.owner)
    assert read.features.shape == (count, len(FEATURE_SIZES) - 1)
    assert ((read.features >= 0) & (read.features < FEATURE_SIZES[:-1])).all()
    assert all(0 <= start < end <= len(text) for start, end in read.words)
    assert list(read.words) == sorted(read.words)
    assert sorted(set(read.paragraph.tolist())) == list(range(len(read.starts)))

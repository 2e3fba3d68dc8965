"""Paragraphs, however a text sets them apart."""

from claims.paragraphs import LONGEST, paragraphs_of


def paragraphs(text: str) -> list[str]:
    return [text[one.start : one.end] for one in paragraphs_of(text)]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert paragraphs("One.\n  Two. \nThree.") == ["One.", "Two.", "Three."]


def test_lines_wrapped_at_a_column_are_joined_between_blank_lines() -> None:
    text = "The ministry said on Monday that it would\nopen the road.\n\nA second paragraph."
    assert paragraphs(text) == ["The ministry said on Monday that it would\nopen the road.", "A second paragraph."]


def test_lines_that_end_sentences_stay_apart_between_blank_lines() -> None:
    assert paragraphs("One is here.\nTwo is here.\n\nThree is here.") == [
        "One is here.",
        "Two is here.",
        "Three is here.",
    ]


def test_each_cell_of_a_table_stands_alone() -> None:
    assert paragraphs("Town | Dead | Missing") == ["Town", "Dead", "Missing"]


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    assert [one.heading for one in paragraphs_of("Dam is safe\nThe dam was built in 1970.")] == [True, False]


def test_an_endless_line_is_cut_between_words() -> None:
    pieces = paragraphs("word " * LONGEST)
    assert max(map(len, pieces)) <= LONGEST
    assert set(" ".join(pieces).split()) == {"word"}


def test_lines_that_are_divided_alike_are_rows_of_a_table() -> None:
    text = "The costs, in short.\nTown | Dead\nKalvo | 4\nOne | two | three"
    cells = [text[one.start : one.end] for one in paragraphs_of(text) if one.cell]
    assert cells == ["Town", "Dead", "Kalvo", "4"]


def test_a_single_line_that_is_divided_is_no_table() -> None:
    assert not any(one.cell for one in paragraphs_of("Mayor quits, aide says | The Kalvo Post\nIt rained."))

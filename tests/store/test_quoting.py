"""Words in quotation marks are told with both marks of each quotation in them, however they were cut."""

import pytest

from store.quoting import quoted


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("“Even the front line of the war moved”", "“Even the front line…”"),
        ("“Stop”", "“Stop”"),
        ("“We can go", "“We can go”"),
        ("‘You can’t hear what they say", "‘You can’t hear what…’"),
        ("“It is” that", "“It is” that"),
        ("plain", "“plain”"),
    ],
)
def test_words_are_told_with_both_their_quotation_marks(words: str, line: str) -> None:
    assert quoted(words, 21) == line


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("they were mounting “round-the-clock” attacks", "“they were mounting “round-the…””"),
        ("they called it “war,” and “a crime” at that", "“they called it “war,” and “a …””"),
        ("they went by “the rules", "“they went by “the rules””"),
        ('it was "as safe as houses", they said', '“it was "as safe as houses", t…”'),
        ('it was "as safe as any such house"', '“it was "as safe as any such h…"”'),
        ("sie seien „nur müde“ und „ganz sicher“ da", "“sie seien „nur müde“ und „gan…“”"),
        ("de var ”bara trötta” där", "“de var ”bara trötta” där”"),
        ("sie seien »nur müde« da", "“sie seien »nur müde« da”"),
        ("“It is safe,” she said, and “it holds” too", "“It is safe,” she said, and …"),
    ],
)
def test_a_quotation_within_them_that_is_cut_is_closed(words: str, line: str) -> None:
    assert quoted(words, 30) == line


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("the-clock” attacks", "“the-clock attacks”"),
        ("all is safe,”", "“all is safe,”"),
        ("the ferries’ crews", "“the ferries’ crews”"),
        ('a pipe of 5" and more', '“a pipe of 5" and more”'),
    ],
)
def test_what_ends_a_quotation_that_began_before_them_is_left_out_but_no_apostrophe(words: str, line: str) -> None:
    assert quoted(words) == line

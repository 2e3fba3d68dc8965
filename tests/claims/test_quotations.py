"""Quotation marks of every style, and apostrophes that are none."""

import pytest

from claims.quotations import left_open, quotations_in


def quoted(text: str) -> list[str]:
    return [text[one.start : one.end] for one in quotations_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “a” and “b”.", ["“a”", "“b”"]),
        ('He said "a" and "b".', ['"a"', '"b"']),
        ("He said ‘it’s a’ twice.", ["‘it’s a’"]),
        ("He said 'it's a' twice.", ["'it's a'"]),
        ("He said «a» und „b“ und »c«.", ["«a»", "„b“", "»c«"]),
        ("He said ''a'' once.", ["''a''"]),
        ("‘The workers’ rights are gone,’ he said.", ["‘The workers’ rights are gone,’"]),
        ("She had ‘many birds’ and ‘no grain’ to give.", ["‘many birds’", "‘no grain’"]),
        ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
        ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’"]),
        ("The workers’ rights and the boss’s car, in the ’90s.", []),
        ("Rock 'n' roll, don't stop.", []),
        ('A 6" nail.', []),
    ],
)
def test_quotations_are_found_and_apostrophes_left_alone(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_opening_mark_that_nothing_closes_swallows_nothing() -> None:
    assert quoted("He said “this and went home.") == []


def test_a_quotation_left_open_for_the_next_paragraph_ends_with_its_own() -> None:
    text = "“We were never asked.\n“We want to go home.”"
    (first,) = quotations_in(text, 0, text.index("\n"))
    assert (first.start, first.end) == (0, text.index("\n"))


def test_swedish_print_opens_and_closes_with_the_same_mark() -> None:
    text = "”Det är över”, sade hon och kallade det ”en skandal”."
    assert [text[q.start : q.end] for q in quotations_in(text, 0, len(text))] == ["”Det är över”", "”en skandal”"]


def test_french_print_sets_its_marks_off_with_spaces() -> None:
    text = "Il a dit : « C’est fini, dit-il » et il est parti."
    assert [text[q.start : q.end] for q in quotations_in(text, 0, len(text))] == ["« C’est fini, dit-il »"]


def test_a_single_quotation_that_the_next_paragraph_opens_again_runs_to_the_end() -> None:
    text = "‘It was late.\n\n‘Then he came,’ she said."
    first = text.index("\n")
    assert [text[q.start : q.end] for q in quotations_in(text, 0, first)] == ["‘It was late."]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“We go.", True),
        ("“We go.”", False),
        ("“He said ‘no’", True),
        ("''We go.''", False),
        ("''We go.", True),
        ("“", True),
        ("We go.", False),
        ("", False),
    ],
)
def test_a_quotation_is_left_open_where_no_mark_of_its_own_kind_ends_it(words: str, expected: bool) -> None:
    assert left_open(words) is expected

"""A query taken apart: phrases, beginnings, filters and days, and everything else as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.searching.days import Bound
from store.searching.query import Query, Term, parse


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ferry crew", [Term("ferry"), Term("crew")]),
        ("ferry ferry", [Term("ferry")]),
        ('"night crossing" crew', [Term("night crossing"), Term("crew")]),
        ("“night crossing”", [Term("night crossing")]),
        ("cross* crew", [Term("cross", beginning=True), Term("crew")]),
        ('"night cross"*', [Term("night cross", beginning=True)]),
        ("c*", [Term("c")]),
        ("don't", [Term("don't")]),
    ],
)
def test_words_phrases_and_beginnings_are_terms(text: str, terms: list[Term]) -> None:
    assert parse(text) == Query(tuple(terms))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("author:lee", [Term("author"), Term("lee")]),
        ('author:"marta lee"', [Term("author"), Term("marta lee")]),
        ("after:yesterday", [Term("after"), Term("yesterday")]),
        ("before:2026-02-30", [Term("before"), Term("2026-02-30")]),
        ("speaker:", [Term("speaker:")]),
        ("ferry AND NOT crew", [Term("ferry"), Term("AND"), Term("NOT"), Term("crew")]),
        ('"night crossing', [Term("night"), Term("crossing")]),
    ],
)
def test_what_is_no_filter_no_date_and_no_phrase_is_words(text: str, terms: list[Term]) -> None:
    assert parse(text) == Query(tuple(terms))


@pytest.mark.parametrize("text", ["", "  ", "—", '"', '""', "* - ( ) ^ : ; …", "🙂", "\x00"])
def test_signs_alone_ask_for_nothing(text: str) -> None:
    assert parse(text).empty


def test_filters_take_a_word_or_several_and_their_names_in_any_case() -> None:
    query = parse('speaker:"marta lindqvist" Tag:labour progress:to-verify finding:disp* crew')
    assert query.terms == (Term("crew"),)
    assert query.filters == (
        ("speaker", Term("marta lindqvist")),
        ("tag", Term("labour")),
        ("progress", Term("to-verify")),
        ("finding", Term("disp", beginning=True)),
    )


def test_days_are_bounds() -> None:
    query = parse('after:2026-03 before:"2026-03-09"')
    assert (query.after, query.before) == (Bound("2026", "03"), Bound("2026", "03", "09"))
    assert query.terms == ()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("night cros", Query((Term("night"), Term("cros", beginning=True)))),
        ("night cros ", Query((Term("night"), Term("cros")))),
        ('"night cros"', Query((Term("night cros"),))),
        ("speaker:lin", Query(filters=(("speaker", Term("lin", beginning=True)),))),
        ("ferry speaker:", Query((Term("ferry"),))),
        ("ferry after:2026-0", Query((Term("ferry"),))),
    ],
)
def test_while_it_is_typed_the_last_word_may_go_on_and_may_become_a_filter(text: str, query: Query) -> None:
    assert parse(text, typing=True) == query


@given(st.text(), st.booleans())
def test_any_text_is_a_query(text: str, typing: bool) -> None:
    query = parse(text, typing=typing)
    assert all(any(char.isalnum() for char in term.text) for term in query.terms if term.text.isascii())


def test_of_a_pasted_page_the_first_words_are_looked_for() -> None:
    assert len(parse(" ".join(f"word{number}" for number in range(10_000))).terms) == 32
    assert parse("ferry " * 17_000).terms == (Term("ferry"),)
    assert parse("ferry" * 20_000).terms == (Term("ferry" * 400),)

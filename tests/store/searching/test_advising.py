"""What is told of a query: filters that are none, values that there are not, and words that are nearly right."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.library import Library
from store.safety import label
from store.searching.advising import misunderstood
from store.searching.query import IN_CLAIMS, IN_LIBRARY, IN_LIST, Names, Query, Term, parse
from tests.store.kept import imported


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("after:yesterday", "after: takes a day, month or year: 2026-03-02"),
        ("before:2026-02-30", "before: takes a day"),
        ("finding:nonsense", "finding: takes corroborated, repeated only, disputed, false"),
        ("has:note", "has: takes evidence"),
        ("progress:xyz", "progress: takes unreviewed, to verify"),
        ("foo:bar", "the filters are finding:, has:, outlet:, progress:, speaker:, tag:, after:, before:"),
        ("speaker:", "speaker: takes a word"),
        ("ferry speaker: crew", "speaker: takes a word"),
    ],
)
def test_a_filter_that_is_not_understood_is_told_of_with_what_there_is(text: str, told: str) -> None:
    (line,) = misunderstood(text)
    assert told in line
    assert "is looked for as words" in line


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ferry crew",
            "speaker:lee",
            'speaker:"marta lee"',
            "finding:disp*",
            "finding:disputed",
            "progress:to-verify",
            "has:evidence",
        ),
        *('progress:"to verify"', "after:2026", "before:27.11.2026", 'after:"27 November 2026"', "at 12:30", ":::"),
        *("https://harbour.example/ferry", "", '"a: phrase"'),
    ],
)
def test_of_what_is_understood_or_no_filter_at_all_nothing_is_told(text: str) -> None:
    assert misunderstood(text) == ()


@pytest.mark.parametrize(
    "text", ["after:2024-13-45", "before:banana", "after:2024-13", "before:31.11.2026", "after:20261"]
)
@pytest.mark.parametrize("names", [IN_LIBRARY, IN_LIST])
def test_what_can_become_no_date_any_more_is_told_of_while_it_is_typed_and_looked_for_as_words(
    text: str, names: Names
) -> None:
    (line,) = misunderstood(text, names, typing=True)
    assert f"“{text}” is looked for as words" in line
    assert "takes a day, month or year" in line
    assert parse(text, names, typing=True).terms


@pytest.mark.parametrize("text", ["after:2024-11-05", "before:27.11.2026", "after:3.2026"])
def test_a_date_is_told_of_at_none_of_its_letters(text: str) -> None:
    for end in range(text.index(":") + 1, len(text) + 1):
        assert misunderstood(text[:end], typing=True) == ()
        assert not parse(text[:end], typing=True).terms


def test_who_looks_in_the_library_for_sources_that_are_not_named_is_told_where_they_are_found() -> None:
    for typing in (False, True):
        (line,) = misunderstood("speaker:Anonymous ferry", typing=typing)
        assert "by is:anonymous in the filter of an open article’s claims" in line
    (line,) = misunderstood("is:anonymous")
    assert "it is understood in the filter of an open article’s claims" in line
    assert misunderstood("speaker:anonymous", IN_CLAIMS) == ()


@pytest.mark.parametrize("text", ["finding:", "finding:disp", "after:2026-0", "speaker:", "progress:to"])
def test_what_is_still_being_typed_is_not_told_of(text: str) -> None:
    assert misunderstood(text, typing=True) == ()


def test_in_another_place_what_that_place_knows_is_told() -> None:
    (line,) = misunderstood("is:nonsense", IN_CLAIMS)
    assert "is: takes accepted" in line
    assert misunderstood("is:rejected", IN_CLAIMS) == ()


@given(st.text(), st.booleans())
@example("A:\x1b[31m\u202e\n", False)
def test_of_any_text_each_line_is_safe(text: str, typing: bool) -> None:
    assert all(label(line, 1_000) == line for line in misunderstood(text, typing=typing))


def test_a_value_that_there_is_not_is_looked_for_as_words() -> None:
    assert parse("finding:nonsense") == Query((Term("finding"), Term("nonsense")))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("brigde", "bridge"), ("brdge", "bridge"), ("bridgee", "bridge"), ("bridgr", "bridge"), ("enginers", "engineers")],
)
def test_a_word_that_stands_nowhere_is_told_with_the_nearest_that_does(
    library: Library, typed: str, meant: str
) -> None:
    library.articles.add(imported())
    assert library.search.nearest(parse(f"council {typed}")) == ((typed, meant),)


@pytest.mark.parametrize("typed", ["bridge", "zzzzzzz", "bri", "brid*", "🙂", ""])
def test_of_words_that_stand_there_are_short_or_near_to_none_nothing_is_told(library: Library, typed: str) -> None:
    library.articles.add(imported())
    assert library.search.nearest(parse(typed)) == ()

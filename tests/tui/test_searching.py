"""Searching in a text: what a keyboard can type finds what was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.article import searching
from tui.widgets.article.searching import MOST_HITS, find, finding, pattern


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Kyiv kyiv KYIV", "kyiv", [(0, 4), (5, 9), (10, 14)]),
        ("Kyiv kyiv KYIV", "Kyiv", [(0, 4)]),
        ("two  words\u00a0here", "two words here", [(0, 15)]),
        ("don’t “stop”", 'don\'t "stop"', [(0, 12)]),
        ("round–the-clock", "round-the-clock", [(0, 15)]),
        ("a.b axb", "a.b", [(0, 3)]),
        ("end\nstart", "end start", []),
        ("anything", "  ", []),
    ],
)
def test_hits(text: str, query: str, hits: list[tuple[int, int]]) -> None:
    assert find(text, query) == hits


def test_a_letter_in_a_huge_text_is_not_counted_for_ever() -> None:
    assert len(find("a" * (MOST_HITS + 5), "a")) == MOST_HITS


@given(st.text(alphabet="ab \n", max_size=300), st.text(alphabet="ab ", min_size=1, max_size=4), st.integers(1, 50))
def test_a_slice_at_a_time_finds_what_is_found_at_once(text: str, query: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "SLICE", size)
        found = pattern(query)
        assert [hit for hits in finding(text, query) for hit in hits] == [
            match.span() for match in (found.finditer(text) if found else ())
        ]

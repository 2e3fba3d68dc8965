"""Anchors: what is kept of a stretch of text, and where a typed quote stands."""

import pytest

from store.anchors import CONTEXT, new_uid, quoted, selector


@pytest.mark.parametrize("span", [(3, 3), (4, 3), (-1, 2), (0, 14), (14, 15)])
def test_no_anchor_is_made_of_an_empty_or_outlying_span(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no span"):
        selector("one two three", *span, role="passage")


def test_an_anchor_keeps_32_code_points_of_context_on_each_side() -> None:
    anchor = selector("😀" * 40 + "quote" + "é" * 40, 40, 45, role="content")
    assert (anchor.prefix, anchor.exact, anchor.suffix) == ("😀" * CONTEXT, "quote", "é" * CONTEXT)


@pytest.mark.parametrize(
    "typed",
    [
        "“It’s 1990–95,” he said",
        '"It\'s 1990-95," he said',
        "«It‘s  1990—95,”\n he\tsaid ",
        "„It's\u00a01990−95,\" he said",
    ],
)
def test_a_typed_quote_matches_whatever_its_spaces_quotation_marks_and_dashes(typed: str) -> None:
    text = "Then:\n“It’s 1990–95,” he\nsaid. He left."
    assert quoted(text, typed) == [(6, 29)]


def test_a_typed_quote_gives_every_place_where_it_stands() -> None:
    assert quoted("a.b a.b axb", "a.b") == [(0, 3), (4, 7)]


@pytest.mark.parametrize("typed", ["", "  \n", "not there", "He Said"])
def test_a_typed_quote_that_is_not_there_stands_nowhere(typed: str) -> None:
    assert quoted("he said so", typed) == []


def test_identifiers_are_unique_short_and_fit_into_addresses() -> None:
    made = [new_uid() for _ in range(2000)]
    assert len(set(made)) == 2000
    assert all(len(uid) == 18 and uid.isascii() and uid.isalnum() for uid in made)


def test_identifiers_sort_by_the_time_they_were_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for milliseconds in (1, 31, 32, 1_700_000_000_000, 1_700_000_000_001, 4_000_000_000_000):
        monkeypatch.setattr("store.anchors.time.time_ns", lambda at=milliseconds: at * 1_000_000)
        made.append(new_uid())
    assert made == sorted(made)

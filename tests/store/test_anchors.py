"""Anchors: a stretch of text is found again, wherever edits around it have moved it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.anchors import CONTEXT, locate, new_uid, quoted, selector

LETTERS = st.text("ab .“😀é\n", max_size=80)
QUOTES = st.text("ab 😀", min_size=1, max_size=12)


@given(before=LETTERS, quote=QUOTES, after=LETTERS)
def test_in_an_unchanged_text_an_anchor_stands_where_it_was_made(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    span = (len(before), len(before) + len(quote))
    assert locate(selector(text, *span, role="content"), text) == span


@given(before=LETTERS, after=LETTERS, new_before=LETTERS, new_after=LETTERS)
def test_a_quote_that_stands_once_is_found_after_any_edit_outside_it(
    before: str, after: str, new_before: str, new_after: str
) -> None:
    quote = "Ω-Ω"
    anchor = selector(before + quote + after, len(before), len(before) + len(quote), role="content")
    assert locate(anchor, new_before + quote + new_after) == (len(new_before), len(new_before) + len(quote))


@given(head=LETTERS, tail=LETTERS, new_head=LETTERS, new_tail=LETTERS)
def test_of_many_equal_quotes_the_one_with_the_context_is_found(
    head: str, tail: str, new_head: str, new_tail: str
) -> None:
    left, right = "<" + "ab " * 11, "😀 a" * 11 + ">"
    text = head + left + "ab" + right + tail
    start = len(head + left)
    found = locate(selector(text, start, start + 2, role="cue"), new_head + left + "ab" + right + new_tail)
    moved = len(new_head + left)
    assert found == (moved, moved + 2)


def test_an_equal_word_that_has_come_to_the_old_place_is_not_taken_for_the_quote() -> None:
    shifted = "Ann xx yes. Ben said, Bob said no."
    assert shifted[16:20] == "said"
    assert locate(selector("Ann xx yes. Bob said no.", 16, 20, role="cue"), shifted) == (26, 30)


def test_between_equal_contexts_the_place_nearest_to_the_old_one_wins() -> None:
    text = "\n".join(["x" * 40 + "said" + "y" * 40] * 3)
    anchor = selector(text, 125, 129, role="cue")
    assert locate(anchor, "-" * 10 + text) == (135, 139)


def test_a_quote_that_is_gone_is_not_found() -> None:
    assert locate(selector("one two three", 4, 7, role="passage"), "one three") is None


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

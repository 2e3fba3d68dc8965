"""Words with keys on several lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from tui.keymap.broken import broken
from tui.keymap.keyed import OUT, marked, plain
from tui.keymap.pressing import pressable

KEYS = ("]", "Esc", "ctrl+s", "↓")
WORDS = st.lists(
    st.one_of(st.sampled_from(["goes", "to", "the", "next", "·", "它"]), st.sampled_from(KEYS).map(marked))
)


@given(words=WORDS.map(" ".join), room=st.integers(20, 60))
def test_lines_break_between_words_and_never_behind_a_key_or_before_a_point(words: str, room: int) -> None:
    lines = broken(words, room).split("\n")
    assert " ".join(lines) == words
    assert not any(line.endswith(OUT) for line in lines[:-1])
    assert not any(line.startswith("·") for line in lines[1:])
    for line, after in pairwise(lines):
        assert cell_len(f"{plain(line)} {plain(after).split(' ')[0]}") > room or OUT in after or "·" in after


@pytest.mark.parametrize("room", range(20, 60))
def test_lines_take_no_more_than_there_is_room_for(room: int) -> None:
    words = f"All of it, and {marked(']')} goes on to the next one · {marked('Esc')} leaves it there"
    assert max(cell_len(plain(line)) for line in broken(words, room).split("\n")) <= room


def test_behind_the_end_of_a_word_that_takes_several_lines_the_last_of_them_is_filled() -> None:
    words = broken(f"Wrote /a/{'long-' * 6}name.md: one claim and no notes at all", 20)
    assert [line.plain for line in Content(words).wrap(20)] == [
        *("Wrote", "/a/long-long-long-lo", "ng-long-long-name.md", ": one claim and no", "notes at all"),
    ]


def test_what_a_key_does_can_be_clicked_also_on_the_next_line() -> None:
    words = pressable(broken(f"{marked(']')} goes on to the next · {marked('Esc')} leaves", 14))
    assert words.plain == "] goes on to\nthe next ·\nEsc leaves"
    spans = [(words.plain[one.start : one.end], one.style.meta["pressed"][1]) for one in words.spans]  # type: ignore[union-attr]
    assert spans == [("]", "]"), (" goes on to\nthe next", "]"), ("Esc", "Esc"), (" leaves", "Esc")]

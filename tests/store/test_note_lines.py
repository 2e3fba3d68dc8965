"""Where there is no room to set a note, its words stand in plain lines, without the marks of Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.note_lines import first_words, plain_lines
from store.safety import safe

NOTE = "**Check** with *OSINT*:\n\n- Luhansk front\n- [ISW](https://isw.org)\n  and so on\n\n> they `say`\n\n***\n"


def test_words_are_kept_and_lists_and_quotations_have_their_signs() -> None:
    assert plain_lines(NOTE) == ["Check with OSINT:", "• Luhansk front", "• ISW", "  and so on", "> they say", "———"]


def test_addresses_stand_behind_the_words_of_their_links() -> None:
    assert plain_lines("[ISW](https://isw.org)\nand <https://a.org>, <b@c.org>", addresses=True) == [
        "ISW (https://isw.org)",
        "and https://a.org, b@c.org",
    ]


@pytest.mark.parametrize(
    ("note", "words"),
    [
        (NOTE, "Check with OSINT:"),
        ("\n\n  Ask him.\nThen her.", "Ask him."),
        ("- [Ann](https://a.org) first", "Ann first"),
        ("## Why", "Why"),
        ("***\n\nso", "so"),
        ("5 * 3 and snake_case, [sic]", "5 * 3 and snake_case, [sic]"),
        ("<b>raw</b> ![x](javascript:a)", "<b>raw</b> ![x](javascript:a)"),
        ("***", "———"),
        (">", ">"),
        ("", ""),
    ],
)
def test_the_first_words_of_a_note_are_those_of_its_first_line(note: str, words: str) -> None:
    assert first_words(note) == words


@given(st.text("ab1 *_`[]()<>!&;#-+=|~\\\n\t.:\x1b\u202e\r", max_size=60))
def test_whatever_is_noted_its_lines_are_safe_and_some_are_there(note: str) -> None:
    lines = plain_lines(note, addresses=True)
    assert bool(lines) == bool(note.strip())
    assert all(line == safe(line) and "\n" not in line for line in (*lines, first_words(note)))

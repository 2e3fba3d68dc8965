"""Text is escaped where Markdown would take it for markup, and nowhere else."""

import pytest

from store.exporting.escaping import address, code_span, escape, escape_lines
from store.importing.markdown import parse_markdown

HARMLESS = [
    "It cost $27.4 billion, or 3.5% (Feb. 24).",
    "snake_case and a__b stay",
    "5 * 3 < 16 & a > b",
    "“Quoted” – it’s [sic] here: yes!",
    "a [ ] b, [x], C:\\Users, AT&T",
    "https://example.org/a_b?c=1&d=2#e",
    "1986 was #1 - and + that = all | done ~ 5",
    "2024-02-15, 10.30",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_prose_is_written_as_it_is(text: str) -> None:
    assert escape_lines(escape(text)) == text
    assert parse_markdown(text).text == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("<b> <a@b.c> &amp;", "\\<b> \\<a@b.c> \\&amp;"),
        ("[a](b) [^c] ^[d]", "[a\\](b) \\[^c] \\^[d]"),
        ("~~a~~", "\\~\\~a\\~\\~"),
        ("a\\*b\\", "a\\\\\\*b\\\\"),
    ],
)
def test_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped
    assert parse_markdown(escaped).text == text


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "- a",
        "+ a",
        "* a",
        "> a",
        "1. a",
        "99) a",
        "---",
        "===",
        "- - -",
        "[a]: b",
        "|-|-|",
        ":-:|-",
        "#",
        "-",
        "1.",
    ],
)
def test_nothing_at_the_start_of_a_line_begins_another_block(text: str) -> None:
    document = parse_markdown(f"{escape_lines(escape(text))}\\\n{escape_lines(escape(text))}")
    assert [b.kind for b in document.blocks] == ["paragraph"]
    assert document.text == f"{text} {text}"


def test_neighbours_decide_over_the_ends_of_a_piece() -> None:
    assert escape("wow!", after="[link](x)") == "wow\\!"
    assert escape("wow!", after="<mark>") == "wow!"
    assert escape("(aside)", before="[^1]") == "\\(aside)"


@pytest.mark.parametrize("code", ["a", "a`b", "`", "``", "` a", " a ", " ", "a``b`c", "\\", "<mark>"])
def test_code_spans_hold_any_code(code: str) -> None:
    document = parse_markdown(f"x {code_span(code)} x")
    assert document.text == f"x {code} x"
    assert [m.kind for m in document.marks] == ["code"]


def test_addresses_are_encoded_and_scripts_refused() -> None:
    assert address("http://a.b/c_(d)?e=f&amp;g") == "http://a.b/c_\\(d\\)?e=f\\&amp;g"
    assert address("a b<c>`d\\e") == "a%20b%3Cc%3E%60d%5Ce"
    assert address("JavaScript:x") is None
    assert address("data:image/png;base64,x") is None
    assert address("data:image/png;base64,x", image=True) == "data:image/png;base64,x"

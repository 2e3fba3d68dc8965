"""Markdown becomes the text that a reader sees, with its blocks and marks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.document import Container, Document
from store.importing.markdown import parse_markdown
from tests.store.importing.documents import check, markdown


def _blocks(document: Document) -> list[tuple[str, str, str]]:
    """Kind, text and surroundings of each block; an item shows its number or a dash."""

    def sign(container: Container) -> str:
        return {"quote": ">", "item": str(container.number or "-"), "footnote": f"^{container.label}"}[container.kind]

    return [(b.kind, document.text[b.start : b.end], "".join(map(sign, b.within))) for b in document.blocks]


def _marks(source: str) -> list[tuple[str, str, str]]:
    document = parse_markdown(source)
    return [(m.kind, document.text[m.start : m.end], m.target) for m in document.marks]


def test_headings_of_both_kinds_and_rules() -> None:
    document = parse_markdown("# One #\n\nTwo\n===\n\nThree\nlines\n---\n\n###### Six\n\n***\n")
    assert document.text == "One\nTwo\nThree lines\nSix\n"
    assert [(b.kind, b.level) for b in document.blocks] == [("heading", n) for n in (1, 1, 2, 6)] + [("rule", 0)]


def test_quotes_and_lists_nest() -> None:
    source = "> a\n> > b\n\n3. c\n\n   d\n4. e\n   - f\n     > g\n"
    assert _blocks(parse_markdown(source)) == [
        ("paragraph", "a", ">"),
        ("paragraph", "b", ">>"),
        ("paragraph", "c", "3"),
        ("paragraph", "d", "3"),
        ("paragraph", "e", "4"),
        ("paragraph", "f", "4-"),
        ("paragraph", "g", "4->"),
    ]


def test_items_share_their_list_and_their_paragraphs_share_the_item() -> None:
    first, more, second, other = (b.within[0] for b in parse_markdown("- a\n\n  b\n- c\n\n* d\n").blocks)
    assert first == more
    assert first.list == second.list
    assert first.id != second.id
    assert other.list != first.list


def test_task_boxes_stay_visible() -> None:
    assert parse_markdown("- [ ] open\n- [x] done").text == "[ ] open\n[x] done"


def test_code_keeps_its_lines_and_indent() -> None:
    document = parse_markdown("```py extra\n\n  a = 1\n\n\tb\n```\n\n    indented\n\n```\n\n```\n")
    assert document.text == "  a = 1\n\n    b\nindented"
    assert [(b.kind, b.info) for b in document.blocks] == [("code", "py"), ("code", "")]


def test_a_table_is_a_row_a_line_with_its_cells_marked() -> None:
    document = parse_markdown("| a | *b* | c |\n|:--|:-:|--:|\n| 1 \\| 2 | |\n")
    assert document.text == "a | b | c\n1 | 2 |  | "
    assert [(b.kind, b.level, b.align, b.table) for b in document.blocks] == [
        ("row", 1, "lcr", 1),
        ("row", 0, "lcr", 1),
    ]
    cells = [document.text[m.start : m.end] for m in document.marks if m.kind == "cell"]
    assert cells == ["a", "b", "c", "1 | 2", "", ""]


def test_footnotes_come_last_in_the_order_of_their_references() -> None:
    source = "[^x]: ex\n\n    more[^z]\n\n[^z]: zed\n\n[^unused]: kept\n\n[^y]: why\n\nA[^y] and B[^x], not [^w].\n"
    document = parse_markdown(source)
    assert _blocks(document) == [
        ("paragraph", "A[y] and B[x], not [^w].", ""),
        ("paragraph", "why", "^y"),
        ("paragraph", "ex", "^x"),
        ("paragraph", "more[z]", "^x"),
        ("paragraph", "zed", "^z"),
        ("paragraph", "kept", "^unused"),
    ]
    assert [(m.kind, m.target) for m in document.marks] == [("reference", name) for name in "yxz"]


def test_inline_marks_nest() -> None:
    assert _marks("*a **b** c* `d  e` ~~f~~ [g *h*](/i 'title') <https://x.y>") == [
        ("emphasis", "a b c", ""),
        ("strong", "b", ""),
        ("code", "d  e", ""),
        ("strike", "f", ""),
        ("link", "g h", "/i"),
        ("emphasis", "h", ""),
        ("link", "https://x.y", "https://x.y"),
    ]


def test_images_are_their_description() -> None:
    source = "![a *b* ![c](d)](e.png) [![f](g)](h)"
    assert parse_markdown(source).text == "a b c f"
    assert _marks(source) == [("image", "a b c", "e.png"), ("link", "f", "h"), ("image", "f", "g")]


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("word<br>` `code", "word code", [("break", " ", "")]),
        ("word  \n` code`", "word code", [("break", " ", ""), ("code", "code", "")]),
        ("`a `<br>` b`", "a b", [("code", "a", ""), ("break", " ", ""), ("code", "b", "")]),
        ("a<b> <br> b</b>", "a b", [("strong", " b", ""), ("break", " ", "")]),
    ],
)
def test_a_mark_holds_a_break_only_where_the_break_stands_in_it(
    source: str, text: str, marks: list[tuple[str, str, str]]
) -> None:
    assert parse_markdown(source).text == text
    assert _marks(source) == marks


def test_soft_breaks_are_spaces_and_hard_ones_marked_spaces() -> None:
    source = "a\nb  \nc\\\nd <br> e<br><br>f"
    assert parse_markdown(source).text == "a b c d e f"
    assert _marks(source) == [("break", " ", "")] * 4


def test_entities_are_text() -> None:
    assert parse_markdown("&lt;b&gt; &amp; &copy; &#10; x &nbsp;").text == "<b> & ©   x"


def test_html_leaves_its_text() -> None:
    source = (
        "A <b>bold</b> <span title='>'>word</span><!-- hidden --> <script>alert(1)</script><style>p{}</style>!\n\n"
        "<div class=x>\nDiv &amp; <i>text</i>\n<p>next<br>line<!--\n-->\n<script>no</script></div>\n\n"
        "<!-- comment -->\n\n<table><tr><td>cell</td></tr></table>\n"
    )
    assert parse_markdown(source).text == "A bold word !\nDiv & text\nnext line\ncell"
    assert ("strong", "bold", "") in _marks(source)
    assert ("emphasis", "text", "") in _marks(source)


def test_scripts_are_no_links() -> None:
    assert _marks("[a](javascript:b) <javascript:c> [d](data:text/html,e)") == []


def test_nothing_in_a_document_can_act_on_a_terminal() -> None:
    source = (
        "\x1b[31mred &#x1b;[0m `\x07` [\u202el](http://a\u202eb '\x9b')\n\n```\x1b\n\x1b\n```\n\n"
        "[^\x1b\t]: n\n\nr[^\x1b\t]"
    )
    document = parse_markdown(source)
    check(document)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for b in document.blocks for c in b.info)
    assert not any(ord(c) < 32 for m in document.marks for c in m.target)
    assert not any(ord(c) < 33 for b in document.blocks for c in "".join(w.label for w in b.within))


@pytest.mark.parametrize(
    "source",
    [
        *(
            piece * 10_000 + "end"
            for piece in (">", "> ", "- ", "1. ", "[", "![", "*", "_a", "` ", "<", "&", "[^a]: ", "<b>")
        ),
        "\n".join("  " * depth + "- item" for depth in range(300)) + "end",
        "<div>" + "<!--" * 10_000 + "\n\nend",
        "a" + " " * 50_000 + "end",
    ],
)
def test_text_nested_beyond_reason_is_read_to_its_end(source: str) -> None:
    document = parse_markdown(source)
    check(document)
    assert document.text.endswith("end")


@given(markdown)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_document_keeps_its_promises(source: str) -> None:
    check(parse_markdown(source))


@given(st.text("ab1 *_`[]()<>!&;#-+=|~\\\n\t.:^\"'é“\u00a0/\x1b\u202e", max_size=80))
@settings(deadline=None)
def test_every_run_of_markup_characters_becomes_a_sound_document(source: str) -> None:
    check(parse_markdown(source))


@given(st.lists(st.text("abcé ’", min_size=1).filter(str.strip), min_size=1))
def test_prose_comes_through_as_it_is(paragraphs: list[str]) -> None:
    assert parse_markdown("\n\n".join(p.strip() for p in paragraphs)).text == "\n".join(p.strip() for p in paragraphs)

"""Plain text becomes paragraphs, whether they stand on one line or are wrapped by hand."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from store.importing.plain import parse_plain
from tests.store.importing.documents import check

PROSE = (
    "Officials said on Wednesday that the bridge, which had been closed since the flood, would open again in weeks. "
    "The mayor, who has long asked for a second crossing, called it a start but said more was needed before winter."
)


def _paragraphs(text: str) -> list[str]:
    return parse_plain(text).text.split("\n")


def test_a_line_is_a_paragraph_where_no_blank_lines_part_them() -> None:
    lines = [PROSE, "“We will see,” she said.", PROSE[:100], "Nobody answered."]
    assert _paragraphs("\n".join(lines)) == lines


def test_hard_wrapped_lines_are_joined_at_any_common_width() -> None:
    for width in (60, 72, 80, 100, 118):
        wrapped = "\n\n".join(textwrap.fill(part, width) for part in [PROSE * 2, PROSE, PROSE * 3])
        assert _paragraphs(wrapped) == [PROSE * 2, PROSE, PROSE * 3]


def test_short_lines_among_wrapped_ones_stay_apart() -> None:
    poem = ["The river took the bridge away,", "the mayor came to look,", "and wrote it in a book."]
    items = ["- bread", "- salt", "- candles"]
    text = "\n\n".join([textwrap.fill(PROSE, 70), "\n".join(poem), "\n".join(items), textwrap.fill(PROSE * 2, 70)])
    assert _paragraphs(text) == [PROSE, *poem, *items, PROSE * 2]


def test_a_poem_and_a_list_of_names_are_not_joined() -> None:
    lines = ["Present were the members of the board", "Ann Lee, chair, and Bo Ek, clerk", "Apologies from Cy Oh"]
    assert _paragraphs("\n".join(lines)) == lines


def test_a_wrapped_list_keeps_its_items() -> None:
    items = [f"- {PROSE[:110]}", f"- {PROSE[:200]}"]
    wrapped = "\n".join(textwrap.fill(item, 72, subsequent_indent="  ") for item in items)
    assert _paragraphs(f"{textwrap.fill(PROSE, 72)}\n\n{wrapped}") == [PROSE, *(item.strip() for item in items)]


def test_hyphenated_line_ends_are_left_as_they_are() -> None:
    wrapped = textwrap.fill(PROSE, 70).replace("bridge,", "bri-\ndge,")
    assert "bri- dge," in parse_plain(f"{textwrap.fill(PROSE, 70)}\n\n{wrapped}").text.replace("\n", " ")


def test_control_characters_are_made_safe_one_for_one() -> None:
    assert parse_plain("a\x1b[31mb\u202ec\td").text == "a␛[31mb�c d"


@given(st.text("ab \n\t-.\x1b\u00a0\u2028é", max_size=200))
def test_every_plain_document_keeps_the_promises_of_documents(text: str) -> None:
    document = parse_plain(text)
    if document.text:
        check(document)
    assert all(block.kind == "paragraph" for block in document.blocks)
    assert "".join(document.text.split()) == "".join(parse_plain(text).text.split())

"""Line breaking: nothing lost, nothing too wide, breaks where a reader expects them."""

from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from store.safety import safe
from tui.widgets.article import wrapping
from tui.widgets.article.wrapping import cells, cluster_at, clusters, wrap

FAMILY = "👨‍👩‍👧‍👦"
TEXTS = st.text(
    st.one_of(
        st.sampled_from(list("abc de - – — “”’ .,\n")),
        st.sampled_from(
            [
                "漢",
                "字",
                "。",
                "「",
                "\u0301",
                "\u200d",
                "\ufe0f",
                "👨",
                "👍",
                "🏽",
                "🇫",
                "🇷",
                "क",
                "्",
                "ि",
                "ש",
                "\u200b",
            ]
        ),
        st.characters(),
    ),
    max_size=60,
).map(safe)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end].strip(" \n") for start, end in wrap(text, width)]


@example("abc \u0301", 3, True)
@given(TEXTS, st.integers(1, 30), st.booleans())
def test_lines_hold_the_text_once_and_in_order_and_keep_to_the_width(text: str, width: int, words: bool) -> None:
    spans = wrap(text, width, words=words)
    assert "".join(text[start:end] for start, end in spans) == text
    for start, end in spans:
        line = text[start:end].rstrip(" \n" if words else "\n")
        one_cluster = len(clusters(line.replace("\n", ""))) == 1
        assert cells(line) <= width or one_cluster


@given(TEXTS)
def test_clusters_cover_the_text_and_their_widths_add_up_to_what_the_screen_measures(text: str) -> None:
    line = text.replace("\n", "")
    found = clusters(line)
    assert "".join(line[start:end] for start, end, _ in found) == line
    for start, end, width in found:
        assert cell_len(line[start:end]) == width
    assert sum(width for _, _, width in found) == cell_len(line)


@given(TEXTS, st.integers(0, 60))
def test_the_cluster_at_an_offset_is_one_that_the_whole_paragraph_is_divided_into(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    start, end = cluster_at(text, offset)
    assert (start, end) == (len(text), len(text)) or start <= offset < end
    first = text.rfind("\n", 0, start) + 1
    line = text[first:].split("\n")[0]
    assert start == first + len(line) or start - first in {a for a, _, _ in clusters(line)}


def test_what_is_taken_for_one_cell_a_code_point_is_so() -> None:
    simple = [chr(c) for c in range(0x20, 0x30000) if not wrapping._COMPLEX.match(chr(c))]
    assert len(simple) > 2000
    assert [char for char in simple if get_character_cell_size(char) != 1 or category(char) in ("Mn", "Me", "Cc")] == []


@pytest.mark.parametrize("cluster", [FAMILY, "🇫🇷", "👍🏽", "e\u0301", "☺\ufe0f", "क्षि", "각"])
def test_a_cluster_is_never_cut(cluster: str) -> None:
    assert wrap(cluster * 5, 2) == wrap(cluster * 5, 2, words=False)
    assert all((end - start) % len(cluster) == 0 for start, end in wrap(cluster * 5, 2))


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("spaces   hang over", 6, ["spaces", "hang", "over"]),
        ("a round-the-clock assault", 14, ["a round-the-", "clock assault"]),
        ("from -5 to 3-2 it is", 6, ["from", "-5 to", "3-2 it", "is"]),
        ("he said—and went", 9, ["he said—", "and went"]),
        ("unbreakable\u00a0pair", 14, ["unbreakable\u00a0pa", "ir"]),
        ("see https://example.org/long", 10, ["see", "https://ex", "ample.org/", "long"]),
        ("one\ntwo three", 20, ["one", "two three"]),
        ("漢字は正しく。折り返す", 12, ["漢字は正し", "く。折り返す"]),
        ("彼は「はい」と", 6, ["彼は", "「は", "い」と"]),
        ("日本 Tokyo 2024年", 8, ["日本", "Tokyo", "2024年"]),
        ("“漢字” said", 6, ["“漢字”", "said"]),
        ("部長說¹「我們贏了」", 8, ["部長說", "¹「我們", "贏了」"]),
        ("部長說¹²✓我們", 9, ["部長說", "¹²✓我們"]),
        ("部長⁽¹說⁽²我們²⁾¹⁾贏了", 10, ["部長⁽¹說", "⁽²我們²⁾¹⁾", "贏了"]),
        ("部長▕我們▏✎贏了", 9, ["部長▕我", "們▏✎贏了"]),
        ("", 5, [""]),
    ],
)
def test_lines_end_where_a_reader_expects(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_code_breaks_at_any_character_and_keeps_its_spaces() -> None:
    text = "if x:\n    return   y\n\nend"
    assert [text[a:b] for a, b in wrap(text, 8, words=False)] == ["if x:\n", "    retu", "rn   y\n", "\n", "end"]

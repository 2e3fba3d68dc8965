"""Painting: strips as wide as the view, roles told apart without colour, overlaps that stay readable."""

from rich.style import Style
from textual.strip import Strip

from claims.model import Span
from store.safety import safe
from tests.tui.pane_drafts import Draft, paragraphs
from tui.widgets.article.flow import Flow
from tui.widgets.article.highlighting import Highlight, Highlights
from tui.widgets.article.painting import ORDER, paint
from tui.widgets.article.setting import Line


def style_of(names: tuple[str, ...]) -> Style:
    """A style that only says which names it was made of."""
    return Style.from_meta({"names": names})


def names_of(strip: Strip) -> dict[str, tuple[str, ...]]:
    return {segment.text: segment.style.meta["names"] for segment in strip if segment.style and segment.text.strip()}


def first_line(text: str, width: int = 40) -> Line:
    return Flow(paragraphs(text), width).lines(0)[1]


def painted(text: str, over: list[Highlight], selected: int | None = None) -> dict[str, tuple[str, ...]]:
    return names_of(paint(first_line(text), (50, 5, 40), over, selected, style_of))


def test_overlapping_claims_each_leave_their_mark() -> None:
    over = [Highlight(0, 11, "content", 0), Highlight(4, 7, "content", 1), Highlight(4, 7, "source", 2)]
    found = painted("one two six", over)
    assert found == {"one ": ("content",), "two": ("content", "content", "source"), " six": ("content",)}


def test_layers_lie_in_one_order_whatever_order_they_come_in() -> None:
    over = [Highlight(0, 3, name, -1) for name in reversed(ORDER)]
    assert painted("one", over) == {"one": ORDER}


def test_the_selected_item_has_more_than_its_neighbours() -> None:
    over = [Highlight(0, 3, "content", 0), Highlight(4, 7, "content", 1)]
    found = painted("one two", over, selected=1)
    assert (found["one"], found["two"]) == (("content",), ("content", "selected"))


def test_a_highlight_that_cuts_a_cluster_takes_it_whole() -> None:
    found = painted("a👨‍👩‍👧‍👦b", [Highlight(3, 5, "content", 0)])
    assert found == {"a": (), "👨‍👩‍👧‍👦": ("content",), "b": ()}


def test_the_caret_on_a_space_that_is_not_painted_stands_at_the_end_of_the_line() -> None:
    line = first_line("one two", 4)
    strip = paint(line, (10, 2, 4), [Highlight(3, 4, "caret")], None, style_of)
    assert [(s.text, s.style.meta["names"]) for s in strip if s.style][2] == (" ", ("caret",))
    assert strip.text == "  one     "


def test_every_strip_is_as_wide_as_the_view() -> None:
    texts = ["漢字👨‍👩‍👧‍👦 e\u0301 \u200b🇫🇷", safe("\x1b[31mred\x1b[0m\u202eevil"), "שלום עולם", ""]
    draft = Draft()
    for text in texts:
        draft.add(text).add(text, "code")
    document = draft.table(texts, texts).document
    for width in (1, 2, 3, 7, 40):
        flow = Flow(document, width)
        for row in range(-1, flow.total + 1):
            strip = paint(flow.line(row), (width + 2, 1, width), [Highlight(0, 9, "hit")], None, style_of)
            assert sum(segment.cell_length for segment in strip) == strip.cell_length == width + 2


def test_nothing_hostile_is_painted() -> None:
    document = Draft().add("\x1b]52;c;ZXZpbA==\x07 \u202eevil\u2066 \x9b31m").document
    flow = Flow(document, 30)
    text = "".join(paint(flow.line(row), (30, 0, 30), [], None, style_of).text for row in range(flow.total))
    assert text == safe(text)
    assert "\n" not in text


def test_highlights_are_found_by_place_even_under_long_ones() -> None:
    spans: list[Span] = [(0, 100), (5, 6), (10, 20), (15, 18), (50, 60)]
    highlights = Highlights([Highlight(start, end, "content", index) for index, (start, end) in enumerate(spans)])
    assert [h.item for h in highlights.on(16, 17)] == [0, 2, 3]
    assert [h.item for h in highlights.on(20, 50)] == [0]
    assert highlights.on(100, 200) == []

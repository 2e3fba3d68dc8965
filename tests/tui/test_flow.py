"""The flow: a document as lines. Every code point once and in order, within the width, whatever is asked first."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim
from store.document import CELL_DIVIDER, Block, Container, Document, Mark
from store.review import Item
from tests.tui.pane_drafts import Draft, claim, paragraphs, passage
from tests.tui.test_wrapping import TEXTS
from tui.widgets.article.drawn import Drawn
from tui.widgets.article.flow import LONGEST_UNIT, Flow
from tui.widgets.article.glyphs import FixedSigns, Sign
from tui.widgets.article.heights import Heights
from tui.widgets.article.setting import Line
from tui.widgets.article.wrapping import clusters

QUOTE = Container("quote", 501)


def lines(flow: Flow) -> list[Line]:
    return [line for index in range(flow.units) for line in flow.lines(index)]


def shown(flow: Flow) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines(flow)]


def set_at(document: Document, width: int, items: Sequence[Item] = ()) -> list[str]:
    flow = Flow(document, width)
    flow.decorate(Drawn(items))
    return shown(flow)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    draft = Draft()
    for _ in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(["paragraph", "heading", "code", "rule", "table"]))
        within = draw(
            st.sampled_from(
                [(), (QUOTE,), (draft.item(),), (QUOTE, draft.item(2, 7)), (Container("footnote", 502, label="x"),)]
            )
        )
        text = draw(TEXTS)
        if kind == "table":
            draft.table(*(["a|b", text.replace("\n", " "), "漢"] for _ in range(draw(st.integers(1, 3)))))
        elif kind == "rule":
            draft.add("", kind, within=within)
        else:
            draft.add(text if kind == "code" else text.replace("\n", " "), kind, within=within, level=1)
    document = draft.document
    marks = list(document.marks)
    for block in document.blocks:
        if block.kind in ("paragraph", "heading") and block.end - block.start > 4:
            kind = draw(st.sampled_from(["link", "image", "strong", "code"]))
            marks.append(Mark(kind, block.start + 1, block.end - 1))
            marks.append(Mark("break", block.start + 2, block.start + 3))
    return Document(document.text, document.blocks, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


SIGNS = st.lists(st.tuples(st.integers(0, 80), st.booleans()), max_size=6)


@given(documents(), st.integers(1, 40), SIGNS)
def test_every_code_point_is_on_one_line_and_in_order(
    document: Document, width: int, places: list[tuple[int, bool]]
) -> None:
    flow = Flow(document, width)
    flow.decorate(
        FixedSigns(sorted(Sign(min(at, len(document.text)), after, "¹", "number", 0) for at, after in places))
    )
    covered = [offset for line in lines(flow) for offset in range(line.start, line.end)]
    assert covered == [offset for block in document.blocks for offset in range(block.start, block.end)]


@given(documents(), st.integers(1, 40), SIGNS)
def test_what_is_painted_is_the_text_at_its_offset(
    document: Document, width: int, places: list[tuple[int, bool]]
) -> None:
    flow = Flow(document, width, visual=False)
    flow.decorate(
        FixedSigns(sorted(Sign(min(at, len(document.text)), after, "¹", "number", 0) for at, after in places))
    )
    painted: set[int] = set()
    moved = True
    while moved:  # what of a table is beyond its edge is seen once it has been moved there
        now = []
        for line in lines(flow):
            for run in line.runs:
                if run.source:
                    assert line.start <= run.at <= run.end <= line.end
                    words = document.text[run.at : run.end]
                    assert (
                        run.text == words or (words == CELL_DIVIDER and run.text in (" │ ", " ‹ ")) or "\n" in run.text
                    )
                    now += range(run.at, run.end)
        assert now == sorted(set(now))
        painted |= set(now)
        moved = any(flow.move_table(unit, 1) for unit in range(flow.units))
    missing = set(range(len(document.text))) - painted
    assert all(document.text[offset] in " \n|\u200b" or _broken(document, offset) for offset in missing)


def _broken(document: Document, offset: int) -> bool:
    """Whether a hard line break, which is never painted, was put there."""
    return any(mark.kind == "break" and mark.start <= offset < mark.end for mark in document.marks)


@given(documents(), st.integers(8, 40))
def test_lines_keep_to_the_width(document: Document, width: int) -> None:
    for line in lines(Flow(document, width)):
        text = "".join(run.text for run in line.runs if run.source)
        assert sum(run.width for run in line.runs) <= width or len(clusters(text)) <= 1


@given(documents(), st.integers(2, 40))
def test_a_click_on_a_character_finds_it_again(document: Document, width: int) -> None:
    for line in lines(Flow(document, width)):
        for run in line.runs:
            for start, _, cells_wide in clusters(run.text) if run.source else ():
                if cells_wide:
                    found, hit = line.offset_at(line.cell_of(run.at + start))
                    assert (found, hit) == (run.at + start, run)


@given(documents(), st.integers(1, 40), st.data())
def test_places_found_are_the_same_whatever_was_measured_before(
    document: Document, width: int, data: st.DataObject
) -> None:
    whole, parts = Flow(document, width), Flow(document, width)
    for index in range(whole.units):
        whole.measure(index)
        assert whole.height(index) == len(whole.lines(index))
    while parts.unmeasured is not None:
        parts.measure(data.draw(st.integers(0, parts.units - 1)) if parts.units > 1 else 0)
        parts.measure(parts.unmeasured or 0)
    assert whole.total == parts.total == len(lines(whole))
    for row, line in enumerate(lines(parts)):
        assert parts.line(row) == line
        if line.covers:
            assert parts.where(line.start) == row


@given(st.lists(st.integers(0, 9), min_size=1, max_size=2000), st.data())
def test_heights_find_what_a_plain_sum_finds(heights: list[int], data: st.DataObject) -> None:
    sums = Heights(heights)
    changed = data.draw(st.integers(0, len(heights) - 1))
    sums.find(sum(heights[:changed]))
    heights[changed] = sums[changed] = 5
    at = data.draw(st.integers(0, len(heights) - 1))
    assert sums.total == sum(heights)
    assert sums.top(at) == sum(heights[:at])
    if heights[at]:
        assert sums.find(sum(heights[:at])) == (at, 0)
        assert sums.find(sum(heights[: at + 1]) - 1) == (at, heights[at] - 1)


def test_a_list_hangs_its_items_under_bullets_and_lined_up_numbers() -> None:
    draft = Draft()
    outer, inner = draft.item(1), draft.item(2)
    draft.add("one of two words", within=[outer]).add("again", within=[outer]).add("inside", within=[outer, inner])
    draft.add("nine", within=[draft.item(3, 9)]).add("ten", within=[draft.item(3, 10)])
    assert set_at(draft.document, 12) == [
        "",
        "• one of two",
        "  words",
        "",
        "  again",
        "  ◦ inside",
        "",
        " 9. nine",
        "10. ten",
    ]


def test_a_quotation_has_its_bar_on_blank_lines_too() -> None:
    draft = Draft().add("one two", within=[QUOTE]).add("four", within=[QUOTE]).add("after")
    assert set_at(draft.document, 6) == ["", "▎ one", "▎ two", "▎", "▎ four", "", "after"]


def test_a_quotation_in_an_item_stands_apart_and_a_list_in_it_does_not() -> None:
    draft = Draft()
    item = draft.item()
    draft.add("one", within=[item]).add("said", within=[item, QUOTE])
    draft.add("inner", within=[item, draft.item(2)]).add("two", within=[draft.item()])
    assert set_at(draft.document, 20) == ["", "• one", "", "  ▎ said", "  ◦ inner", "• two"]


def test_a_line_of_code_that_goes_on_says_so() -> None:
    flow = Flow(Draft().add("abcdef\nghi", "code").document, 5)
    assert shown(flow)[2:] == [" abcd", "↳ef", " ghi", ""]


def test_footnotes_hang_under_their_labels() -> None:
    draft = Draft().add("text[a]", marks={"reference": "[a]"})
    draft.add("a note", within=[Container("footnote", 9, label="a")]).add(
        "more", within=[Container("footnote", 10, label="b")]
    )
    assert set_at(draft.document, 20) == ["", "text[a]", "", "[a] a note", "[b] more"]


def test_a_table_is_aligned_where_it_fits_and_stacked_where_it_does_not() -> None:
    draft = Draft().table(["Side", "Losses"], ["Ukraine", "1,200"], ["漢", ""], align="lr")
    assert set_at(draft.document, 20) == [
        "",
        "Side    │ Losses",
        "────────┼───────",
        "Ukraine │  1,200",
        "漢      │       ",
    ]
    assert set_at(draft.document, 14) == [
        "",
        "Columns:",
        "Side\u00a0· Losses",
        "",
        "Side: Ukraine",
        "Losses: 1,200",
        "",
        "Side: 漢",
        "Losses:",
    ]


def test_code_stands_on_its_own_ground_and_loses_no_space() -> None:
    draft = Draft().add("if x:\n    y", "code", info="python")
    flow = Flow(draft.document, 20)
    assert shown(flow) == ["", " python", " if x:", "     y", ""]
    assert {line.fill for line in lines(flow)[1:]} == {"code-block"}


def test_links_and_images_say_what_they_are_without_a_line_under_them() -> None:
    draft = Draft().add("see the site or a map", marks={"link": "the site", "image": "a map"})
    assert set_at(draft.document, 40) == ["", "see the site↗ or [image: a map]"]


def test_a_hard_break_ends_the_line() -> None:
    document = Document("one two three", (Block("paragraph", 0, 13),), (Mark("break", 3, 4),))
    assert set_at(document, 40) == ["", "one", "two three"]


def test_numbers_stand_before_claims_and_pens_behind_what_has_a_note() -> None:
    document = paragraphs("Russia said it had won. Many doubted it.")
    items = [
        claim(document, "it had won", "Russia", "said", number=12, note="hm"),
        claim(document, "Russia said it", number=13, decision="accepted"),
        claim(document, "had won", number=14, decision="rejected"),
        passage(document, "doubted"),
    ]
    assert set_at(document, 60, items) == ["", "⁽¹²⁽¹³✓Russia said it¹³⁾ had won¹²⁾✎. Many ▕doubted▏ it."]


def test_a_sign_never_parts_a_cluster_nor_a_number_from_its_word() -> None:
    document = paragraphs("a👨‍👩‍👧‍👦b word")
    flow = Flow(document, 6)
    flow.decorate(FixedSigns([Sign(3, False, "¹", "number", 0), Sign(4, True, "✎", "note", 0)]))
    assert shown(flow) == ["", "a¹👨‍👩‍👧‍👦✎b", "word"]


def test_a_sign_that_goes_leaves_the_lines_as_they_were() -> None:
    document = paragraphs("one two three", "four")
    flow = Flow(document, 13)
    flow.decorate(FixedSigns([Sign(4, False, "¹²³", "number", 0)]))
    flow.measure_around(0, 0, 99)
    assert flow.where(14) == 4
    flow.decorate(FixedSigns())
    flow.measure_around(0, 0, 99)
    assert flow.where(14) == 3


def test_a_paragraph_of_megabytes_is_set_in_parts_without_a_gap() -> None:
    text = "word " * 4000
    flow = Flow(paragraphs(text), 50)
    assert flow.units == len(text) // LONGEST_UNIT + 1
    assert sum(not line.covers for line in lines(flow)) == 1


@pytest.mark.parametrize("width", [1, 2, 7])
def test_very_narrow_columns_hold_everything(width: int) -> None:
    draft = Draft().add("漢字 wide", "heading", level=1).add("x", within=[QUOTE, Container("item", 77, 1, 10)])
    draft.table(["a", "b"], ["c", "d"]).add("code", "code").add("", "rule")
    flow = Flow(draft.document, width)
    covered = sum(line.end - line.start for line in lines(flow))
    assert covered == len(draft.document.text) - (len(draft.document.blocks) - 1)


def test_an_empty_document_has_no_lines() -> None:
    flow = Flow(Document("", ()), 10)
    assert (flow.total, flow.where(0), flow.line(0), flow.window(0, 5)) == (0, 0, None, [])


def test_a_table_cell_keeps_its_divider_in_the_text() -> None:
    document = Draft().table(["a", "b"]).document
    assert CELL_DIVIDER in document.text
    (line, _rule) = [line for line in lines(Flow(document, 20)) if line.runs]
    assert line.end - line.start == len(document.text)


def test_claims_that_share_an_offset_with_an_end_come_after_it() -> None:
    document = paragraphs("one two")
    first = Item(1, Claim(content=((0, 4),)), None)
    assert set_at(document, 20, [first, passage(document, "two", "note")]) == ["", "¹one ▕two▏✎"]

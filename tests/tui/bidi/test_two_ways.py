"""An article with words from right to left: seen in their order, and worked on by the letters that are seen."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Offset

from store.document import Document
from tests.tui.bidi.capitals import capitals, hebrew
from tests.tui.pane_drafts import Draft, PaneApp, claim, painted, paragraphs, span_of
from tui.config.schema import Config
from tui.widgets.article.drawn import Drawn
from tui.widgets.article.flow import Flow
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.painting import paint
from tui.widgets.article.setting import Line
from tui.widgets.article.wrapping import clusters

WORDS = st.lists(
    st.sampled_from(
        [
            *("the", "word", "(b)", "“said”", "12.5%", "3-5,", "–", "漢字", "👨‍👩‍👧", "x", "A1", "[", "»"),
            *(hebrew("SAID"), hebrew("(B)"), hebrew("“NO”,"), hebrew("A"), "שָׁלוֹם", "قال", "١٢", "קָ\u200d", "a" * 30),
        ]
    ),
    max_size=30,
).map(" ".join)


def lines(document: Document, width: int) -> list[Line]:
    flow = Flow(document, width)
    return [line for unit in range(flow.units) for line in flow.lines(unit)]


def seen(line: Line, width: int = 40, over: tuple[Highlight, ...] = ()) -> str:
    """What ``line`` looks like, with capitals for Hebrew letters."""
    return capitals(paint(line, (width, 0, width), over, None, lambda _: Style()).text)


def text_of(*texts: str) -> Document:
    return paragraphs(*map(hebrew, texts))


@given(st.lists(WORDS.filter(bool), min_size=1, max_size=3), st.integers(4, 60), st.booleans())
def test_every_letter_is_painted_once_and_found_again_at_its_cell(texts: list[str], width: int, code: bool) -> None:
    draft = Draft()
    for text in texts:
        draft.add(text, "code" if code else "paragraph")
    for line in lines(draft.document, width):
        runs = [run for run in line.runs if run.source]
        assert sum(len(run.text) for run in runs) == len({run.at + i for run in runs for i in range(len(run.text))})
        assert not runs or {run.at for run in runs} >= {line.start}
        left = 0
        for run in line.runs:
            assert run.width == cell_len(run.text)
            if run.source:
                for start, _, cells in clusters(run.text):
                    at = line.cell_of(run.at + start)
                    assert left <= at < left + max(run.width, 1)
                    assert not cells or line.offset_at(at) == (run.at + start, run)
            left += run.width


@given(WORDS, st.integers(4, 60), st.data())
def test_every_row_is_as_wide_as_it_should_be_with_all_its_letters(text: str, width: int, data: st.DataObject) -> None:
    document = paragraphs(text or "x")
    for line in lines(document, width):
        ends = sorted(data.draw(st.lists(st.integers(0, len(document.text)), min_size=2, max_size=5)))
        over = tuple(Highlight(a, b, "content", 0) for a, b in pairwise(ends) if a < b)
        words = sum(run.width for run in line.runs)
        row = paint(line, (words, 0, words), over, None, lambda _: Style())
        assert cell_len(row.text) == words
        written = "".join(run.text for run in line.runs)
        assert sorted(filter(str.isalnum, row.text)) == sorted(filter(str.isalnum, written))


def test_paragraphs_begin_on_the_side_of_their_first_letter() -> None:
    first, second = (line for line in lines(text_of("HE said NO.", "he SAID no."), 20) if line.covers)
    assert seen(first, 20) == "         .ON said EH"
    assert seen(second, 20) == "he DIAS no.         "


def test_lines_are_broken_as_they_are_read_and_each_is_put_in_order_after_that() -> None:
    found = [seen(line, 12) for line in lines(text_of("ONE TWO three FOUR five"), 12) if line.covers]
    assert found == ["     OWT ENO", "  RUOF three", "        five"]


def test_bullets_numbers_and_bars_stand_before_the_words_which_is_on_their_right() -> None:
    draft = Draft()
    item, numbered = draft.item(), draft.item(2, 7)
    draft.add(hebrew("ONE two"), within=[item]).add(hebrew("THREE"), within=[numbered]).add("four", within=[item])
    first, second, third = (seen(line, 14).rstrip() for line in lines(draft.document, 14) if line.covers)
    assert first == "     two ENO •"
    assert second == "      EERHT .7"
    assert third == "• four"


def test_a_heading_is_underlined_where_it_stands() -> None:
    heading, rule = (
        seen(line, 12) for line in lines(Draft().add(hebrew("ONE"), "heading", level=1).document, 12) if line.runs
    )
    assert heading == "         ENO"
    assert rule == "         ━━━"


def test_code_begins_on_the_left_and_cells_of_a_table_stay_in_their_columns() -> None:
    draft = Draft().add(hebrew('a = "B C"'), "code")
    draft.table(["name", "x"], [hebrew("A B (c)"), "1"], ["d", hebrew("E 2")])
    found = [seen(line, 30).rstrip() for line in lines(draft.document, 30)]
    assert ' a = "C B"' in found
    assert "(c) B A │ 1" in found
    assert "d       │ 2 E" in found


def test_the_number_of_a_claim_stands_before_its_first_word_and_its_note_behind_its_last() -> None:
    document = text_of("he SAID YES today", "HE SAID yes TODAY")
    flow = Flow(document, 40)
    flow.decorate(Drawn([claim(document, hebrew("SAID YES"), note="a note")]))
    first = next(line for line in flow.lines(0) if line.covers)
    assert seen(first).rstrip() == "he ✎SEY DIAS¹ today"
    flow.decorate(Drawn([claim(document, hebrew("SAID yes"), note="a note", number=12)]))
    second = next(line for line in flow.lines(1) if line.covers)
    assert seen(second).strip() == "YADOT yes✎ DIAS¹² EH"


def test_the_sign_of_a_link_is_behind_its_last_word_and_an_image_stays_in_its_brackets() -> None:
    words = hebrew("A BRIDGE")
    link = Draft().add(f"see {words} now", marks={"link": words}).document
    image = Draft().add(f"see {words} now", marks={"image": words}).document
    assert [seen(line).rstrip() for one in (link, image) for line in lines(one, 40) if line.covers] == [
        "see ↗EGDIRB A now",
        "see [image: EGDIRB A] now",
    ]


def test_what_is_drawn_on_words_is_drawn_where_they_are_seen() -> None:
    document = text_of("he SAID YES (NO) today")
    line = next(line for line in lines(document, 40) if line.covers)
    over = (Highlight(*span_of(document, hebrew("YES (")), "content", 0),)
    row = paint(line, (40, 0, 40), over, None, lambda names: Style(bold="content" in names))
    assert capitals(row.text).startswith("he (ON) SEY DIAS today")
    assert capitals("".join(one.text for one in row if one.style and one.style.bold)) == ") SEY"


def test_the_caret_on_a_space_at_the_end_of_a_line_is_seen_left_of_it() -> None:
    document = text_of("ONE TWO")
    line = next(line for line in lines(document, 5) if line.covers)
    row = paint(line, (5, 0, 5), (Highlight(3, 4, "caret"),), None, lambda names: Style(reverse="caret" in names))
    assert capitals(row.text) == "  ENO"
    assert [one.text for one in row if one.style and one.style.reverse] == [" "]
    assert line.cell_of(3) == 1


TEXT = text_of("HE SAID that the (OLD BRIDGE) IS SAFE and left IN 2026.", "the mayor SAID NO today")


def cell(app: PaneApp, at: int) -> Offset:
    """The cell of the view at which the letter at offset ``at`` is painted, found by what is painted there."""
    row = app.pane._flow.where(at) - round(app.pane.scroll_y)
    line = app.pane._flow.line(row)
    assert line is not None
    return Offset(app.pane._geometry[1] + line.cell_of(at), row)


@pytest.mark.parametrize("width", [24, 40, 80])
async def test_a_click_lands_on_the_letter_that_is_seen(width: int) -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(width, 12)) as pilot:
        rows = painted(app.pane)
        for at, letter in enumerate(TEXT.text):
            if letter.isalpha():
                where = cell(app, at)
                assert rows[where.y][where.x] == letter
                assert app.pane.spot(*where)[0] == (at, at + 1)
        word = span_of(TEXT, hebrew("BRIDGE"))[0]
        await pilot.click(app.pane, offset=cell(app, word))
        await pilot.pause()
        assert [said.offset for said in app.said if hasattr(said, "offset")] == [word]


async def test_a_selection_in_right_to_left_text_is_the_words_between_its_ends() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(80, 12)) as pilot:
        start, end = span_of(TEXT, hebrew("SAID that the (OLD"))
        await pilot.mouse_down(app.pane, offset=cell(app, start))
        await pilot.hover(app.pane, offset=cell(app, end - 1))
        await pilot.mouse_up(app.pane, offset=cell(app, end - 1))
        assert app.pane.selection == (start, end)
        assert app.screen.get_selected_text() == hebrew("SAID that the (OLD")


async def test_the_caret_goes_on_and_back_as_one_reads_and_keeps_its_column_up_and_down() -> None:
    app = PaneApp(text_of("ONE TWO THREE", "FOUR FIVE SIX"))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("v", "l", "l")
        assert app.pane.caret == 2
        before = cell(app, 2)
        await pilot.press("j")
        assert app.pane.caret is not None
        assert cell(app, app.pane.caret) == Offset(before.x, before.y + 2)
        await pilot.press("k")
        assert app.pane.caret == 2


async def test_beside_the_words_of_a_paragraph_is_its_nearest_end() -> None:
    app = PaneApp(text_of("ONE TWO"))
    async with app.run_test(size=(40, 12)):
        row = cell(app, 0).y
        assert app.pane.spot(39, row)[0] == (0, 1)
        left, run = app.pane.spot(6, row)
        assert (left, run) == ((6, 7), None)


class TerminalOrders(PaneApp):
    config = Config(bidi="terminal")


async def test_where_the_terminal_orders_lines_they_are_left_as_they_are_read() -> None:
    app = TerminalOrders(TEXT)
    async with app.run_test(size=(80, 12)):
        assert any("HE SAID that the (OLD BRIDGE) IS SAFE" in capitals(row) for row in painted(app.pane))

"""Tables: whole where they fit, sideways where they do not, stacked in narrow views and for prose."""

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual import events

from store.document import CELL_DIVIDER, Document
from tests.tui.pane_drafts import Draft, PaneApp, claim, painted
from tests.tui.reading import until
from tests.tui.test_flow import lines, shown
from tests.tui.test_wrapping import TEXTS
from tui.widgets.article.columns import LONGEST, NARROWEST, measured, sideways
from tui.widgets.article.flow import Flow
from tui.widgets.article.flow_view import MEASURE
from tui.widgets.article.glyphs import FixedSigns, Sign
from tui.widgets.article.wrapping import cells, clusters

YEARS = [str(year) for year in range(2001, 2021)]


def yearly(*countries: str) -> Draft:
    """A table of a column for each of twenty years."""
    rows = ([country, *(f"{year[2:]},{n:03}" for year in YEARS)] for n, country in enumerate(countries))
    return Draft().table(["Country", *YEARS], *rows, align="l" + "r" * len(YEARS))


NORDIC = yearly("Norway", "Sweden", "Åland").document
PROSE = Draft().table(
    ["Who", "What"], ["The union", "Nobody has inspected the bridge since 2011, it said, and nobody will."], ["x", "y"]
)


def all_of(flow: Flow) -> list[list[str]]:
    """What is shown at each column that the first table can be moved to."""
    found = [shown(flow)]
    while flow.move_table(0, 1):
        found.append(shown(flow))
    return found


def test_a_wide_table_keeps_its_first_column_and_says_where_there_is_more() -> None:
    flow = Flow(NORDIC, 45)
    assert shown(flow)[1:] == [
        "Country │   2001 │   2002 │   2003 │   2004 ›",
        "────────┼────────┼────────┼────────┼───────",
        "Norway  │ 01,000 │ 02,000 │ 03,000 │ 04,000 ›",
        "Sweden  │ 01,001 │ 02,001 │ 03,001 │ 04,001 ›",
        "Åland   │ 01,002 │ 02,002 │ 03,002 │ 04,002 ›",
    ]
    assert flow.move_table(0, 1)
    assert shown(flow)[1] == "Country ‹   2002 │   2003 │   2004 │   2005 ›"
    while flow.move_table(0, 1):
        pass
    assert shown(flow)[1] == "Country ‹   2017 │   2018 │   2019 │   2020"
    assert flow.move_table(2, -1)
    assert shown(flow)[3] == "Norway  ‹ 16,000 │ 17,000 │ 18,000 │ 19,000 ›"


def test_where_the_first_column_leaves_no_room_it_moves_along() -> None:
    flow = Flow(yearly("The United Republic of Tanzania").document, 44)
    assert flow.move_table(0, 1)
    assert shown(flow)[1] == "‹   2001 │   2002 │   2003 │   2004 ›"


def test_it_is_seen_at_the_same_column_after_the_view_was_wide_and_narrow_again() -> None:
    flow = Flow(NORDIC, 44)
    flow.move_table(0, 1)
    before = shown(flow)
    flow.reflow(300)
    assert not any("‹" in line or "›" in line for line in shown(flow))
    flow.reflow(44)
    assert shown(flow) == before


def test_each_table_is_moved_by_itself() -> None:
    draft = yearly("Norway").add("between")
    document = draft.table(["Country", *YEARS], ["Chad", *YEARS]).document
    flow = Flow(document, 44)
    assert flow.move_table(0, 1)
    assert [line[:14] for line in shown(flow) if "Country" in line] == ["Country ‹   20", "Country │ 2001"]


def test_rows_are_stacked_where_the_view_is_narrow() -> None:
    flow = Flow(NORDIC, NARROWEST - 1)
    told = shown(flow)
    assert told[1] == "Columns: Country\u00a0· 2001\u00a0· 2002\u00a0· 2003\u00a0·"
    assert told[5:9] == ["2019\u00a0· 2020", "", "Country: Norway", "2001: 01,000"]
    assert not flow.move_table(0, 1)
    assert not any(flow.is_wide(unit) for unit in range(flow.units))
    assert told[told.index("Country: Sweden") - 1] == ""


def test_rows_are_stacked_where_cells_are_prose_and_no_header_without_a_table_stands_over_them() -> None:
    told = shown(Flow(PROSE.document, 60))
    assert told[1:4] == ["Columns: Who\u00a0· What", "", "Who: The union"]
    assert told[4:7] == ["What: Nobody has inspected the bridge since 2011, it said,", "and nobody will.", ""]


def test_one_row_of_prose_is_stacked_among_others_that_are_not() -> None:
    rows = [["Norway", *YEARS] for _ in range(5)]
    rows[2][3] = "not known, since the office burnt down in that year"
    told = shown(Flow(Draft().table(["Country", *YEARS], *rows).document, 50))
    at = told.index("Country: Norway")
    assert told[at - 1] == ""
    assert told[at - 2].startswith("Norway  │ 2001")
    assert told[at + len(YEARS) + 1 :][1:2] == [""]
    assert told[-1].startswith("Norway  │ 2001")


def test_a_sign_more_stacks_no_row() -> None:
    rows = [["Norway", "x" * LONGEST, *YEARS], ["Chad", "y", *YEARS]]
    flow = Flow(Draft().table(["Country", "What", *YEARS], *rows).document, 60)
    heights = [len(flow.lines(unit)) for unit in range(flow.units)]
    at = flow.document.text.index("x")
    flow.decorate(FixedSigns([Sign(at, False, "¹²³✓", "number", 0)]))
    assert [len(flow.lines(unit)) for unit in range(flow.units)] == heights


def test_headings_that_are_too_long_for_a_line_go_on_on_the_next() -> None:
    long = "How much of it there was in the year before the last"
    told = shown(Flow(Draft().table(["Country", long], ["Chad", "1"]).document, 30))
    assert told[1:4] == ["Columns: Country\u00a0· How much of", "it there was in the year", "before the last"]


def test_what_is_prose_in_a_narrow_view_is_a_cell_in_a_wide_one() -> None:
    words = "“Too much”, said the opposition’s leader."
    rows = [[str(year), *[words] * 4] for year in range(2015, 2020)]
    document = Draft().table(["Year", "A", "B", "C", "D"], *rows).document
    assert shown(Flow(document, 88))[1].startswith("Columns: ")
    assert shown(Flow(document, 110))[3].startswith(f"2015 │ {words} │ {words} ›")
    assert shown(Flow(document, 140))[3].startswith(f"2015 │ {words} │ {words} │ {words} ›")


def test_wide_characters_and_emoji_keep_the_columns_in_line() -> None:
    rows = [["日本", "😀 done", "1"], ["👨‍👩‍👧‍👦 home", "e\u0301te\u0301", "22"], ["plain", "x", "333"]]
    told = shown(Flow(Draft().table(["Where", "How", "Many"], *rows, align="lcr").document, 40))
    assert {tuple(cells(part) for part in line.split("│")) for line in told if "│" in line} == {(8, 9, 5)}


def test_a_break_in_a_cell_is_a_space_in_a_row_and_a_line_in_a_stack() -> None:
    from store.importing.markdown import parse_markdown

    document = parse_markdown("| a | b |\n|---|---|\n| one<br>two | three |\n")
    assert shown(Flow(document, 40))[-1] == "one two │ three"
    assert shown(Flow(document, 10))[-3:] == ["a: one", "two", "b: three"]


CELLS = TEXTS.map(lambda text: text.replace("\n", " ").replace(CELL_DIVIDER, " "))


@st.composite
def tables(draw: st.DrawFn) -> Document:
    columns = draw(st.integers(1, 8))
    rows = draw(st.lists(st.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=4))
    return Draft().table(*rows, align=draw(st.text("lcr-", min_size=columns, max_size=columns))).document


@example(Draft().table(["", "000000"], ["", "🏻"]).document, 7, [])
@given(tables(), st.integers(1, 100), st.lists(st.integers(0, 60), max_size=4))
def test_every_code_point_is_on_one_line_and_every_word_is_seen_at_some_column(
    document: Document, width: int, places: list[int]
) -> None:
    flow = Flow(document, width)
    flow.decorate(FixedSigns(Sign(at, False, "¹", "number", 0) for at in sorted(places)))
    heights = [len(flow.lines(unit)) for unit in range(flow.units)]
    flow.measure_around(0, 0, 10**6)
    assert [flow.height(unit) for unit in range(flow.units)] == heights
    seen: set[int] = set()
    while True:
        covered = [offset for line in lines(flow) for offset in range(line.start, line.end)]
        assert covered == [offset for block in document.blocks for offset in range(block.start, block.end)]
        assert [len(flow.lines(unit)) for unit in range(flow.units)] == heights
        for line in lines(flow):
            assert sum(run.width for run in line.runs) <= max(width, 2)
            seen.update(offset for run in line.runs if run.source for offset in range(run.at, run.end))
        if not any(flow.move_table(unit, 1) for unit in range(flow.units)):
            break
    assert all(document.text[offset] in " \n|\u200b" for offset in set(range(len(document.text))) - seen)


@given(tables(), st.integers(NARROWEST, 100), st.data())
def test_what_is_gone_to_is_seen_and_clicked_on_is_found_again(
    document: Document, width: int, data: st.DataObject
) -> None:
    flow = Flow(document, width)
    cell = data.draw(st.sampled_from([mark for mark in document.marks if mark.kind == "cell"]))
    if cell.start == cell.end:
        return
    offset = data.draw(st.integers(cell.start, cell.end - 1))
    flow.uncover(offset)
    line = next(line for line in lines(flow) if line.start <= offset < line.end)
    if document.text[offset] not in " \u200b":
        run = next(run for run in line.runs if run.source and run.at <= offset < run.end)
        cluster = next(one for one in clusters(run.text) if run.at + one[0] <= offset < run.at + one[1])
        found, _ = line.offset_at(line.cell_of(run.at + cluster[0]))
        assert found == run.at + cluster[0] or not cluster[2]
    assert not flow.uncover(offset)


@given(st.lists(st.integers(0, LONGEST), min_size=1, max_size=30), st.integers(NARROWEST, 120))
def test_going_right_shows_each_column_whole_and_going_left_comes_back(widths: list[int], width: int) -> None:
    seen: list[int] = []
    first, before = 0, -1
    while first != before:
        part = sideways(widths, width, first)
        assert part.breadth(widths) <= width
        assert part.columns
        seen += part.seen
        before, first = first, min(part.columns.start + 1, len(widths) - 1) if part.more_right else first
    assert set(seen) == set(range(len(widths)))
    assert not part.more_right
    assert not sideways(widths, width, 0).more_left


def test_a_row_of_prose_widens_no_column_for_the_others() -> None:
    rows = [((3, 4), False, True), ((9, 1), False, False), ((2, 50), True, False), *[((1, 1), False, False)] * 9]
    columns = measured(rows, "", ())
    assert (columns.widths, columns.usual, columns.prose) == ((9, 50), (9, 4), False)


async def test_the_keys_of_the_pane_find_the_table_and_a_click_on_its_edge_moves_it() -> None:
    app = PaneApp(yearly("Norway", "Sweden").document)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.pane.move_table(1)
        y, row = next((y, row) for y, row in enumerate(painted(app.pane)) if "Norway" in row)
        assert "‹ 02,000" in row
        await pilot.click(app.pane, offset=(row.index("›"), y))
        assert "‹ 03,000" in painted(app.pane)[y]
        await pilot.click(app.pane, offset=(row.index("‹"), y))
        await pilot.click(app.pane, offset=(row.index("‹"), y))
        assert "│ 01,000" in painted(app.pane)[y]
        assert app.pane.selection is None
        assert not app.said or all(type(one).__name__ == "Scrolled" for one in app.said)


async def test_a_table_stays_where_it_was_moved_to_when_its_text_comes_again() -> None:
    app = PaneApp(NORDIC)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.pane.move_table(1)
        before = painted(app.pane)
        app.pane.show(yearly("Norway", "Sweden", "Åland").document)
        await pilot.pause()
        assert "‹   2002" in before[1]
        assert painted(app.pane) == before


async def test_in_a_wide_view_a_table_has_the_room_beside_the_text_too() -> None:
    app = PaneApp(Draft().add("word " * 100).table(["Country", *YEARS[:12]], ["Norway", *YEARS[:12]]).document)
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.pause()
        header = next(row for row in painted(app.pane) if "Country" in row)
        assert YEARS[11] in header
        assert "›" not in header
        assert all(len(row.strip()) <= MEASURE for row in painted(app.pane) if "word" in row)
        await pilot.resize_terminal(90, 30)
        await until(pilot, lambda: "›" in next(row for row in painted(app.pane) if "Country" in row))


async def test_the_wheel_with_shift_moves_the_table_under_the_pointer_only() -> None:
    app = PaneApp(yearly("Norway").add("Words below.").document)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()

        def turn(word: str) -> None:
            y = next(y for y, row in enumerate(painted(app.pane)) if word in row)
            app.pane.post_message(events.MouseScrollDown(app.pane, 5, y, 0, 0, 0, True, False, False))

        turn("below")
        await pilot.pause()
        assert "│   2001" in painted(app.pane)[1]
        turn("Norway")
        await pilot.pause()
        assert "‹   2002" in painted(app.pane)[1]


async def test_what_is_searched_for_or_selected_in_a_column_out_of_sight_brings_it_into_sight() -> None:
    document = yearly("Norway", "Sweden", "Åland").document
    app = PaneApp(document, [claim(document, "17,001")])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.pane.search("15,002") == 1
        app.pane.next_hit()
        assert "15,002" in "".join(painted(app.pane))
        app.pane.reveal(*app.pane.items[0].span)
        assert "¹17,001" in "".join(painted(app.pane))
        await pilot.press("v", "0")
        await pilot.press("w")
        assert app.pane.caret is not None
        line = app.pane._flow.line(app.pane._flow.where(app.pane.caret))
        assert line is not None
        assert any(run.source and run.at <= app.pane.caret < run.end for run in line.runs)


async def test_what_is_gone_to_before_the_first_paint_is_in_sight_with_it() -> None:
    class Late(PaneApp):
        def on_mount(self) -> None:
            super().on_mount()
            self.pane.reveal(*(document.text.index("18,001"),) * 2)

    document = yearly("Norway", "Sweden").document
    app = Late(document)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "18,001" in "".join(painted(app.pane))


async def test_a_selection_over_columns_out_of_sight_is_copied_whole() -> None:
    app = PaneApp(yearly("Norway", "Sweden").document)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.pane.select(0, len(app.pane.text))
        await pilot.pause()
        assert app.screen.get_selected_text() == app.pane.text


@pytest.mark.parametrize(("rows", "columns"), [(10_000, 10), (1_000, 200)])
def test_a_big_table_is_set_and_moved_at_once(rows: int, columns: int) -> None:
    body = [[f"{n}.{k}" for k in range(columns)] for n in range(rows)]
    document = Draft().table([f"c{k}" for k in range(columns)], *body).document
    began = process_time()
    flow = Flow(document, 60)
    flow.measure_around(rows // 2, 40, 80)
    first = [flow.lines(unit) for unit in range(rows // 2, rows // 2 + 40)]
    opened = process_time() - began
    began = process_time()
    assert flow.move_table(rows // 2, 1)
    then = [flow.lines(unit) for unit in range(rows // 2, rows // 2 + 40)]
    moved = process_time() - began
    assert first != then
    # A fiftieth of this is usual; what goes over all the cells of the table takes far longer.
    assert opened < 5, opened
    assert moved < 0.5, moved


LIST = Draft().table(["Place", "Count"], *([f"Place {n}", str(n)] for n in range(100))).add("The end.").document


async def test_the_header_of_a_long_table_stays_in_sight() -> None:
    app = PaneApp(LIST)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "Place    │ Count" in painted(app.pane)[1]
        app.pane.scroll_rows(40)
        await pilot.pause()
        rows = painted(app.pane)
        assert "Place    │ Count" in rows[0]
        assert "Place 38 │ 38" in rows[1]
        app.pane.scroll_to_end()
        await pilot.pause()
        assert "Place    │ Count" in painted(app.pane)[0]
        assert "The end." in painted(app.pane)[-1]


async def test_the_caret_is_never_under_the_header_and_a_click_on_that_is_one_on_its_words() -> None:
    app = PaneApp(LIST)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.pane.scroll_rows(40)
        await pilot.press("v", *["k"] * 9)
        assert app.pane.caret is not None
        assert app.pane.row_of(app.pane.caret) >= 1
        assert "Place    │ Count" in painted(app.pane)[0]
        await pilot.click(app.pane, offset=(painted(app.pane)[0].index("Count"), 0))
        await pilot.pause()
        assert app.pane.caret == LIST.text.index("Count")


async def test_in_a_low_view_the_header_goes() -> None:
    app = PaneApp(LIST)
    async with app.run_test(size=(60, 5)) as pilot:
        await pilot.pause()
        app.pane.scroll_rows(40)
        await pilot.pause()
        assert "Count" not in "".join(painted(app.pane))

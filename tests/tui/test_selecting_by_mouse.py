"""Selecting in the pane by mouse: offsets into the source, whole clusters, the article's own text."""

import pytest
from textual.events import MouseScrollDown
from textual.geometry import Offset

from tests.tui.pane_drafts import PaneApp, paragraphs, span_of
from tests.tui.reading import until
from tests.tui.selecting_stage import FAMILY, TEXT, cell, drag, items, selected_spans
from tests.tui.test_article_pane import LONG, at_words
from tui.widgets.article.pane import ArticlePane


@pytest.mark.parametrize("width", [24, 40, 80, 160])
async def test_a_drag_gives_the_offsets_of_the_words_at_every_width(width: int) -> None:
    app = PaneApp(TEXT, items(TEXT))
    async with app.run_test(size=(width, 24)) as pilot:
        await drag(pilot, app, cell(app, "unemployment"), cell(app, "unemployment", last=True))
        assert app.pane.selection == span_of(TEXT, "unemployment")
        await until(pilot, lambda: selected_spans(app)[-1:] == [span_of(TEXT, "unemployment")])
        assert app.screen.get_selected_text() == "unemployment"


async def test_a_drag_backwards_over_lines_selects_the_same_and_copies_no_sign() -> None:
    app = PaneApp(TEXT, items(TEXT))
    async with app.run_test(size=(40, 24)) as pilot:
        await drag(pilot, app, cell(app, "others"), cell(app, "said on"))
        expected = TEXT.text[TEXT.text.index("said on") : TEXT.text.index(" said.")]
        assert app.screen.get_selected_text() == expected
        await pilot.press("ctrl+c")
        assert app.clipboard == expected


async def test_a_drag_never_parts_a_cluster() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        place = cell(app, FAMILY)
        await drag(pilot, app, place + Offset(1, 0), place + Offset(2, 0))
        assert app.screen.get_selected_text() == FAMILY
        await drag(pilot, app, place - Offset(2, 0), place)
        assert app.screen.get_selected_text() == "family " + FAMILY


async def test_a_drag_takes_words_whole_and_no_space_around_them() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        await drag(pilot, app, cell(app, "nistry"), cell(app, "id on"))
        assert app.screen.get_selected_text() == "ministry said"
        await drag(pilot, app, cell(app, " said on"), cell(app, "on Monday", last=True) + Offset(1, 0))
        assert app.screen.get_selected_text() == "said on Monday"
        # Of what is written without spaces a word cannot be told from the next.
        await drag(pilot, app, cell(app, "字 and"), cell(app, "and un", last=True))
        assert app.screen.get_selected_text() == "字 and unemployment"
        # Letters are for the keys, which go on from there.
        await pilot.press("v", "h")
        assert app.screen.get_selected_text() == "字 and unemploymen"


async def test_the_key_that_selects_goes_on_with_what_is_selected() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.click(app.pane, offset=cell(app, "ministry"), times=2)
        await pilot.press("v", "v", "v")
        assert app.screen.get_selected_text() == "ministry"
        await pilot.press("e")
        assert app.screen.get_selected_text() == "ministry said"
        assert not app.pane.check_action("caret_anchor", ())
        await pilot.press("escape")
        assert app.pane.selection is None
        assert app.pane.check_action("caret_anchor", ())


async def test_a_drag_over_the_edge_scrolls_and_selects_on() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.styles.height = 10
        await until(pilot, lambda: app.pane.rows == 10)
        start = at_words(app.pane, "Paragraph 1 ")
        await pilot.mouse_down(app.pane, offset=start)
        await pilot.hover(offset=(start.x, 15))
        await until(pilot, lambda: app.pane.scroll_y > 30)
        await pilot.mouse_up(offset=(start.x, 15))
        selection = app.pane.selection
        assert selection is not None
        assert selection[0] == span_of(LONG, "Paragraph 1 ")[0]
        assert app.pane.visible_span[0] < selection[1] <= app.pane.visible_span[1]
        scrolled = app.pane.scroll_y
        await pilot.pause(0.2)
        assert app.pane.scroll_y == scrolled


async def test_the_wheel_scrolls_and_leaves_the_selection() -> None:
    app = PaneApp(LONG)
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.select(*span_of(LONG, "Paragraph 0"))
        await pilot._post_mouse_events([MouseScrollDown], app.pane, offset=(5, 5), button=0)
        await until(pilot, lambda: app.pane.scroll_y > 0)
        assert app.pane.selection == span_of(LONG, "Paragraph 0")


async def test_twice_selects_the_word_three_times_the_paragraph_and_once_clears() -> None:
    app = PaneApp(TEXT, items(TEXT))
    async with app.run_test(size=(80, 24)) as pilot:
        place = cell(app, "isn’t")
        await pilot.click(app.pane, offset=place, times=2)
        assert app.screen.get_selected_text() == "isn’t"
        await pilot.click(app.pane, offset=place, times=3)
        assert app.screen.get_selected_text() == TEXT.text.split("\n")[0]
        assert selected_spans(app)[-1] == (0, TEXT.text.index("\n"))
        await pilot.pause(0.6)
        await pilot.click(app.pane, offset=cell(app, "Nobody"))
        await until(pilot, lambda: selected_spans(app)[-1] is None)
        assert app.pane.selection is None


async def test_a_click_with_shift_selects_on_to_there_from_the_end_that_is_further() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        await drag(pilot, app, cell(app, "unemployment"), cell(app, "had", last=True))
        await pilot.click(app.pane, offset=cell(app, "fallen", last=True), shift=True)
        assert app.screen.get_selected_text() == "unemployment had fallen"
        await pilot.click(app.pane, offset=cell(app, "Monday"), shift=True)
        assert app.screen.get_selected_text() == "Monday that 漢字 and unemployment had fallen"
        await until(pilot, lambda: selected_spans(app)[-1:] == [app.pane.selection])
        assert not [said for said in app.said if isinstance(said, ArticlePane.Clicked)]


async def test_a_click_with_shift_selects_from_the_last_click_or_the_caret() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.click(app.pane, offset=cell(app, "Monday"))
        await pilot.click(app.pane, offset=cell(app, "漢字", last=True), shift=True)
        assert app.screen.get_selected_text() == "Monday that 漢字"
        app.pane.clear_selection()
        await pilot.press("v")
        await pilot.click(app.pane, offset=cell(app, "ministry", last=True), shift=True)
        assert app.screen.get_selected_text() == "The ministry"
        await pilot.press("w")  # the caret was taken along
        assert app.screen.get_selected_text() == "The ministry said"


async def test_a_drag_with_shift_moves_the_near_end() -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        app.pane.select(*span_of(TEXT, "unemployment had"))
        await pilot.mouse_down(app.pane, offset=cell(app, "fallen"), shift=True)
        await pilot.hover(app.pane, offset=cell(app, "had", last=True))
        await pilot.hover(app.pane, offset=cell(app, "isn’t"))
        await pilot.mouse_up(app.pane, offset=cell(app, "isn’t"))
        assert app.screen.get_selected_text() == "unemployment had fallen. It isn’t"


@pytest.mark.parametrize(
    ("clicks", "start", "end", "selected"),
    [
        (1, "Monday", "漢字", "Monday that 漢字"),
        (1, "漢字", "Monday", "Monday that 漢字"),
        (2, "Monday", "Nobody", TEXT.text),
    ],
)
async def test_a_drag_goes_by_words_after_two_presses_and_by_paragraphs_after_three(
    clicks: int, start: str, end: str, selected: str
) -> None:
    app = PaneApp(TEXT)
    async with app.run_test(size=(120, 24)) as pilot:
        app.CLICK_CHAIN_TIME_THRESHOLD = 60  # type: ignore[misc]
        begin = cell(app, start) + Offset(1, 0)
        await pilot.click(app.pane, offset=begin, times=clicks)
        await drag(pilot, app, begin, cell(app, end) + Offset(2, 0))
        assert app.screen.get_selected_text() == selected
        await until(pilot, lambda: selected_spans(app)[-1:] == [app.pane.selection])


@pytest.mark.parametrize(("start", "end"), [(0, 3), (-1, 3), (5, 5), (0, 10**9)])
async def test_a_selection_asked_for_is_whole_clusters_or_none(start: int, end: int) -> None:
    document = paragraphs(f"{FAMILY}b")
    app = PaneApp(document)
    async with app.run_test(size=(40, 10)):
        app.pane.select(start, end)
        assert app.pane.selection == ((0, len(FAMILY)) if (start, end) == (0, 3) else None)

"""The line of a filter tells what it does not understand, completes what is begun, and lets go of it at Escape."""

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Input

from store.library import Library
from tests.store.kept import imported
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, index_of, reading, said, until
from tests.tui.test_filtering import ARTICLE, ONE, TWO, filtered, screen_text_of_panel, shown
from tests.tui.test_pressing import click_words
from tui.app import SaysoApp
from tui.screens.library import LibraryScreen
from tui.screens.paging import PagedTable
from tui.screens.tags import TagsScreen
from tui.widgets.advice import Advice
from tui.widgets.filter_line import FilterLine


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.mark.parametrize("side", ["text", "claims"])
async def test_escape_takes_the_filter_off_once_there_is_nothing_else_to_close(database: Path, side: str) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "speaker:ada")
        await until(pilot, lambda: len(shown(screen)) == 2)
        await pilot.press("enter", "slash", *"stood", "enter")
        await until(pilot, lambda: screen.pane.hit is not None)
        if side == "claims":
            await pilot.press("tab")
        there = screen.focused
        await pilot.press("escape")
        await until(pilot, lambda: screen.pane.hit is None)
        assert len(shown(screen)) == 2
        await pilot.press("escape")
        await until(pilot, lambda: len(shown(screen)) == 4)
        assert not screen.query_one(FilterLine).display
        assert screen.focused is there


async def test_claims_that_come_while_the_line_comes_are_counted_in_it_once_it_is_there(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):

        async def show() -> None:
            while not screen.query(FilterLine) or not screen.query_one(FilterLine).query(".found"):
                screen.show_items()
                await asyncio.sleep(0)

        coming = screen.run_worker(show())
        await pilot.press("backslash")
        await until(pilot, lambda: coming.is_finished)
        await pilot.press(*"ada")
        await until(pilot, lambda: "2 of 4" in screen_text(pilot.app))


async def test_what_is_begun_says_what_there_is_and_enter_completes_it(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "is:re")
        await until(pilot, lambda: "rejected, reviewed, reworded" in screen.query_one(Advice).said)
        await filtered(pilot, screen, "is:unrev")
        await until(pilot, lambda: "unreviewed" in screen.query_one(Advice).said)
        await pilot.press("enter")
        await until(pilot, lambda: screen.query_one(FilterLine).text == "is:unreviewed")
        await until(pilot, lambda: "4 of 4" in str(screen.panel.border_title))


async def test_while_one_types_no_digit_is_offered_for_anything_else(database: Path) -> None:
    async with reading(database, ARTICLE, size=(160, 36)) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await until(pilot, lambda: "5 disputed" in screen_text(pilot.app))
        await filtered(pilot, screen, "ada")
        await until(pilot, lambda: "5 disputed" not in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: "5 disputed" in screen_text(pilot.app))


@pytest.mark.parametrize("text", ["is:foo", "bogus:x", "is:re", "is:", "speaker:"])
async def test_what_is_not_understood_is_told_and_lets_nothing_more_through(database: Path, text: str) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, text)
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.has_focus)
        await until(pilot, lambda: "is looked for as words" in screen.query_one(Advice).said)
        await until(pilot, lambda: shown(screen) == [])
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: said(pilot.app) == ["No claims are shown."])


async def test_who_leaves_the_line_by_a_click_leaves_nothing_in_it_that_is_passed_over(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "is:rej")
        await pilot.click(screen.pane, offset=(20, 2))
        await until(pilot, lambda: screen.pane.has_focus)
        await until(pilot, lambda: screen.query_one(FilterLine).text == "is:rejected" and shown(screen) == [])


async def test_tab_completes_names_and_values_and_stays_in_the_line(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "")
        await pilot.press("i", "tab")
        await until(pilot, lambda: screen.query_one(FilterLine).text == "is:")
        await pilot.press("r", "tab")
        await until(pilot, lambda: "rejected, reviewed, reworded" in screen.query_one(Advice).said)
        await pilot.press("j", "tab", "7")
        await until(pilot, lambda: screen.query_one(FilterLine).text == "is:rejected 7")
        assert isinstance(screen.focused, Input)


async def test_line_and_title_count_the_same_passages_or_not(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await pilot.press("v", "v", "V", "1")
        await until(pilot, lambda: len(screen.panel.items) == 5)
        await pilot.press("escape")
        await filtered(pilot, screen, "zebra")
        await until(pilot, lambda: screen_text(pilot.app).count("0 of 4") == 2)
        await filtered(pilot, screen, "kind:passage")
        await until(pilot, lambda: screen_text(pilot.app).count("0 of 4 + 1 passage") == 2)


async def test_line_and_title_count_the_same_after_a_decision(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "is:unreviewed")
        await pilot.press("enter", "y")
        await until(pilot, lambda: screen_text(pilot.app).count("3 of 4") == 2)


async def test_the_selected_card_says_that_it_is_filtered_out_unless_nothing_else_is_shown(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await filtered(pilot, screen, "speaker:ada")
        await until(pilot, lambda: len(shown(screen)) == 3)
        await until(pilot, lambda: "filtered out" in screen_text_of_panel(screen))
        (line,) = [one for one in screen_text_of_panel(screen).splitlines() if "filtered out" in one]
        assert "Cy Do" in line
        await filtered(pilot, screen, "zebra")
        await until(pilot, lambda: "No claim is like that" in screen_text_of_panel(screen))
        assert shown(screen) == []
        assert screen.pane.selected == index_of(screen, TWO)


async def test_in_a_low_window_the_card_that_is_filtered_out_takes_one_line(database: Path) -> None:
    async with reading(database, ARTICLE, size=(40, 12)) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await filtered(pilot, screen, "speaker:ada")
        await until(pilot, lambda: "filtered out" in screen_text_of_panel(screen))
        rows = screen_text_of_panel(screen).splitlines()
        (at,) = [at for at, row in enumerate(rows) if "filtered out" in row]
        assert "Ada" in rows[at - 1] + rows[at + 1]
        assert "two fell" not in "".join(rows)
        await pilot.press("escape")
        await until(pilot, lambda: "the whole claim" in screen_text_of_panel(screen))


async def test_what_was_said_before_does_not_stand_over_the_filter(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await pilot.press("6")
        await until(pilot, lambda: said(pilot.app))
        await pilot.press("backslash")
        await until(pilot, lambda: isinstance(screen.focused, Input))
        assert said(pilot.app) == []


async def test_an_empty_list_of_the_library_says_so_and_escape_shows_all(database: Path) -> None:
    with Library(database) as library:
        for number in range(3):
            library.articles.add(imported(f"Text {number}."))
    app = SaysoApp(database)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query_one(PagedTable).row_count)
        table = app.screen.query_one(PagedTable)
        await pilot.press("backslash", *"zebra", "enter")
        await until(pilot, lambda: "No article is like that." in screen_text(app))
        assert "Esc shows all 3 again." in screen_text(app)
        assert table.has_focus
        await pilot.press("escape")
        await until(pilot, lambda: table.row_count == 3)
        assert "No article is like that." not in screen_text(app)
        await pilot.press("backslash", *"is:foo")
        await until(pilot, lambda: app.screen.query_one(FilterLine).text == "is:foo")
        await until(pilot, lambda: "is: takes" in app.screen.query_one(Advice).said)


async def test_escape_shows_all_tags_again_before_it_goes_back(database: Path) -> None:
    with Library(database) as library:
        library.articles.add(imported("Text."))
    app = SaysoApp(database)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query_one(PagedTable).row_count)
        await pilot.press("number_sign")
        await until(pilot, lambda: isinstance(app.screen, TagsScreen))
        await pilot.press("backslash", *"ab", "enter")
        line = app.screen.query_one(FilterLine)
        await until(pilot, lambda: line.text == "ab" and not line.has_focus_within)
        await pilot.press("escape")
        await until(pilot, lambda: line.text == "")
        assert isinstance(app.screen, TagsScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))


async def test_a_click_on_an_example_in_the_empty_line_begins_with_it(database: Path) -> None:
    async with reading(database, ARTICLE, size=(130, 36)) as (pilot, screen):
        await filtered(pilot, screen, "")
        line = screen.query_one(FilterLine)
        await click_words(pilot, line, "speaker:name")
        await until(pilot, lambda: line.text == "speaker:")
        await pilot.press(*"ada")
        await until(pilot, lambda: line.text == "speaker:ada" and len(shown(screen)) == 2)
        await filtered(pilot, screen, "")
        await click_words(pilot, line, "is:anonymous")
        await until(pilot, lambda: line.text == "is:anonymous " and shown(screen) == [])
        await filtered(pilot, screen, "")
        await click_words(pilot, line, "words ·")
        assert line.text == ""
        assert isinstance(screen.focused, Input)


async def test_a_click_on_what_is_offered_completes_with_it(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "stood is:un")
        line = screen.query_one(FilterLine)
        await click_words(pilot, line, "unreviewed")
        await until(pilot, lambda: line.text == "stood is:unreviewed " and len(shown(screen)) == 1)
        assert isinstance(screen.focused, Input)


@pytest.mark.parametrize("left", [False, True], ids=["typing", "left"])
async def test_a_click_on_what_there_is_stands_for_what_was_not_understood(database: Path, left: bool) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "is:foo")
        if left:
            await pilot.press("enter")
            await until(pilot, lambda: screen.pane.has_focus)
        line = screen.query_one(FilterLine)
        await click_words(pilot, line, "unreviewed")
        await until(pilot, lambda: line.text == "is:unreviewed " and len(shown(screen)) == 4)
        await filtered(pilot, screen, "bogus:x")
        await click_words(pilot, line, "kind:")
        await until(pilot, lambda: line.text == "kind:")
        await click_words(pilot, line, "direct")
        await until(pilot, lambda: line.text == "kind:direct " and len(shown(screen)) == 1)

"""The library's list in another order, and through a filter."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import get_args

import pytest
from textual.pilot import Pilot

from store.article import Metadata
from store.keeping.listing import Column
from store.library import Library
from tests.store.kept import SAFE, imported, note, reading
from tests.store.test_scale import filled
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import until
from tests.tui.test_library_screen import in_sight, listed
from tui.dialogs.sorting import SortDialog
from tui.ordering import NAMES, Order
from tui.screens.paging import HALF, PagedTable, around
from tui.widgets.fields import Line
from tui.widgets.filter_line import FilterLine

TITLES = ("Ferry", "Bridge", "Airport", "Dam")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Four articles; the second one has a claim that is not reviewed, and a note."""
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        for number, title in enumerate(TITLES):
            text = f"The mayor said the bridge was safe. That is {title}."
            metadata = Metadata(title, outlet=("Post", "Courier")[number % 2], published=f"202{number}-01-01")
            article, _ = library.articles.add(imported(text)._replace(metadata=metadata))
            if title == "Bridge":
                library.readings.keep(article, reading(SAFE))
                library.annotations.save(note(article))
    return path


@asynccontextmanager
async def at_size(database: Path, size: tuple[int, int]) -> AsyncIterator[tuple[Pilot[None], PagedTable]]:
    async with listed(database) as (pilot, table):
        await pilot.resize_terminal(*size)
        await pilot.pause()
        yield pilot, table


def titles(table: PagedTable) -> list[str]:
    return [one.article.metadata.title for one in table.window.rows]


async def test_a_key_sorts_by_any_column_and_the_same_again_turns_it_round(database: Path) -> None:
    async with listed(database) as (pilot, table):
        assert titles(table) == [*reversed(TITLES)]
        chosen = table.chosen
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, SortDialog))
        await pilot.press("t", "enter")
        await until(pilot, lambda: titles(table) == sorted(TITLES))
        assert table.chosen == chosen
        await until(pilot, lambda: "by Title, a to z" in str(table.border_subtitle))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, SortDialog))
        await pilot.press("enter")
        await until(pilot, lambda: titles(table) == sorted(TITLES, reverse=True))
    # And so it is the next time.
    async with listed(database) as (_, table):
        assert titles(table) == sorted(TITLES, reverse=True)


async def test_the_menu_marks_the_order_that_the_list_has(database: Path) -> None:
    async with listed(database) as (pilot, _table):
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, SortDialog))
        await until(pilot, lambda: "● Added, newest first" in screen_text(pilot.app))


async def test_an_article_without_a_date_has_the_day_it_was_added_marked_as_such(database: Path) -> None:
    with Library(database) as library:
        library.articles.add(imported("It says not when."))
        added = library.articles.get(5).added[:10]
    async with listed(database) as (pilot, table):
        await until(pilot, lambda: table.row_count == 5 and f"+{added}" in screen_text(pilot.app))
        assert "+2023-01-01" not in screen_text(pilot.app)
        assert "+ no date: when it was added" in str(table.border_subtitle)


async def test_a_click_on_a_heading_sorts_by_it_and_another_turns_it_round(database: Path) -> None:
    async with listed(database) as (pilot, table):
        await pilot.click(PagedTable, offset=(3, 1))
        await until(pilot, lambda: titles(table) == sorted(TITLES))
        assert "Title ▴" in screen_text(pilot.app)
        await pilot.click(PagedTable, offset=(3, 1))
        await until(pilot, lambda: titles(table) == sorted(TITLES, reverse=True))


async def test_typing_filters_the_list_and_escape_takes_the_filter_away(database: Path) -> None:
    async with listed(database) as (pilot, table):
        await pilot.press("backslash", *"post")
        await until(pilot, lambda: titles(table) == ["Airport", "Ferry"])
        await until(pilot, lambda: "2 of 4" in screen_text(pilot.app))
        await pilot.press("enter", "j")
        assert table.has_focus
        await until(pilot, lambda: table.chosen == 1)
        await pilot.press("backslash")
        pilot.app.screen.query_one(Line).value = "is:unreviewed"
        await until(pilot, lambda: titles(table) == ["Bridge"])
        await pilot.press("escape")
        await until(pilot, lambda: titles(table) == [*reversed(TITLES)])
        assert not pilot.app.screen.query_one(FilterLine).display
        assert table.has_focus


async def test_what_is_not_let_through_any_more_leaves_the_cursor_on_the_next(database: Path) -> None:
    async with listed(database) as (pilot, table):
        await pilot.press("backslash", *"courier", "enter")
        await until(pilot, lambda: titles(table) == ["Dam", "Bridge"])
        with Library(database) as library:
            library.bin.put(library.articles.get(4))
        await until(pilot, lambda: titles(table) == ["Bridge"])
        assert table.chosen == 2


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((120, 30), ("Title", "Outlet", "Date", "Claims", "Unreviewed", "Notes", "To place")),
        ((80, 24), ("Title", "Outlet", "Date", "Claims", "New", "Notes", "Place")),
        ((40, 12), ("Title", "New")),
    ],
)
async def test_what_there_is_room_for_is_shown(database: Path, size: tuple[int, int], shown: tuple[str, ...]) -> None:
    async with at_size(database, size) as (pilot, table):
        await until(pilot, lambda: len(table.columns) == len(shown))
        words = screen_text(pilot.app)
        assert all(head in words for head in shown)
        assert "Ferry" in words
        assert sum(column.get_render_width(table) for column in table.columns.values()) <= size[0] - 2


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("many") / "sayso.db", 20_000)


@pytest.mark.parametrize("by", get_args(Column))
@pytest.mark.parametrize("wanted", ["", "e"], ids=["all", "filtered"])
@pytest.mark.parametrize("turned", [False, True], ids=["usual", "turned"])
def test_in_any_order_each_article_is_in_one_window_after_the_other(
    tmp_path: Path, by: Column, wanted: str, turned: bool
) -> None:
    order = Order.usual(by).turned if turned else Order.usual(by)
    with Library(filled(tmp_path / "sayso.db", 700)) as library:
        window = around(library, None, order, wanted)
        seen = [one.article.id for one in window.rows]
        assert not window.above
        while window.below:
            window = around(library, window.place(len(window.rows) - 1), order, wanted)
            seen += [one.article.id for one in window.rows if one.article.id not in seen]
        assert sorted(seen) == list(range(1, 701))
        assert len(window.rows) <= 2 * HALF
        last = around(library, order.end, order, wanted)
        assert last.rows[-1].article.id == seen[-1]
        assert not last.below


async def test_the_end_of_a_long_list_in_any_order_is_there_at_once(many: Path) -> None:
    async with listed(many) as (pilot, table):
        for by in NAMES:
            pilot.app.screen._sort(Order.usual(by))  # type: ignore[attr-defined]
            await until(pilot, lambda by=by: table.window.order.by == by)  # type: ignore[misc]
            started = time.process_time()
            await pilot.press("G")
            await until(pilot, lambda: not table.window.below and table.cursor_row == len(table.window.rows) - 1)
            assert time.process_time() - started < 2
            assert table.chosen in in_sight(table)


@pytest.mark.parametrize("order", [Order(), Order("title", True), Order("claims", False)], ids=str)
def test_an_order_is_kept_as_words(order: Order) -> None:
    assert Order.kept(order.words) == order
    assert Order.kept(None) == Order.kept("nonsense") == Order()

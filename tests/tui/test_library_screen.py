"""The library on the screen, with more articles than anybody puts into a table."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.library import Library
from store.searching.indexing import rebuild
from tests.store.kept import imported
from tests.store.test_scale import filled
from tests.tui.reading import until
from tui.app import SaysoApp
from tui.ordering import Order
from tui.screens.library import LibraryScreen
from tui.screens.paging import HALF, PagedTable, Window, around

MANY = 10_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return searchable(tmp_path_factory.mktemp("many") / "sayso.db", MANY)


def searchable(path: Path, articles: int) -> Path:
    """A library of that many articles whose index knows them."""
    with Library(filled(path, articles)) as library, library._connection.writing() as db:
        rebuild(db)
    return path


@asynccontextmanager
async def listed(database: Path) -> AsyncIterator[tuple[Pilot[None], PagedTable]]:
    """The library's screen with its first rows."""
    app = SaysoApp(database)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query(PagedTable))
        table = app.screen.query_one(PagedTable)
        await until(pilot, lambda: table.row_count)
        await pilot.pause()
        yield pilot, table
    app.close()


def in_sight(table: PagedTable) -> list[int]:
    """The articles whose rows are on the screen, but for the heading."""
    first = int(table.scroll_y)
    return [one.article.id for one in table.window.rows[first : first + table.size.height - 1]]


def test_a_window_of_the_library_holds_some_hundred_articles_around_any_one(many: Path) -> None:
    with Library(many) as library:

        def ids(window: Window) -> list[int]:
            return [one.article.id for one in window.rows]

        newest, middle, oldest = (around(library, at) for at in (None, (5_000, 5_000), Order().end))
        assert ids(newest) == list(range(MANY, MANY - HALF, -1))
        assert ids(middle) == list(range(5_000 + HALF, 5_000 - HALF, -1))
        assert ids(oldest) == list(range(HALF, 0, -1))
        assert [(one.above, one.below) for one in (newest, middle, oldest)] == [
            (False, True),
            (True, True),
            (True, False),
        ]
        # One that is not there any more has its place all the same.
        library.bin.put(library.articles.get(5_000))
        window = around(library, (5_000, 5_000))
        assert 5_000 not in ids(window)
        assert ids(window)[window.row_of((5_000, 5_000))] == 4_999
        library.bin.restore(library.articles.get(5_000).uid)


async def test_the_oldest_of_ten_thousand_articles_is_one_key_away_and_the_newest_too(many: Path) -> None:
    async with listed(many) as (pilot, table):
        assert str(table.border_subtitle).startswith("10,000 articles")
        assert table.chosen == MANY
        started = time.process_time()
        await pilot.press("G")
        await until(pilot, lambda: table.chosen == 1)
        assert time.process_time() - started < 2
        await until(pilot, lambda: 1 in in_sight(table))
        await pilot.press("g")
        await until(pilot, lambda: table.chosen == MANY)
        await until(pilot, lambda: MANY in in_sight(table))


async def test_page_after_page_no_article_is_left_out_and_the_table_stays_small(many: Path) -> None:
    async with listed(many) as (pilot, table):
        seen = set(in_sight(table))
        for _ in range(30):
            before = table.chosen
            await pilot.press("pagedown")
            await until(pilot, lambda before=before: table.chosen != before)  # type: ignore[misc]
            await until(pilot, lambda: table.chosen in in_sight(table))
            await pilot.pause()
            seen |= set(in_sight(table))
            assert table.row_count <= 2 * HALF
        assert min(seen) < MANY - 2 * HALF
        assert seen == set(range(min(seen), MANY + 1))


async def test_what_is_added_elsewhere_leaves_cursor_and_sight_where_they_are(tmp_path: Path) -> None:
    database = searchable(tmp_path / "sayso.db", 1_000)
    async with listed(database) as (pilot, table):
        await pilot.press(*["pagedown"] * 6, *"jj")
        await pilot.pause()
        chosen, sight = table.chosen, in_sight(table)
        with Library(database) as library:
            library.articles.add(imported("Another text.", "Another"))
        await until(pilot, lambda: str(table.border_subtitle).startswith("1,001 articles"))
        await pilot.pause()
        assert (table.chosen, in_sight(table)) == (chosen, sight)

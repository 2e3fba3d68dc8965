"""Several articles open at once, and the ways from one to another."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from store.errors import SaysoError
from store.importing import read_stream
from store.library import Library
from store.noting import on_item
from store.review import merge
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import ARTICLE, until
from tui import outbox
from tui.app import SaysoApp
from tui.dialogs.switcher import SwitcherDialog
from tui.dialogs.unsaved import UnsavedDialog
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.tabs import MOST
from tui.widgets.tab_strip import TabStrip

TITLES = ("Alpha", "Bravo", "Charlie", *(f"Further {number}" for number in range(8)))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        for title in TITLES:
            text = ARTICLE.replace("Harbour board rejects ferry plan", f"{title} rejects ferry plan")
            library.readings.read(library.articles.add(read_stream(io.BytesIO(text.encode())))[0])
    return path


@asynccontextmanager
async def opened(database: Path, *ids: int, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[None]]:
    """The articles, opened from the library one after the other, each in a tab."""
    app = SaysoApp(database)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen._version is not None)
        for number in ids:
            await app._open_beside(number)
            await until(pilot, lambda number=number: current(app) == number and reader(app).workspace.items)  # type: ignore[misc]
        yield pilot
        for workspace in list(app.desk.unsaved):
            workspace.outbox.give_up()
    app.close()


def reader(app: object) -> ReaderScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, ReaderScreen)
    return screen


def current(app: object) -> int | None:
    """The article on the screen."""
    screen = app.screen  # type: ignore[attr-defined]
    return screen.workspace.article.id if isinstance(screen, ReaderScreen) and screen.workspace.article else None


async def switcher(pilot: Pilot[None]) -> SwitcherDialog:
    await pilot.press("grave_accent")
    await until(pilot, lambda: isinstance(pilot.app.screen, SwitcherDialog) and pilot.app.screen._goals)
    dialog = pilot.app.screen
    assert isinstance(dialog, SwitcherDialog)
    return dialog


async def test_each_open_article_is_where_it_was_left(database: Path) -> None:
    async with opened(database, 1, 2) as pilot:
        await pilot.press("right_square_bracket", "right_square_bracket")
        await until(pilot, lambda: reader(pilot.app).pane.selected == 1)
        second = reader(pilot.app)
        await pilot.press("question_mark")
        await until(pilot, lambda: pilot.app.screen is not second)
        await pilot.app.go_to(pilot.app.tabs[0].mode)  # type: ignore[attr-defined]
        await until(pilot, lambda: current(pilot.app) == 1)
        assert reader(pilot.app).pane.selected is None
        await pilot.app.go_to(pilot.app.tabs[1].mode)  # type: ignore[attr-defined]
        # Dialog and all.
        await until(pilot, lambda: "Keys" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is second)
        assert second.pane.selected == 1


async def test_the_switcher_goes_to_what_is_open_by_digit_and_there_and_back_by_the_key_twice(database: Path) -> None:
    async with opened(database, 1, 2, 3) as pilot:
        await switcher(pilot)
        await pilot.press("1")
        await until(pilot, lambda: current(pilot.app) == 1)
        for article in (3, 1):
            await switcher(pilot)
            await pilot.press("enter")
            await until(pilot, lambda article=article: current(pilot.app) == article)  # type: ignore[misc]


async def test_the_key_that_opens_the_switcher_goes_down_in_it(database: Path) -> None:
    async with opened(database, 1, 2) as pilot:
        dialog = await switcher(pilot)
        listed = dialog.query_one(OptionList)
        await until(pilot, lambda: listed.highlighted == 0)
        await pilot.press("grave_accent", "grave_accent")
        await until(pilot, lambda: listed.highlighted == 2)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_the_switcher_opens_an_article_of_the_library_as_its_title_is_typed(database: Path) -> None:
    async with opened(database, 1) as pilot:
        dialog = await switcher(pilot)
        await pilot.press(*"charlie")
        await until(pilot, lambda: [goal.article for goal in dialog._goals] == [3])
        await pilot.press("enter")
        await until(pilot, lambda: current(pilot.app) == 3)
        assert [tab.title.split()[0] for tab in pilot.app.tabs] == ["Alpha", "Charlie"]  # type: ignore[attr-defined]
        # One that is open is gone to, not opened twice.
        dialog = await switcher(pilot)
        await pilot.press(*"alpha")
        await until(pilot, lambda: [goal.mode for goal in dialog._goals] == [pilot.app.tabs[0].mode])  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: current(pilot.app) == 1)
        assert len(pilot.app.tabs) == 2  # type: ignore[attr-defined]


async def test_the_switcher_marks_the_day_on_which_an_article_was_added_and_says_what_the_mark_means(
    tmp_path: Path,
) -> None:
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        for title, published in (("Alpha", "published: 2024-05-01"), ("Bravo", "")):
            source = f"---\ntitle: {title}\n{published}\n---\n\n{ARTICLE}{title}\n"
            library.articles.add(read_stream(io.BytesIO(source.encode())))
        added = library.articles.get(2).added[:10]
    async with opened(path) as pilot:
        dialog = await switcher(pilot)

        def told() -> str:
            lines = "\n".join(str(option.prompt) for option in dialog.query_one(OptionList).options)
            return f"{lines}\n{dialog.query_one('.box').border_subtitle}"

        await until(pilot, lambda: f"Bravo  +{added}" in told())
        assert "Alpha  2024-05-01" in told()
        assert "+ no date: when it was added" in told()
        await pilot.press(*"alpha")
        await until(pilot, lambda: "Bravo" not in told())
        assert "when it was added" not in told()


async def test_q_closes_an_article_and_shows_the_one_before_and_then_the_library(database: Path) -> None:
    async with opened(database, 1, 2) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: current(pilot.app) == 1)
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert not pilot.app.tabs  # type: ignore[attr-defined]


async def test_to_the_library_the_others_stay_open(database: Path) -> None:
    async with opened(database, 1, 2) as pilot:
        await pilot.press("L")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert [tab.title.split()[0] for tab in pilot.app.tabs] == ["Alpha"]  # type: ignore[attr-defined]
        await switcher(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: current(pilot.app) == 1)


async def test_a_file_that_was_opened_is_closed_for_the_one_before_it_and_the_last_one_quits(database: Path) -> None:
    app = SaysoApp(database, read_stream(io.BytesIO(ARTICLE.encode())))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: current(app))
        first = current(app)
        await app._open_beside(2)
        await until(pilot, lambda: current(app) == 2)
        await app.go_to(app.tabs[0].mode)
        await until(pilot, lambda: current(app) == first)
        await pilot.press("q")
        await until(pilot, lambda: current(app) == 2)
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running)
    app.close()


async def test_a_click_on_the_strip_goes_there_and_to_the_library(database: Path) -> None:
    async with opened(database, 1, 2) as pilot:
        await until(pilot, lambda: "1 Alpha" in screen_text(pilot.app))
        await pilot.click(TabStrip, offset=(14, 0))
        await until(pilot, lambda: current(pilot.app) == 1)
        await pilot.click(TabStrip, offset=(2, 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        await pilot.click(TabStrip, offset=(14, 0))
        await until(pilot, lambda: current(pilot.app) == 1)


@pytest.mark.parametrize(
    ("size", "ids", "shown"), [((120, 36), (1,), False), ((40, 12), (1, 2), False), ((80, 24), (1, 2), True)]
)
async def test_the_strip_is_there_where_several_are_open_and_there_is_a_line_to_spare(
    database: Path, size: tuple[int, int], ids: tuple[int, ...], shown: bool
) -> None:
    async with opened(database, *ids, size=size) as pilot:
        await until(pilot, lambda: any(strip.display for strip in pilot.app.screen.query(TabStrip)) == shown)


async def test_the_one_not_looked_at_for_longest_gives_way_to_a_tenth(database: Path) -> None:
    async with opened(database, *range(1, MOST + 2)) as pilot:
        titles = [tab.title.split(" rejects")[0] for tab in pilot.app.tabs]  # type: ignore[attr-defined]
        assert titles == list(TITLES[1 : MOST + 1])


async def test_quitting_asks_about_what_is_unsaved_in_any_open_article(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise SaysoError("the disk is full")

    async with opened(database, 1, 2) as pilot:
        monkeypatch.setattr(outbox, "_write", fail)
        await pilot.press("right_square_bracket", "y")
        await until(pilot, lambda: reader(pilot.app).workspace.unsaved)
        await pilot.app.go_to(pilot.app.tabs[0].mode)  # type: ignore[attr-defined]
        await until(pilot, lambda: current(pilot.app) == 1)
        assert pilot.app.tabs[1].unsaved  # type: ignore[attr-defined]
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(pilot.app.screen, UnsavedDialog))
        await pilot.press("escape")
        # And shows the one that it is about.
        await until(pilot, lambda: current(pilot.app) == 2)
        assert reader(pilot.app).workspace.unsaved


async def test_an_article_in_another_tab_comes_up_to_date_when_it_is_gone_to(database: Path) -> None:
    async with opened(database, 1, 2) as pilot:
        with Library(database) as library:
            article = library.articles.get(1)
            reading, text = library.readings.read(article), library.articles.document(article).text
            library.annotations.save(replace(on_item(merge(reading, ())[0], article, text), note="Why?"))
        await pilot.app.go_to(pilot.app.tabs[0].mode)  # type: ignore[attr-defined]
        await until(pilot, lambda: current(pilot.app) == 1 and reader(pilot.app).workspace.annotations)


async def test_the_row_of_open_articles_is_back_once_there_is_room_again(database: Path) -> None:
    async with opened(database, 1, 2) as pilot:
        strip = pilot.app.screen.query_one(TabStrip)
        await until(pilot, lambda: strip.display and strip.region.height)
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: not strip.display)
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: strip.display and strip.region.width == 120 and "2 Bravo" in screen_text(pilot.app))

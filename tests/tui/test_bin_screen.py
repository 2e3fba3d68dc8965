"""The bin and the history on the screen: what was deleted comes back by a key, and goes for good only by a yes."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.library import Library
from tests.e2e.hostile import all_at
from tests.store.kept import imported, note, passage
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, reading, until
from tests.tui.test_pressing import click_words
from tui.app import SaysoApp
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.history import HistoryDialog
from tui.screens.bin import BinScreen
from tui.screens.library import LibraryScreen
from tui.widgets.article_table import ArticleTable
from tui.widgets.hint import Hint

QUOTE = "“We have not cut a single post,”"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.fixture
def shelf(database: Path) -> Path:
    """Two articles, one with a note and with a deleted passage."""
    with Library(database) as library:
        article, _ = library.articles.add(imported())
        library.articles.add(imported("Another text.", title="Another"))
        library.annotations.save(note(article))
        library.annotations.save(passage(article))
        library.annotations.delete("p1")
    return database


@asynccontextmanager
async def in_library(database: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The library's screen, once its articles are on display."""
    app = SaysoApp(database)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(
            pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query_one(ArticleTable).row_count
        )
        yield pilot
    app.close()


def rows(pilot: Pilot[None]) -> int:
    return pilot.app.screen.query_one(ArticleTable).row_count


def read_off(pilot: Pilot[None]) -> str:
    """All words on the screen in one line, without the frames that part them."""
    return " ".join(re.sub(r"[\u2500-\u259f]", " ", screen_text(pilot.app)).split())


def in_bin(database: Path) -> list[str]:
    with Library(database) as library:
        return [one.kind for one in library.bin.contents()]


async def open_bin(pilot: Pilot[None], count: int) -> None:
    await pilot.press("B")
    await until(pilot, lambda: isinstance(pilot.app.screen, BinScreen) and rows(pilot) == count)


async def test_an_article_is_deleted_in_the_library_and_taken_out_again(shelf: Path) -> None:
    async with in_library(shelf) as pilot:
        await pilot.press("j", "D")
        await until(pilot, lambda: rows(pilot) == 1)
        assert in_bin(shelf) == ["article", "passage"]
        await pilot.press("U")
        await until(pilot, lambda: rows(pilot) == 2)
        await pilot.press("U")
        await until(pilot, lambda: "Nothing was put" in read_off(pilot))
    assert in_bin(shelf) == ["passage"]


async def test_the_bin_shows_what_was_deleted_and_enter_takes_it_out(shelf: Path) -> None:
    async with in_library(shelf) as pilot:
        await open_bin(pilot, 1)
        await until(pilot, lambda: "Engineers doubted it" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: "The bin is empty." in screen_text(pilot.app))
        assert in_bin(shelf) == []
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_deleting_for_good_asks_and_a_no_keeps_it(shelf: Path) -> None:
    async with in_library(shelf) as pilot:
        await open_bin(pilot, 1)
        await pilot.press("D")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await until(pilot, lambda: "This cannot be undone." in read_off(pilot))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, BinScreen))
        assert in_bin(shelf) == ["passage"]
        await pilot.press("D")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, BinScreen) and rows(pilot) == 0)
    assert in_bin(shelf) == []
    with Library(shelf) as library:
        assert [change.action for change in library.history.of_annotation("p1")] == ["purge"]


async def test_emptying_the_bin_asks_and_takes_articles_with_all_that_is_on_them(shelf: Path) -> None:
    async with in_library(shelf) as pilot:
        await pilot.press("j", "D")
        await until(pilot, lambda: rows(pilot) == 1)
        await open_bin(pilot, 2)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        assert in_bin(shelf) == ["article", "passage"]
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, BinScreen) and rows(pilot) == 0)
    with Library(shelf) as library:
        assert [summary.article.metadata.title for summary in library.articles.list()] == ["Another"]


async def test_an_empty_bin_has_nothing_to_take_out_or_delete(database: Path) -> None:
    with Library(database) as library:
        library.articles.add(imported())
    async with in_library(database) as pilot:
        await open_bin(pilot, 0)
        await pilot.press("enter", "r", "D", "E", "j")
        assert isinstance(pilot.app.screen, BinScreen)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpDialog))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)])
async def test_hostile_titles_and_notes_are_only_text_in_the_bin(database: Path, size: tuple[int, int]) -> None:
    with Library(database) as library:
        article, _ = library.articles.add(imported(title=all_at("title")))
        library.annotations.save(note(article, note=all_at("note")))
        library.annotations.delete("u1")
        library.articles.add(imported("Another text.", title="Another"))
        library.bin.put(article)
    async with in_library(database, size) as pilot:
        await open_bin(pilot, 2)
        assert "\x1b" not in screen_text(pilot.app)
        await pilot.press("D")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await until(pilot, lambda: "This cannot be undone." in read_off(pilot))


async def test_what_is_taken_out_of_the_bin_shows_in_the_article_that_lies_behind(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("left_square_bracket")  # accepting went on to the next
        await pilot.press("D")
        await until(pilot, lambda: not screen.workspace.annotations)
        await open_bin(pilot, 1)
        await pilot.press("enter")
        await until(pilot, lambda: rows(pilot) == 0)
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is screen and screen.workspace.annotations)
        assert screen.workspace.annotations[0].decision == "accepted"


async def test_the_history_of_what_is_selected_widens_to_the_articles(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("left_square_bracket")  # accepting went on to the next
        await pilot.press("T")
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryDialog))
        await until(pilot, lambda: "added decision on a claim" in screen_text(pilot.app))
        assert "added to the library" not in screen_text(pilot.app)
        await pilot.press("T")
        await until(pilot, lambda: "added to the library" in screen_text(pilot.app))
        assert "added decision on a claim" in screen_text(pilot.app)
        assert "Whole article" not in screen_text(pilot.app)
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_the_history_of_an_article_shows_in_the_library_the_last_change_first(shelf: Path) -> None:
    async with in_library(shelf) as pilot:
        await pilot.press("j", "T")
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryDialog))
        await until(pilot, lambda: "added to the library" in screen_text(pilot.app))
        shown = screen_text(pilot.app)
        told = ("deleted highlight", "added highlight", "added note on a claim", "added to the library")
        assert [shown.index(words) for words in told] == sorted(shown.index(words) for words in told)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_the_foot_says_first_what_enter_does_and_nothing_of_what_is_not_there(
    shelf: Path, size: tuple[int, int]
) -> None:
    async with in_library(shelf, size) as pilot:

        def foot() -> str:
            return screen_text(pilot.app).rstrip().splitlines()[-1].strip()

        await until(pilot, lambda: foot().startswith("Enter Open  a Add"))
        await pilot.press("B")
        await until(pilot, lambda: isinstance(pilot.app.screen, BinScreen) and foot().startswith("Enter Take out"))
        await pilot.press("enter")
        await until(pilot, lambda: foot().startswith("U Undo  q Back"))


async def test_a_click_chooses_a_row_and_a_double_click_takes_it_out_and_a_key_puts_it_in_again(shelf: Path) -> None:
    async with in_library(shelf) as pilot:
        await open_bin(pilot, 1)
        await click_words(pilot, pilot.app.screen.query_one(ArticleTable), "Engineers")
        await pilot.press("j")
        assert in_bin(shelf) == ["passage"]
        table = pilot.app.screen.query_one(ArticleTable)
        await pilot.click(table, offset=(5, 2), times=2)
        await until(pilot, lambda: rows(pilot) == 0 and in_bin(shelf) == [])
        assert "Taken out: highlight: “Engineers doubted it”." in read_off(pilot)
        await click_words(pilot, pilot.app.screen.query_one(Hint), "puts it in again")
        await until(pilot, lambda: rows(pilot) == 1)
        assert in_bin(shelf) == ["passage"]
        await pilot.press("U")
        await until(pilot, lambda: "Nothing was taken out here" in read_off(pilot))


async def test_what_a_deletion_in_the_library_says_can_be_clicked(shelf: Path) -> None:
    async with in_library(shelf) as pilot:
        await pilot.press("j", "D")
        await until(pilot, lambda: rows(pilot) == 1)
        await click_words(pilot, pilot.app.screen.query_one(Hint), "takes it out")
        await until(pilot, lambda: rows(pilot) == 2)
        await pilot.press("j", "D")
        await until(pilot, lambda: rows(pilot) == 1)
        await click_words(pilot, pilot.app.screen.query_one(Hint), "shows the bin")
        await until(pilot, lambda: isinstance(pilot.app.screen, BinScreen) and rows(pilot) == 2)

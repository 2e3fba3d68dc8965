"""All tags on one screen: a tag is renamed, made one with another, taken away, and all of that taken back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.library import Library
from tests.store.kept import imported, note, passage
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import reading, until
from tests.tui.test_bin_screen import in_library, read_off
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.retag import RetagDialog
from tui.screens.library import LibraryScreen
from tui.screens.tags import MOST, TagsScreen
from tui.widgets.article_table import ArticleTable


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library whose claim is tagged ``war`` and ``Ask``, and a passage ``war crimes`` and ``Ask``."""
    with Library(tmp_path / "sayso.db") as library:
        article, _ = library.articles.add(imported())
        library.annotations.save(replace(note(article), tags=("war", "Ask")))
        library.annotations.save(replace(passage(article), tags=("war crimes", "Ask")))
    return tmp_path / "sayso.db"


def kept(database: Path) -> dict[str, int]:
    with Library(database) as library:
        return {tag.name: tag.uses for tag in library.tags.all()}


@asynccontextmanager
async def in_tags(database: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The screen of tags, opened from the library."""
    async with in_library(database, size) as pilot:
        await pilot.press("number_sign")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsScreen) and table(pilot).row_count)
        yield pilot


def table(pilot: Pilot[None]) -> ArticleTable:
    return pilot.app.screen.query_one(ArticleTable)


async def rename(pilot: Pilot[None], new: str) -> None:
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, RetagDialog))
    pilot.app.screen.query_one(Input).value = new
    await pilot.press("enter")


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_all_tags_stand_there_with_their_uses(database: Path, size: tuple[int, int]) -> None:
    async with in_tags(database, size) as pilot:
        await until(pilot, lambda: "#Ask" in screen_text(pilot.app))
        rows = [line.split() for line in screen_text(pilot.app).splitlines() if "#" in line]
        assert [row[1:-1] for row in rows] == [["#Ask", "2"], ["#war", "1"], ["#war", "crimes", "1"]]
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_a_tag_is_renamed_wherever_it_is_and_that_is_taken_back(database: Path) -> None:
    async with in_tags(database) as pilot:
        await rename(pilot, "#to ask")
        await until(pilot, lambda: kept(database) == {"to ask": 2, "war": 1, "war crimes": 1})
        await until(pilot, lambda: "U takes it back." in read_off(pilot))
        await pilot.press("U")
        await until(pilot, lambda: kept(database) == {"Ask": 2, "war": 1, "war crimes": 1})
        await until(pilot, lambda: "#Ask" in screen_text(pilot.app))
        await pilot.press("U")
        await until(pilot, lambda: "No tag was changed, or all of it is taken back: Enter" in read_off(pilot))


async def test_what_was_changed_is_taken_back_after_the_tags_were_left_and_on_another_day(database: Path) -> None:
    async with in_tags(database) as pilot:
        await rename(pilot, "to ask")
        await until(pilot, lambda: kept(database) == {"to ask": 2, "war": 1, "war crimes": 1})
    with Library(database) as library:
        library.tags.remove("war")
    async with in_tags(database) as pilot:
        await pilot.press("q", "number_sign")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsScreen) and table(pilot).row_count)
        await pilot.press("U")
        await until(pilot, lambda: "Taken back: #war is on 1 claim or passage again." in read_off(pilot))
        await pilot.press("U")
        await until(pilot, lambda: "Taken back: #Ask is on 2 claims and passages again." in read_off(pilot))
        assert kept(database) == {"Ask": 2, "war": 1, "war crimes": 1}
        await until(pilot, lambda: table(pilot).row_count == 3)


@pytest.mark.parametrize("by_name", [False, True], ids=["by its key", "from the palette"])
async def test_the_tags_are_looked_at_while_one_reads_and_one_is_back_where_one_was(
    tmp_path: Path, by_name: bool
) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("right_square_bracket", "right_square_bracket", "t")
        await pilot.press(*"harbour", "enter")
        await until(pilot, lambda: kept(tmp_path / "sayso.db") == {"harbour": 1})
        selected, at = screen.selected_item, screen.pane.scroll_y
        await pilot.press(*(("ctrl+p", *"all tags", "enter") if by_name else ("number_sign",)))
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsScreen) and table(pilot).row_count)
        await rename(pilot, "port")
        await until(pilot, lambda: kept(tmp_path / "sayso.db") == {"port": 1})
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert selected is not None
        assert screen.selected_item is not None
        assert (screen.selected_item.span, screen.pane.scroll_y) == (selected.span, at)
        await until(pilot, lambda: "#port" in screen_text(pilot.app))


async def test_renaming_into_another_merges_after_asking_and_can_be_undone(database: Path) -> None:
    async with in_tags(database) as pilot:
        await rename(pilot, "war")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await until(pilot, lambda: "Make #Ask and #war one, #war? 2 + 1 uses." in read_off(pilot))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsScreen))
        await rename(pilot, "war")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: kept(database) == {"war": 2, "war crimes": 1})
        await until(pilot, lambda: table(pilot).row_count == 2)
        await pilot.press("U")
        await until(pilot, lambda: kept(database) == {"Ask": 2, "war": 1, "war crimes": 1})
        await until(pilot, lambda: "Taken back: #Ask is on 2 claims and passages again." in read_off(pilot))


async def test_a_tag_is_taken_away_only_by_a_yes(database: Path) -> None:
    async with in_tags(database) as pilot:
        await pilot.press("D")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsScreen))
        assert kept(database)["Ask"] == 2
        await pilot.press("D")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConfirmDialog))
        await pilot.press("y")
        await until(pilot, lambda: kept(database) == {"war": 1, "war crimes": 1})


async def test_a_name_with_nothing_in_it_is_refused_in_a_line(database: Path) -> None:
    async with in_tags(database) as pilot:
        await rename(pilot, " # ")
        await until(pilot, lambda: "a tag needs a name" in read_off(pilot))
        assert isinstance(pilot.app.screen, RetagDialog)


async def test_the_tags_are_filtered_while_one_types(database: Path) -> None:
    async with in_tags(database) as pilot:
        await pilot.press("backslash", *"CRIM")
        await until(pilot, lambda: table(pilot).row_count == 1)
        await until(pilot, lambda: "1 of 3" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: table(pilot).row_count == 3)


async def test_of_very_many_tags_the_first_are_shown_and_hostile_ones_are_only_text(database: Path) -> None:
    with Library(database) as library:
        article = library.articles.get(1)
        many = ("!\x1b[31m[red]\u202e", *(f"tag {number:05}" for number in range(MOST + 5)))
        library.annotations.save(replace(passage(article, "p2", (0, 5)), tags=many))
    async with in_tags(database) as pilot:
        await until(pilot, lambda: "[red]" in screen_text(pilot.app))
        assert not set("\x1b\u202e") & set(screen_text(pilot.app))
        assert table(pilot).row_count == MOST
        assert "the first 1,000 of 1,009" in screen_text(pilot.app)

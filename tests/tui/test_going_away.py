"""A screen that is put away while something of it is still under way."""

import asyncio
from pathlib import Path

import pytest

from store.errors import SaysoError
from tests.tui.reading import PATIENCE, reading
from tui import app
from tui.screens.bin import BinScreen
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.screens.tags import TagsScreen


async def test_what_arrives_while_a_screen_goes_away_does_no_harm(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, below):
        workspace = below.workspace
        above = ReaderScreen(workspace.desk, workspace.document, workspace.metadata, article=workspace.article)
        await pilot.app.push_screen(above)
        await pilot.pause()
        assert above.in_place
        going = pilot.app.pop_screen()
        assert pilot.app.screen is below
        for arrives in (
            above.show_items,
            above.hint,
            above.tell_unsaved,
            lambda: above.tell_unsaved(SaysoError("the disk is full")),
            above.workspace.on_change,
            above._show_read,
        ):
            arrives()
        await going
        assert not above.in_place
        above.workspace.on_change()
        above.tell_unsaved(SaysoError("the disk is full"))
        await above._in_turn(above._delete, "nothing")
        assert below.in_place


async def test_a_list_that_arrives_while_its_screen_goes_away_does_no_harm(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, below):
        desk = below.workspace.desk
        for above in (LibraryScreen(desk), SearchScreen(desk), BinScreen(desk), TagsScreen(desk)):
            await pilot.app.push_screen(above)
            await pilot.pause()
            await pilot.app.pop_screen()
            loading = above._find("ferry") if isinstance(above, SearchScreen) else above._load()
            await loading.wait()


@pytest.mark.parametrize("takes_it", [False, True], ids=["takes nothing", "never gets to it"])
async def test_the_program_ends_though_what_has_the_focus_is_going_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, takes_it: bool
) -> None:
    monkeypatch.setattr(app, "ARRIVES_WITHIN", 0.1)
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        screen.pane.focus()
        await pilot.pause()
        with monkeypatch.context() as going:
            going.setattr(screen.pane, "call_later", lambda *_: takes_it)
            await asyncio.wait_for(pilot.app.end(0), PATIENCE)
        assert pilot.app._exit


async def test_whatever_still_reads_the_terminal_is_told_to_end_with_the_program(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, _):
        ends = asyncio.Event()
        pilot.app._driver.exit_event = ends  # type: ignore[union-attr]
    assert ends.is_set()

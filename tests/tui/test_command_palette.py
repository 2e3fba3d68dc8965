"""The palette is asked for by name: Enter takes what was typed, however fast it came."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.command import Hits
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.dialog_stage import screen_text, until
from tests.tui.reading import reading
from tui.dialogs.assess import AssessDialog
from tui.dialogs.export import ExportDialog
from tui.screens.palette import Commands, Palette


@pytest.fixture
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed is looked for long after it was typed."""
    search = Commands.search

    async def slowly(self: Commands, query: str) -> Hits:
        for _ in range(200):
            await asyncio.sleep(0)  # lets everything else go first
        async for hit in search(self, query):
            yield hit

    monkeypatch.setattr(Commands, "search", slowly)


def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Type without waiting for anything in between."""
    for key in keys:
        pilot.app.post_message(Key(key.replace(" ", "space"), key if len(key) == 1 else None))


def is_open(pilot: Pilot[None], dialog: type[Screen[Any]]) -> bool:
    return isinstance(pilot.app.screen, dialog)


@pytest.mark.usefixtures("_slow")
async def test_enter_takes_the_first_of_the_list_for_what_was_typed_not_of_one_before(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("right_square_bracket")
        for words, dialog in (("export", ExportDialog), ("progress and", AssessDialog)):
            at_once(pilot, "ctrl+p", *words, "enter")
            await until(pilot, partial(is_open, pilot, dialog))
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is screen)


@pytest.mark.usefixtures("_slow")
async def test_enter_after_what_is_no_command_takes_none(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        at_once(pilot, "ctrl+p", *"xqzw", "enter")
        await until(pilot, lambda: "xqzw" in screen_text(pilot.app))
        await until(pilot, lambda: "No matches" in screen_text(pilot.app))
        assert isinstance(pilot.app.screen, Palette)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_two_enters_choose_one_command_and_end_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        at_once(pilot, "ctrl+p", *"numbers", "enter", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert pilot.app.is_running

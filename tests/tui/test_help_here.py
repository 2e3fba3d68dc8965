"""Help is for the place one is in: what is under way first, dialogs too, and all other places one key further."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.dialog_stage import screen_text, until
from tests.tui.reading import reading
from tui.dialogs.help import HelpDialog
from tui.dialogs.note import NoteDialog
from tui.keymap.applying import Keymap
from tui.keymap.at_hand import places_of


def words(pilot: Pilot[None]) -> list[str]:
    """The lines of the help that is open, without its frame; none where there is none."""
    lines = [line.strip(" │┃") for line in screen_text(pilot.app).splitlines()]
    return lines if isinstance(pilot.app.screen, HelpDialog) else []


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_the_claims_come_first_while_one_reads(tmp_path: Path, key: str) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, screen):
        await pilot.press(key)
        await until(pilot, lambda: any("next claim, previous claim" in line for line in words(pilot)))
        assert places_of(screen)[0] == "claims"
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_the_caret_comes_first_while_it_is_out(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, screen):
        await pilot.press("v")
        await until(pilot, lambda: screen.pane.caret is not None)
        assert places_of(screen)[0] == "selecting"
        await pilot.press("f1")
        await until(pilot, lambda: any("move the caret" in line for line in words(pilot)))


async def test_in_a_dialog_it_is_for_the_dialog(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, _):
        await pilot.press("right_square_bracket", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await pilot.press("f1")
        await until(pilot, lambda: any("Save and close" in line for line in words(pilot)))
        assert not any("next claim" in line for line in words(pilot))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))


async def test_another_key_turns_to_all_places_and_back(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(120, 240)) as (pilot, _):
        await pilot.press("question_mark")
        await until(pilot, lambda: any("next claim, previous claim" in line for line in words(pilot)))
        assert not any("empty the bin" in line for line in words(pilot))
        await pilot.press("tab")
        await until(pilot, lambda: any("empty the bin" in line for line in words(pilot)))
        await pilot.press("tab")
        await until(pilot, lambda: not any("empty the bin" in line for line in words(pilot)))


async def test_a_rebound_key_is_the_one_that_is_told(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", keymap=Keymap({"claims.next": ("f9",)})) as (pilot, _):
        await pilot.press("question_mark")
        await until(pilot, lambda: any("f9 [" in line for line in words(pilot)))

"""What was done is told in one line over the foot, for as long as it takes to read; only faults come in the corner."""

import asyncio
import time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.dialog_stage import screen_text, until
from tests.tui.reading import reading, said
from tui.saying import say
from tui.widgets import hint
from tui.widgets.hint import Hint


async def test_it_stands_over_the_foot_and_covers_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, screen):
        screen.say("Nothing to undo.")
        await until(pilot, lambda: "Nothing to undo." in screen_text(pilot.app))
        line = screen.query_one(Hint)
        assert line.region.y == 22
        assert screen.pane.region.bottom <= line.region.y
        assert not pilot.app._notifications


async def test_what_went_wrong_comes_in_the_corner(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        screen.say("The disk is full.", wrong=True)
        wanted = [("The disk is full.", "error")]
        await until(pilot, lambda: [(one.message, one.severity) for one in pilot.app._notifications] == wanted)
        assert not screen.query_one(Hint).has_class("-told")


async def test_after_a_while_the_keys_are_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hint, "LASTS", 0.05)
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("v")
        await until(pilot, lambda: shown(pilot).startswith("Move with"))
        screen.say("Done")
        assert shown(pilot) == "Done"
        await until(pilot, lambda: shown(pilot).startswith("Move with"))


async def test_on_a_slow_machine_it_is_there_as_long_from_when_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hint, "LASTS", 1.0)
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        screen.say("Done")
        await asyncio.sleep(0)
        time.sleep(1.1)  # nothing is painted meanwhile
        await pilot.pause()
        assert "Done" in screen_text(pilot.app)


async def test_what_the_next_keys_do_is_told_at_once_when_that_is_new(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        screen.say("Done")
        screen.hint()
        assert said(pilot.app) == ["Done"]
        screen.pane.select(0, 7)
        screen.hint()
        assert shown(pilot).startswith("Selected:")


async def test_what_is_long_takes_the_lines_that_it_needs_and_hostile_words_do_no_harm(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(40, 12)) as (pilot, screen):
        say(screen, "\x1b[2J[red]" + "a word " * 12)
        await until(pilot, lambda: screen.query_one(Hint).region.height == 3)
        assert "␛[2J[red]a word" in screen_text(pilot.app)
        say(screen, "Short.")
        await until(pilot, lambda: screen.query_one(Hint).region.height == 1)


def shown(pilot: Pilot[None]) -> str:
    """The line's words."""
    return str(pilot.app.screen.query_one(Hint).render())

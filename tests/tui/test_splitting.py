"""Splitting a claim from wherever one is in it: one is asked where, by keys or by a click, and may leave it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, index_of, reading, said, until
from tests.tui.test_amending import PLAN, at_hand, cell, click_foot, words_of
from tui.screens.palette import Palette
from tui.screens.reading.reader import ReaderScreen


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


HALVES = ["that it had rejected", "the plan"]


async def begin_to_split(pilot: Pilot[None], screen: ReaderScreen) -> None:
    """Ask for the claim to be split while who says it is at hand, and wait to be asked where."""
    await go_to(pilot, screen, PLAN)
    await pilot.press("E")
    assert at_hand(screen) == "The harbour board"
    await pilot.press("|")
    await until(pilot, lambda: "Cut here?" in screen_text(pilot.app))
    assert at_hand(screen).strip() == "that it had"


@pytest.mark.parametrize("last", ["|", "enter"])
async def test_a_claim_is_split_from_wherever_one_is_in_it_after_being_asked_where(database: Path, last: str) -> None:
    async with reading(database) as (pilot, screen):
        await begin_to_split(pilot, screen)
        await pilot.press("w", last)
        await until(pilot, lambda: words_of(screen, "content", index_of(screen, "the plan")) == HALVES[1:])
        assert words_of(screen, "content", index_of(screen, PLAN)) == HALVES[:1]
        assert screen.mode is None


async def test_who_leaves_the_cut_leaves_all_of_the_claim_as_it_was(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await begin_to_split(pilot, screen)
        await pilot.press("b", "escape")
        await until(pilot, lambda: "What is claimed, 3/3" in screen_text(pilot.app))
        assert at_hand(screen) == " ".join(HALVES)
        await pilot.press("|", "w", "tab", "enter")
        await until(pilot, lambda: "Nothing is changed." in said(pilot.app))


async def test_a_claim_is_split_with_the_mouse_alone_where_a_word_is_clicked(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        await click_foot(pilot, screen, "More")
        await until(pilot, lambda: isinstance(pilot.app.screen, Palette))
        await pilot.press(*"split", "enter")
        await until(pilot, lambda: "Cut here?" in screen_text(pilot.app))
        start = screen.workspace.text.index(PLAN)
        await pilot.click(screen.pane, offset=cell(screen, screen.workspace.text.index("the plan", start)))
        await until(pilot, lambda: at_hand(screen).strip() == HALVES[0])
        await click_foot(pilot, screen, "Split")
        await until(pilot, lambda: words_of(screen, "content", index_of(screen, "the plan")) == HALVES[1:])

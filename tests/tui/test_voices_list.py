"""All who speak in an article in a list: by key, by a click on the others or on the heading of their line."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.shares import LEFT_OPEN, Share
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, reading, said, until
from tests.tui.test_filtering import filtered, shown
from tests.tui.test_pressing import click_words
from tui.dialogs.voices import VoicesDialog
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.filter_line import FilterLine
from tui.widgets.row_list import RowList
from tui.widgets.voices import OTHERS, VoicesBar

NAMES = ("Ada Bo", "Cy Do", "Ed Fu", "Gil Ho", "Ida Jo", "Kay Lu")
ARTICLE = "It was late.\n\nThey said that it rained.\n\n" + "".join(
    f"{name} said that number {number} of all the bridges in the valley fell.\n\n" for number, name in enumerate(NAMES)
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


async def listed(pilot: Pilot[None]) -> list[str]:
    """What the list shows, once it is there."""
    await until(pilot, lambda: isinstance(pilot.app.screen, VoicesDialog) and pilot.app.screen.query_one(RowList).size)
    rows = pilot.app.screen.query_one(RowList)
    made = [rows._row(number) for number in range(rows.count)]
    return [f"{row.words} {row.beside.partition('· ')[2].strip()}" for row in made]


def asked(screen: ReaderScreen) -> str:
    return screen.query_one(FilterLine).text if screen.query(FilterLine) else ""


@pytest.mark.parametrize("by", ["S", "voices", OTHERS])
async def test_all_who_speak_are_listed_with_their_claims_and_one_is_chosen(database: Path, by: str) -> None:
    async with reading(database, ARTICLE, size=(100, 36)) as (pilot, screen):
        await until(pilot, lambda: OTHERS in screen_text(pilot.app))
        if by == "S":
            assert "S voices" in screen_text(pilot.app)
            await pilot.press("S")
        else:
            await click_words(pilot, screen.query_one(VoicesBar), by)
        rows = await listed(pilot)
        assert {*rows} == {*(f"{name} 1 claim" for name in NAMES), f"{LEFT_OPEN} 1 claim", "reporter no claims"}
        assert "share of the words, rejected or not, and how many claims" in screen_text(pilot.app)
        chosen = pilot.app.screen.query_one(RowList).chosen
        bar = screen.query_one(VoicesBar).render().plain
        # From the others one comes to the first of those who are not named in the line.
        assert chosen == next(i for i, name in enumerate(rows) if by != OTHERS or name.partition(" 1")[0] not in bar)
        await pilot.press(*"kay", "enter")
        await until(pilot, lambda: asked(screen) == 'speaker:"Kay Lu"' and len(shown(screen)) == 1)


async def test_the_reporters_own_words_are_said_to_have_no_claims(database: Path) -> None:
    async with reading(database, ARTICLE, size=(160, 36)) as (pilot, screen):
        await click_words(pilot, screen.query_one(VoicesBar), "reporter")
        await until(pilot, lambda: any("reporter’s own words" in words for words in said(pilot.app)))
        assert not screen.panel.filtered


async def test_who_is_left_open_is_found_by_the_words_of_the_line_of_voices(database: Path) -> None:
    async with reading(database, ARTICLE, size=(160, 36)) as (pilot, screen):
        assert f"{LEFT_OPEN} " in screen.query_one(VoicesBar).render().plain
        await filtered(pilot, screen, "speaker:open")
        await until(pilot, lambda: len(shown(screen)) == 1)


async def test_a_guess_keeps_its_mark_where_the_name_is_cut(database: Path) -> None:
    guesses = [Share("Ministry of Agriculture and Fisheries", 0.6, guessed=True), Share("Ada Bo", 0.4, guessed=True)]
    async with reading(database, ARTICLE, size=(40, 12)) as (pilot, _):
        pilot.app.push_screen(VoicesDialog(guesses, ()))
        await until(pilot, lambda: "60%" in screen_text(pilot.app))
        assert re.search(r"Ministry[^│]*…\? +60%", screen_text(pilot.app))
        assert "Ada Bo? " in screen_text(pilot.app)


@pytest.mark.parametrize("size", [(100, 36), (40, 12)])
async def test_that_nobody_is_called_so_is_said_and_enter_stays(database: Path, size: tuple[int, int]) -> None:
    async with reading(database, ARTICLE, size=size) as (pilot, _):
        await pilot.press("S")
        await listed(pilot)
        await pilot.press(*"zebra")
        await until(pilot, lambda: "nobody is called so" in screen_text(pilot.app))
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, VoicesDialog)


async def test_a_rejected_claim_is_none_of_a_voice_and_is_told_apart(database: Path) -> None:
    async with reading(database, ARTICLE, size=(100, 36)) as (pilot, screen):
        await go_to(pilot, screen, "that number 1")
        await pilot.press("x")
        await until(pilot, lambda: screen.workspace.annotations)
        await pilot.press("S")
        rows = await listed(pilot)
        assert "Cy Do 0 claims, 1 rejected" in rows
        assert "Ed Fu 1 claim" in rows

"""The filter completes who speaks in the article, by key and by click."""

from pathlib import Path

import pytest

from tests.tui.reading import index_of, reading, until
from tests.tui.test_filtering import ARTICLE, FOUR, filtered, shown
from tests.tui.test_pressing import click_words
from tui.widgets.advice import Advice
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_footer import KeyFooter


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


@pytest.mark.parametrize("by", ["key", "click"])
async def test_speakers_are_completed_the_first_is_who_says_most(database: Path, by: str) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "speaker:")
        line, advice = screen.query_one(FilterLine), screen.query_one(Advice)
        await until(pilot, lambda: advice.said.startswith("Ada Bo, Cy Do, Ed Fu"))
        if by == "key":
            await pilot.press("f", "tab")
        else:
            await click_words(pilot, line, "Ed Fu")
        await until(pilot, lambda: line.text == 'speaker:"Ed Fu" ' and shown(screen) == [index_of(screen, FOUR)])
        await filtered(pilot, screen, "speaker:q")
        await pilot.press("tab")
        await until(pilot, lambda: advice.said == "No speaker here begins so.")


async def test_a_click_on_the_key_of_the_foot_completes_a_speaker(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "speaker:c")
        await click_words(pilot, screen.query_one(KeyFooter), "Complete")
        await until(pilot, lambda: screen.query_one(FilterLine).text == 'speaker:"Cy Do" ')

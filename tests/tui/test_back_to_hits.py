"""Leaving a place that was found: back to all that was found, also where it lies in the article that was open."""

from pathlib import Path

import pytest

from tests.tui.reading import reading, until
from tui.screens.search import SearchScreen
from tui.widgets.hint import Hint
from tui.widgets.results import Results


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


async def test_from_a_place_in_the_article_that_was_open_one_goes_back_to_the_hits_and_from_there_back_to_it(
    database: Path,
) -> None:
    async with reading(database) as (pilot, reader):
        app = pilot.app
        await pilot.press("F")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await pilot.press(*"board")
        await until(pilot, lambda: app.screen.query_one(Results).option_count > 1)
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen is reader)
        await until(pilot, lambda: "q to all that was found" in reader.query_one(Hint).said)
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        hits = app.screen
        assert isinstance(hits, SearchScreen)
        await until(pilot, lambda: hits.query_text == "board" and hits.query_one(Results).highlighted == 1)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is reader)
        assert app.is_running
        # It was come back to by hand now: there is nothing to go back to, and so the program ends.
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running)


async def test_other_words_choose_the_first_that_is_found(database: Path) -> None:
    async with reading(database) as (pilot, reader):
        app = pilot.app
        await pilot.press("F")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await pilot.press(*"board")
        await until(pilot, lambda: app.screen.query_one(Results).option_count > 1)
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen is reader)
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen) and app.screen.query_one(Results).highlighted)
        await pilot.press("backspace", *"plan")
        await until(
            pilot,
            lambda: (
                isinstance(app.screen, SearchScreen) and not app.screen.searching and app.screen.query_text == "plan"
            ),
        )
        assert app.screen.query_one(Results).highlighted == 0


MANY = "# The harbour\n\n" + "“The quay stays closed,” Anna Berg said.\n\n" * 30


@pytest.mark.parametrize(
    ("query", "shown", "all_of_it"),
    [
        ("speaker:berg", "5 of 30 shown: 30 claims · opens all of them", ""),
        ("quay", "5 of 60 shown: 30 in the text, 30 claims · opens all of them", "Hit 1 of 30 ·"),
    ],
)
async def test_all_that_is_found_in_an_article_is_counted_and_one_row_opens_it_with_all_of_it_shown(
    database: Path, query: str, shown: str, all_of_it: str
) -> None:
    async with reading(database, MANY) as (pilot, reader):
        app = pilot.app
        await pilot.press("F")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await pilot.press(*query)
        results = app.screen.query_one(Results)
        await until(pilot, lambda: results.option_count == 6)
        assert shown in str(results.get_option_at_index(5).prompt)
        assert app.screen.query_one(Hint).said.startswith(f"1 article, {shown.split()[2]} places (")
        assert results.highlighted == 0
        await pilot.press(*["down"] * 5, "enter")
        await until(pilot, lambda: app.screen is reader)
        if all_of_it:
            await until(pilot, lambda: all_of_it in reader.query_one(Hint).said)
        else:
            await until(pilot, lambda: reader.panel.found == "30 of 30")

"""What the card of an amended claim tells of it: what is true of its words as they are now, over a restart too."""

from pathlib import Path

import pytest

from tests.tui.dialog_stage import screen_text
from tests.tui.reading import go_to, reading, until

ARTICLE = """# Strong quake in Tarmay

Institute geologist Mei-Ling Quispe said the difference was normal and might well disappear.

An engineer who asked not to be named because she still works there said the team had classed 40 schools as unsafe.
"""
NORMAL = "the difference was normal"
TEAM = "the team had classed"
HEDGED, ANONYMOUS = "? hedged: might", "∅ anonymous"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


async def test_the_card_of_a_shortened_claim_tells_of_no_word_that_was_cut_off(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, NORMAL)
        await until(pilot, lambda: HEDGED in screen_text(pilot.app))
        await pilot.press("E")
        while screen.pane.selection != screen.workspace.items[0].content[0]:
            await pilot.press("tab")
        await pilot.press("b", "b", "b", "b", "enter")
        await until(pilot, lambda: "amended by hand" in screen_text(pilot.app))
        assert HEDGED not in screen_text(pilot.app)
        await pilot.press("U")
        await until(pilot, lambda: HEDGED in screen_text(pilot.app))
        await pilot.press("R")
        await until(pilot, lambda: HEDGED not in screen_text(pilot.app))
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, NORMAL)
        await until(pilot, lambda: "amended by hand" in screen_text(pilot.app))
        assert HEDGED not in screen_text(pilot.app)


async def test_a_source_whose_edge_is_moved_by_a_word_is_anonymous_still(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, TEAM)
        await until(pilot, lambda: ANONYMOUS in screen_text(pilot.app))
        await pilot.press("E")
        while screen.pane.selection != screen.workspace.items[1].source[0]:
            await pilot.press("tab")
        await pilot.press("b", "enter")
        await until(pilot, lambda: "amended by hand" in screen_text(pilot.app))
        assert ANONYMOUS in screen_text(pilot.app)
        assert screen.workspace.items[1].anonymous

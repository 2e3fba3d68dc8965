"""While words are asked for, as when a claim is marked, only what acts is offered and no click elsewhere disturbs."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.reading import go_to, index_of, reading, said, until
from tests.tui.test_filtering import ARTICLE, ONE, TWO
from tests.tui.test_key_footer import foot
from tests.tui.test_pressing import click_words
from tui.modes.marking import Marking
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.voices import VoicesBar

TOLD = "Not while words are asked for: select them in the text, or Esc leaves off."


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


async def told(pilot: Pilot[None], words: str = TOLD) -> None:
    """Wait until it is said."""
    await until(pilot, lambda: any(words in one for one in said(pilot.app)))


async def marking(pilot: Pilot[None], screen: ReaderScreen) -> None:
    """Mark a claim, of which the first step is done."""
    await go_to(pilot, screen, ONE)
    start = screen.workspace.text.index("reporters")
    screen.pane.select(start, start + len("reporters"))
    await pilot.press("m")
    await until(pilot, lambda: isinstance(screen.mode, Marking) and len(screen.mode.done) == 1)


async def test_while_a_claim_is_marked_the_foot_offers_nothing_about_others(database: Path) -> None:
    async with reading(database, ARTICLE, size=(160, 36)) as (pilot, screen):
        await marking(pilot, screen)
        await until(pilot, lambda: "Esc Leave off" in foot(pilot))
        assert not any(
            words in foot(pilot) for words in ("Accept", "Reject", "Assess", "Note", "Mark ", "Tags", "Amend")
        )
        await pilot.press("escape")
        await until(pilot, lambda: "y Accept" in foot(pilot))


@pytest.mark.parametrize("key", ["y", "x", "s", "a", "t", "D", "1", "S", "backslash"])
async def test_a_key_about_claims_says_what_is_under_way_and_does_nothing(database: Path, key: str) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await marking(pilot, screen)
        step = screen.mode
        await pilot.press(key)
        await told(pilot)
        assert pilot.app.screen is screen
        assert screen.mode is step
        assert screen.workspace.annotations == ()


async def test_a_click_on_a_card_a_voice_or_a_claim_in_the_text_leaves_what_is_being_marked(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await marking(pilot, screen)
        step = screen.mode
        await pilot.click(screen.panel, offset=(10, 6))
        await told(pilot)
        assert screen.panel.selected == screen.pane.selected == index_of(screen, ONE)
        await click_words(pilot, screen.query_one(VoicesBar), "Cy Do")
        await told(pilot)
        assert not screen.panel.filtered
        await pilot.click(screen.panel, offset=(10, 6), times=2)
        await click_words(pilot, screen.pane, "two fell")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert screen.mode is step
        assert screen.pane.selected == index_of(screen, ONE)


async def test_at_the_claims_a_key_of_the_caret_says_what_brings_it_out(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, TWO)
        await pilot.press("tab")
        await until(pilot, lambda: screen.panel.has_focus)
        await pilot.press("V")
        await told(pilot, "“Select paragraph” (V) is for the caret: v brings it out.")
        await pilot.press("v")
        await until(pilot, lambda: screen.pane.has_focus and screen.pane.caret is not None)


async def test_while_a_claim_is_amended_a_click_on_another_card_says_so(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await go_to(pilot, screen, ONE)
        await pilot.press("E")
        await until(pilot, lambda: screen.mode is not None)
        step = screen.mode
        await pilot.click(screen.panel, offset=(10, 6))
        await told(pilot, "Not while a claim is amended: Enter keeps it, Esc leaves it as it was.")
        assert (screen.mode, screen.pane.selected) == (step, index_of(screen, ONE))

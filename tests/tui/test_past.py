"""The old text of an article that has changed, as it was, notes and all."""

from pathlib import Path

import pytest

from store.library import Library
from tests.tui.changed_article import changes, old_text, opened, said, select
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import until
from tests.tui.revised import NEW, keep_and_revise
from tui.screens.reading.past import PastScreen
from tui.widgets.hint import Hint


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library with the changed article: one of its notes is in place, one to be confirmed, one lost."""
    keep_and_revise(tmp_path / "sayso.db", tmp_path)
    return tmp_path / "sayso.db"


async def test_an_old_text_is_as_it_was_notes_and_all(database: Path) -> None:
    async with opened(database) as (pilot, screen):
        past = await old_text(pilot)
        assert "Revision 1 of 2, read-only" in str(past.pane.border_title)
        assert {a.uid: a.note for a in past.workspace.annotations} == {
            "sure": "Count them.",
            "changed": "Says who?",
            "gone": "All?",
        }
        await until(pilot, lambda: "Passengers noticed▏✎ nothing at all" in screen_text(pilot.app))
        await pilot.press("q", "escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_nothing_of_an_old_text_can_be_changed(database: Path) -> None:
    with Library(database) as library:
        before = library.history.latest(1)
    async with opened(database) as (pilot, _):
        past = await old_text(pilot)
        past.select(past.workspace.index_of("sure"))
        for key in "ayxstmhDUROW":
            past.query_one(Hint).leave_off()
            await pilot.press(key)
            await until(pilot, lambda: said(pilot, "as it was: r shows what changed since"))
            assert pilot.app.screen is past
    with Library(database) as library:
        assert library.history.latest(1) == before


async def test_a_selection_in_an_old_text_is_not_highlighted(database: Path) -> None:
    async with opened(database) as (pilot, _):
        past = await old_text(pilot)
        await select(pilot, past, "The mayor")
        await pilot.press("enter")
        await until(pilot, lambda: said(pilot, "as it was"))
        assert len(past.workspace.annotations) == 3


async def test_r_in_an_old_text_shows_what_became_of_it(database: Path) -> None:
    async with opened(database, NEW.replace("pier", "beach")) as (pilot, _):
        await changes(pilot)
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: "revision 1 → 2 of 3" in screen_text(pilot.app))
        await pilot.press("o")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen))
        await pilot.press("r")
        await until(pilot, lambda: "revision 1 → 2 of 3" in screen_text(pilot.app))

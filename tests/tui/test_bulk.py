"""One thing with all claims that are shown: given to each, kept as one change, undone as one."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from store.library import Library
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import reading, until
from tests.tui.test_deciding import all_kept, verdicts
from tui.dialogs.bulk import BulkDialog, SureDialog
from tui.screens.reading.reader import ReaderScreen

ARTICLE = """Ada Bo said that one fell.

Cy Do said that two fell.

Ada Bo said that three stood.
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


async def filtered(pilot: Pilot[None], screen: ReaderScreen, text: str, count: int) -> None:
    await pilot.press("backslash")
    await until(pilot, lambda: isinstance(screen.focused, Input))
    assert isinstance(screen.focused, Input)
    screen.focused.value = text
    await until(pilot, lambda: len(screen.panel.matching) == count)
    await pilot.press("enter")
    await until(pilot, lambda: screen.pane.has_focus)


async def asked(pilot: Pilot[None]) -> None:
    await pilot.press("exclamation_mark")
    await until(pilot, lambda: isinstance(pilot.app.screen, BulkDialog))


async def done(pilot: Pilot[None], screen: ReaderScreen) -> None:
    await until(pilot, lambda: pilot.app.screen is screen)
    await all_kept(pilot, screen)


async def test_all_that_the_filter_lets_through_are_accepted_and_one_undo_takes_it_back(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await filtered(pilot, screen, "speaker:ada", 2)
        await asked(pilot)
        assert "All 2 claims that are shown" in screen_text(pilot.app)
        await pilot.press("y")
        await done(pilot, screen)
        await until(pilot, lambda: "accepted: 2 claims." in screen_text(pilot.app))
        assert verdicts(database) == [("accepted", "unreviewed", None)] * 2
        with Library(database) as library:
            assert {a.speaker for a in library.annotations.of(1)} == {"Ada Bo"}
        await pilot.press("U")
        await until(pilot, lambda: not screen.workspace.annotations)
        await pilot.press("R")
        await until(pilot, lambda: len(screen.workspace.annotations) == 2)


@pytest.mark.parametrize(
    ("key", "verdict"),
    [("x", ("rejected", "unreviewed", None)), ("3", (None, "checked", None)), ("5", (None, "unreviewed", "disputed"))],
)
async def test_every_verdict_can_be_given_to_all(
    database: Path, key: str, verdict: tuple[str | None, str, str | None]
) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await asked(pilot)
        await pilot.press(key)
        await done(pilot, screen)
        assert verdicts(database) == [verdict] * 3


async def test_a_tag_is_added_to_those_that_are_there(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await pilot.press("right_square_bracket", "t")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press(*"old", "enter")
        await until(pilot, lambda: screen.workspace.annotations)
        await asked(pilot)
        await pilot.press("t")
        await until(pilot, lambda: not isinstance(pilot.app.screen, BulkDialog) and pilot.app.screen is not screen)
        await pilot.press(*"ferry", "enter")
        await done(pilot, screen)
        assert [a.tags for a in screen.workspace.annotations] == [("old", "ferry"), ("ferry",), ("ferry",)]


async def test_escape_changes_nothing_and_a_click_is_as_good_as_a_key(database: Path) -> None:
    async with reading(database, ARTICLE) as (pilot, screen):
        await asked(pilot)
        await pilot.press("escape")
        await done(pilot, screen)
        assert verdicts(database) == []
        await asked(pilot)
        button = next(one for one in pilot.app.screen.query("KeyButton") if "Reject" in str(one.label))  # type: ignore[attr-defined]
        await pilot.click(button)
        await done(pilot, screen)
        assert [one[0] for one in verdicts(database)] == ["rejected"] * 3


async def test_of_many_it_is_asked_again_before_they_are_changed(database: Path) -> None:
    article = "\n\n".join(f"Ada Bo said that bridge {n} fell." for n in range(30))
    async with reading(database, article) as (pilot, screen):
        count = len(screen.workspace.items)
        for answer, kept in (("escape", 0), ("enter", count)):
            await asked(pilot)
            await pilot.press("y", "y", "n")  # the key that asked for it is no answer
            await until(pilot, lambda: isinstance(pilot.app.screen, SureDialog))
            assert f"all {count} claims?" in screen_text(pilot.app)
            assert f"Enter All {count}" in screen_text(pilot.app)
            assert verdicts(database) == []
            await pilot.press(answer)
            await done(pilot, screen)
            assert len(verdicts(database)) == kept


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_all_of_it_can_be_reached_in_a_small_window(database: Path, size: tuple[int, int]) -> None:
    async with reading(database, ARTICLE, size=size) as (pilot, screen):
        await asked(pilot)
        await until(pilot, lambda: "Accept" in screen_text(pilot.app) and "Cancel" in screen_text(pilot.app))
        await pilot.press("9")
        await done(pilot, screen)
        assert {one[2] for one in verdicts(database)} == {"unverifiable"}


GUESSED = "The Corrib Trust said that one fell. It said that two fell. Ada Bo said that three fell."


async def test_accepting_all_says_before_and_after_how_many_guessed_speakers_become_certain(database: Path) -> None:
    async with reading(database, GUESSED) as (pilot, screen):
        await asked(pilot)
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, SureDialog))
        await until(pilot, lambda: "accepted: all 3 claims? 1 guessed speaker becomes" in screen_text(pilot.app))
        assert not screen.workspace.annotations
        await pilot.press("enter")
        await done(pilot, screen)
        await until(pilot, lambda: "accepted: 3 claims, 1 guessed speaker with them." in screen_text(pilot.app))
        assert [one.speaker for one in screen.workspace.annotations] == ["Corrib Trust", "Corrib Trust", "Ada Bo"]
        assert not any(item.guessed for item in screen.workspace.items)


async def test_rejecting_all_makes_nobody_certain_and_asks_for_nothing(database: Path) -> None:
    async with reading(database, GUESSED) as (pilot, screen):
        await asked(pilot)
        await pilot.press("x")
        await done(pilot, screen)
        await until(pilot, lambda: "rejected: 3 claims." in screen_text(pilot.app))
        assert [one.speaker for one in screen.workspace.annotations] == ["Corrib Trust", None, "Ada Bo"]

"""Footnotes: their references lead to them and back."""

from pathlib import Path

from tests.tui.dialog_stage import screen_text
from tests.tui.links.article import FAR, NEAR, click_on, hint
from tests.tui.reading import reading, until


async def test_a_reference_leads_to_its_note_and_back(database: Path) -> None:
    async with reading(database, FAR) as (pilot, screen):
        await pilot.press("l", "b")
        await until(pilot, lambda: "The report" in screen_text(pilot.app) and screen.pane.top > 0)
        assert hint(screen) == "[1] leads back to where the text refers to it"
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.top == 0)
        assert hint(screen) == "[1] The report has all."
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.top > 0)
        await pilot.press("escape", "alt+left")
        await until(pilot, lambda: screen.pane.top == 0)


async def test_a_click_on_a_reference_shows_the_first_words_of_its_note(database: Path) -> None:
    async with reading(database, FAR) as (pilot, screen):
        await click_on(pilot, "[1]")
        await until(pilot, lambda: hint(screen) == "[1] The report has all.")
        assert screen.pane.top == 0
        await click_on(pilot, "[1")
        await until(pilot, lambda: screen.pane.top > 0)
        await click_on(pilot, "[1")
        await until(pilot, lambda: screen.pane.top == 0)


async def test_a_click_on_a_letter_behind_a_reference_chooses_it(database: Path) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        await pilot.press("l")
        await until(pilot, lambda: "rejected[1],b" in screen_text(pilot.app))
        await click_on(pilot, "band")
        await until(pilot, lambda: hint(screen) == "[1] The report has all.")


async def test_the_caret_on_a_reference_and_a_selection_over_one_tell_of_its_note(database: Path) -> None:
    async with reading(database, NEAR) as (pilot, screen):
        at = screen.workspace.text.index("[1]")
        screen.pane.select(at - 10, at + 5)
        screen.hint()
        assert hint(screen).startswith("[1] The report has all. · Selected:")
        screen.pane.clear_selection()
        screen.pane.caret = at
        await until(pilot, lambda: hint(screen).startswith("[1] The report has all. · Move with"))
        screen.pane.caret = at + 5
        await until(pilot, lambda: hint(screen).startswith("Move with"))

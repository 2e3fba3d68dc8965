"""What looks as if a click on it led somewhere does: notes, evidence, the figure in the title, the place one is at."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from store.annotations import Evidence
from store.shares import LEFT_OPEN
from tests.tui.reading import go_to, reading, said, until
from tests.tui.test_pressing import BOARD, click_words
from tui.dialogs.bulk import BulkDialog
from tui.dialogs.claim import ClaimDialog
from tui.dialogs.link import LinkDialog
from tui.dialogs.note import NoteDialog
from tui.dialogs.note.evidence import EvidenceDialog, EvidenceList
from tui.dialogs.outline import OutlineDialog
from tui.legend import legend
from tui.screens.reading.filtering import ABOUT
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.filter_line import FilterLine
from tui.widgets.line import Line
from tui.widgets.voices import VoicesBar

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)])
SOURCES = (Evidence("https://minutes.example/1", "supports", "page 3"), Evidence("the clerk's letter", "contradicts"))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


async def noted(pilot: Pilot[None], screen: ReaderScreen) -> int:
    """Write a note with evidence on the board's claim, and select it."""
    await go_to(pilot, screen, BOARD)
    await pilot.press("a")
    await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
    await pilot.press(*"ask")
    for one in SOURCES:
        pilot.app.screen.query_one(EvidenceList).put(one)
    await pilot.press("escape")
    await until(pilot, lambda: screen.workspace.annotations and screen.workspace.annotations[0].evidence == SOURCES)
    await until(pilot, lambda: screen.selected_item is not None and screen.selected_item.note)
    index = screen.pane.selected
    assert index is not None
    return index


@SIZES
async def test_the_note_on_the_open_card_opens_it(database: Path, size: tuple[int, int]) -> None:
    async with reading(database, size=size) as (pilot, screen):
        await noted(pilot, screen)
        await click_words(pilot, screen.panel, "✎ ask")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))


async def test_a_click_on_a_card_that_is_closed_opens_the_card_and_no_note(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        index = await noted(pilot, screen)
        await pilot.press("left_square_bracket", "right_square_bracket", "right_square_bracket")
        await until(pilot, lambda: screen.pane.selected not in (None, index))
        await click_words(pilot, screen.panel, "✎ ask")
        await until(pilot, lambda: screen.pane.selected == index)
        assert pilot.app.screen is screen


async def test_evidence_on_the_open_card_is_followed_after_a_question(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await noted(pilot, screen)
        await click_words(pilot, screen.panel, "page 3")
        await until(pilot, lambda: isinstance(pilot.app.screen, LinkDialog))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_evidence_that_leads_nowhere_is_shown_with_the_note(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await noted(pilot, screen)
        await click_words(pilot, screen.panel, "clerk's letter")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))


async def test_a_click_on_evidence_under_the_note_changes_it(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await noted(pilot, screen)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))
        await click_words(pilot, pilot.app.screen.query_one(EvidenceList), "clerk's letter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceDialog))


@pytest.mark.parametrize("beside", [False, True])
async def test_the_sign_of_a_note_selects_its_claim_and_then_opens_the_note(database: Path, beside: bool) -> None:
    async with reading(database) as (pilot, screen):
        index = await noted(pilot, screen)
        pane = screen.pane
        rows = {y: row for y, row in pane._on_screen.items() if any(run.text == "✎" for run in row.gutter)}
        y, row = next(iter(rows.items()))
        if beside:
            cells = [run.text for run in row.gutter]
            x = row.geometry[1] - len("".join(cells)) + cells.index("✎")
        else:
            x, y = next(
                (x, y)
                for y in range(pane.rows)
                for x in range(row.geometry[1], pane.size.width)
                if (run := pane.spot(x, y)[1]) is not None and run.text == "✎"
            )
        screen.select(None)
        await pilot.pause()
        await pilot.click(pane, offset=(x + 1, y + 1))
        await until(pilot, lambda: pane.selected == index)
        assert pilot.app.screen is screen
        await pilot.click(pane, offset=(x + 1, y + 1))
        await until(pilot, lambda: isinstance(pilot.app.screen, NoteDialog))


@SIZES
async def test_the_number_of_what_is_not_reviewed_shows_that_and_then_all(
    database: Path, size: tuple[int, int]
) -> None:
    async with reading(database, size=size) as (pilot, screen):
        await noted(pilot, screen)
        await pilot.press("y")
        await until(pilot, lambda: "3 unreviewed" in str(screen.panel.border_title))
        order = screen.panel.arrangement
        await click_words(pilot, screen.panel, "unreviewed")
        await until(pilot, lambda: screen.query_one(FilterLine).text == "is:unreviewed")
        await until(pilot, lambda: len(screen.panel.matching) == 3)
        await until(pilot, lambda: "3 of 4" in str(screen.panel.border_title))
        await click_words(pilot, screen.panel, "unreviewed" if size[0] > 80 else "○3")
        await until(pilot, lambda: not screen.panel.filtered)
        assert screen.panel.arrangement == order
        await click_words(pilot, screen.panel, "Claims")
        await until(pilot, lambda: screen.panel.arrangement != order)


@SIZES
@pytest.mark.parametrize("words", [" %", "¶ "])
async def test_the_place_in_the_frame_opens_the_outline_and_what_is_beside_it_nothing(
    database: Path, size: tuple[int, int], words: str
) -> None:
    async with reading(database, f"---\nauthor: Ada Holm\n---\n\n# A\n\n{'Words. ' * 900}\n", size=size) as (
        pilot,
        screen,
    ):
        await click_words(pilot, screen.pane, "Ada Holm")
        await pilot.pause()
        assert pilot.app.screen is screen
        await click_words(pilot, screen.pane, words)
        await until(pilot, lambda: isinstance(pilot.app.screen, OutlineDialog))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


@SIZES
async def test_the_name_on_the_open_card_shows_what_they_say_with_what_can_be_done_with_all_and_then_all(
    database: Path, size: tuple[int, int]
) -> None:
    async with reading(database, size=size) as (pilot, screen):
        await go_to(pilot, screen, "“We have not")
        there = len(screen.panel.listing.shown)
        await click_words(pilot, screen.panel, "Marta Lindqvist")
        await until(pilot, lambda: len(screen.panel.listing.shown) == 1)
        assert any("What Marta Lindqvist says. ! for it · Esc shows all" in words for words in said(pilot.app))
        await click_words(pilot, screen.panel, "Marta Lindqvist")
        await until(pilot, lambda: len(screen.panel.listing.shown) == there)


async def test_a_sign_that_nobody_is_named_on_the_open_card_shows_what_is_said_so(database: Path) -> None:
    unnamed = "A nurse who was there said that it rained.\n\nIda Holm said that it snowed.\n"
    async with reading(database, unnamed) as (pilot, screen):
        await go_to(pilot, screen, "that it rained")
        await click_words(pilot, screen.panel, "anonymous")
        await until(pilot, lambda: screen.panel.filtered and screen.query_one(FilterLine).text == "speaker:anonymous")


async def test_the_voice_of_all_who_are_left_open_is_clicked_and_the_filter_is_in_what_its_line_and_the_signs_say(
    database: Path,
) -> None:
    unnamed = "It was late.\n\nThey said that it rained.\n\nIda Holm said that it snowed.\n"
    async with reading(database, unnamed) as (pilot, screen):
        await click_words(pilot, screen.query_one(VoicesBar), LEFT_OPEN)
        await until(pilot, lambda: screen.panel.filtered and screen.query_one(FilterLine).text == "is:open")
        await until(pilot, lambda: len(screen.panel.listing.shown) == 1)
    assert "is:open" in ABOUT
    assert any(sign == LEFT_OPEN and "is:open" in about for _, rows in legend() for sign, about in rows)


async def test_who_found_the_claims_is_clicked_for_why_one_is_one(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await click_words(pilot, screen.panel, "found by")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClaimDialog))


@SIZES
async def test_beside_a_filter_stands_what_does_one_thing_with_all_that_it_shows_once_keys_are_no_letters(
    database: Path, size: tuple[int, int]
) -> None:
    async with reading(database, size=size) as (pilot, screen):
        await pilot.press("backslash")
        await until(pilot, lambda: isinstance(screen.focused, Line))
        await pilot.press(*"is:unreviewed")
        line = screen.query_one(FilterLine)
        told = line.query_one(".found", Static)
        await until(pilot, lambda: "4 of 4" in str(told.render()))
        assert "!" not in str(told.render())
        await pilot.press("enter")
        await until(pilot, lambda: "4 of 4 · ! for all 4 · Esc all" in str(told.render()))
        await click_words(pilot, line, "for all 4")
        await until(pilot, lambda: isinstance(pilot.app.screen, BulkDialog))

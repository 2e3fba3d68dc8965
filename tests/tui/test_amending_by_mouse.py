"""Amending claims with the mouse: a drag, clicks on words, and clicks on what the foot of the screen offers."""

from pathlib import Path

import pytest

from tests.tui.reading import go_to, reading, until
from tests.tui.test_amending import PLAN, at_hand, cell, click_foot, places_of, words_of


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


async def test_a_drag_is_the_piece(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        while at_hand(screen) != "that it had rejected the plan":
            await pilot.press("tab")
        pane, text = screen.pane, screen.workspace.text
        start, end = text.index("rejected the"), text.index("rejected the") + len("rejected the") - 1
        await pilot.mouse_down(pane, offset=cell(screen, start))
        await pilot.hover(pane, offset=cell(screen, end))
        await pilot.mouse_up(pane, offset=cell(screen, end))
        await until(pilot, lambda: at_hand(screen) == "rejected the")
        await pilot.press("w", "enter")
        await until(pilot, lambda: screen.mode is None and words_of(screen, "content") == ["rejected the plan"])


@pytest.mark.parametrize(
    ("clicks", "words"),
    [
        (("rejected",), "that it had rejected"),
        (("Monday",), "Monday that it had rejected the plan"),
        (("had", "it"), "it had rejected the plan"),
        (("Its", "plan"), "that it had rejected the plan"),
    ],
)
async def test_a_click_on_a_word_moves_the_nearer_edge_there(
    database: Path, clicks: tuple[str, ...], words: str
) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        await pilot.press("E")
        while at_hand(screen) != "that it had rejected the plan":
            await pilot.press("tab")
        start = screen.workspace.text.index("The harbour board said")
        for number, word in enumerate(clicks):
            # Each a click of its own: two in one place in a row would select the word.
            at = screen.workspace.text.index(word, start) + number % 2
            await pilot.click(screen.pane, offset=cell(screen, at))
        await until(pilot, lambda: at_hand(screen) == words)
        await click_foot(pilot, screen, "Keep")
        await until(pilot, lambda: screen.mode is None and words_of(screen, "content") == [words])


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_claim_can_be_amended_and_left_with_the_mouse_alone(database: Path, size: tuple[int, int]) -> None:
    async with reading(database, size=size) as (pilot, screen):
        await go_to(pilot, screen, PLAN)
        before = places_of(screen)
        await pilot.press("E")
        number = screen.amending.number  # type: ignore[union-attr]
        held = at_hand(screen)
        await click_foot(pilot, screen, "Edge →")
        await until(pilot, lambda: len(at_hand(screen)) > len(held))
        await click_foot(pilot, screen, "Edge ←")
        await until(pilot, lambda: at_hand(screen) == held)
        await click_foot(pilot, screen, "Next piece")
        await until(pilot, lambda: getattr(screen.amending, "number", number) != number)
        await click_foot(pilot, screen, "Leave")
        await until(pilot, lambda: screen.mode is None)
        assert places_of(screen) == before
        assert screen.workspace.annotations == ()

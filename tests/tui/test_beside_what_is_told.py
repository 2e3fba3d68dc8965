"""What was done is told without hiding the ways on: the digits, Undo, and in a narrow window the way to the article."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.dialog_stage import screen_text
from tests.tui.reading import reading, said, until
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter


def foot(pilot: Pilot[None]) -> str:
    """The line at the foot of the screen."""
    return str(pilot.app.screen.query_one(KeyFooter).render())


@pytest.mark.parametrize(
    ("size", "digits"),
    [
        ((120, 36), "· 2: 1 verify 2 awaiting 3 checked 4 corroborated 5 disputed"),
        ((80, 24), "· 2: 1 verify 2 awaiting 3 checked"),
    ],
)
async def test_the_digits_for_the_next_claim_stay_beside_what_a_decision_tells(
    tmp_path: Path, size: tuple[int, int], digits: str
) -> None:
    async with reading(tmp_path / "sayso.db", size=size) as (pilot, screen):
        await pilot.press("]", "y")
        await until(pilot, lambda: said(pilot.app) == ["Claim 1: accepted. Now 2. U takes it back."])
        line = screen.query_one(Hint).said
        assert line.startswith("Claim 1: accepted. Now 2. U takes it back. · ")
        assert digits in line
        assert "…" not in line
        assert len(line) <= size[0] - 2
        assert line in screen_text(pilot.app)


async def test_the_digits_beside_what_is_told_can_be_clicked(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(120, 36)) as (pilot, screen):
        await pilot.press("]", "y")
        await until(pilot, lambda: "Claim 1: accepted." in screen.query_one(Hint).said)
        await until(pilot, lambda: "2 awaiting" in screen_text(pilot.app))
        await pilot.click(Hint, offset=(1 + screen.query_one(Hint).said.index("2 awaiting"), 0))
        await until(pilot, lambda: any(one.progress == "awaiting an answer" for one in screen.workspace.annotations))


async def test_after_a_change_undo_stands_at_the_foot_and_the_rest_stays_in_its_place(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, _):
        await pilot.press("]")
        before = foot(pilot)
        assert "U Undo" not in before
        await pilot.press("y")
        await until(pilot, lambda: "U Undo" in foot(pilot))
        assert foot(pilot) == before.replace("m Mark", "U Undo")
        await pilot.click(KeyFooter, offset=(1 + foot(pilot).index("U Undo"), 0))
        await until(pilot, lambda: foot(pilot) == before)


@pytest.mark.parametrize("size", [(40, 12), (60, 30)])
async def test_in_a_narrow_window_a_word_at_the_foot_leads_to_the_claims_and_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reading(tmp_path / "sayso.db", size=size) as (pilot, screen):
        await until(pilot, lambda: "c Claims" in foot(pilot))
        await pilot.click(KeyFooter, offset=(1 + foot(pilot).index("c Claims"), 0))
        await until(pilot, lambda: screen.panel.display and not screen.pane.display)
        await until(pilot, lambda: "c Article" in foot(pilot))
        await pilot.click(KeyFooter, offset=(1 + foot(pilot).index("c Article"), 0))
        await until(pilot, lambda: screen.pane.display and not screen.panel.display)
        await until(pilot, lambda: "c Claims" in foot(pilot))


async def test_there_is_a_way_back_where_the_window_became_narrow_at_the_claims(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(80, 24)) as (pilot, screen):
        await pilot.press("tab")
        await until(pilot, lambda: screen.panel.has_focus)
        await pilot.resize_terminal(40, 12)
        await until(pilot, lambda: "c Article" in foot(pilot))
        await pilot.click(KeyFooter, offset=(1 + foot(pilot).index("c Article"), 0))
        await until(pilot, lambda: screen.pane.display and screen.pane.has_focus)

"""The assess dialog: choices by arrows, letters and mouse; a reason is asked for and not forced."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.dialog_stage import DialogStage, answered, click_key, screen_text, until
from tests.tui.reading import go_to, reading
from tui.dialogs.assess import AssessDialog, Assessment
from tui.widgets.choice_list import ChoiceList


async def test_arrows_choose_and_enter_saves() -> None:
    stage = DialogStage(AssessDialog("unreviewed", None, ""))
    async with stage.run_test() as pilot:
        await pilot.press("down", "tab", "down", "down", "down", "tab", *"two say no", "enter")
        assert await answered(pilot, stage) == Assessment("to verify", "disputed", "two say no")


async def test_first_letters_choose_in_turn() -> None:
    stage = DialogStage(AssessDialog("unreviewed", None, ""))
    async with stage.run_test() as pilot:
        await pilot.press("c", "tab", "u", "u", "enter")
        assert await answered(pilot, stage) == Assessment("checked", "unverifiable", "")


async def test_a_finding_can_be_taken_back() -> None:
    stage = DialogStage(AssessDialog("checked", "false", "so they say"))
    async with stage.run_test() as pilot:
        await pilot.press("tab", "home", "enter")
        assert await answered(pilot, stage) == Assessment("checked", None, "so they say")


async def test_the_mouse_chooses_and_saves() -> None:
    stage = DialogStage(AssessDialog("unreviewed", None, ""))
    async with stage.run_test(size=(80, 24)) as pilot:
        finding = stage.screen.query_one("#finding", ChoiceList)
        await until(pilot, lambda: finding.size.height > 4)
        await pilot.click(finding, offset=(5, 4))
        await until(pilot, lambda: finding.chosen == "false")
        await click_key(pilot, "Save")
        assert await answered(pilot, stage) == Assessment("unreviewed", "false", "")


async def test_a_finding_asks_for_a_reason() -> None:
    stage = DialogStage(AssessDialog("unreviewed", None, ""))
    async with stage.run_test() as pilot:
        reason = stage.screen.query_one(Input)
        assert "none needed" in reason.placeholder
        await pilot.press("tab", "d")
        await until(pilot, lambda: "not required" in reason.placeholder)


async def test_the_chosen_one_is_marked_by_more_than_colour() -> None:
    stage = DialogStage(AssessDialog("to verify", "false", ""))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "● to verify" in screen_text(stage))
        assert "● false" in screen_text(stage)
        assert "○ disputed" in screen_text(stage)


@pytest.mark.parametrize("keys", [["escape"], ["enter"]])
async def test_no_change_is_no_answer(keys: list[str]) -> None:
    stage = DialogStage(AssessDialog("to verify", "false", "why"))
    async with stage.run_test() as pilot:
        await pilot.press(*keys)
        assert await answered(pilot, stage) is None


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (160, 45)])
async def test_lists_reason_and_keys_are_in_view_at_any_size(size: tuple[int, int]) -> None:
    stage = DialogStage(AssessDialog("awaiting an answer", "not checkable", "[b]\x1bwhy"))
    async with stage.run_test(size=size) as pilot:
        await until(pilot, lambda: "● not checkable" in screen_text(stage))
        for words in ("● awaiting an answer", "[b]␛why", "Save", "Cancel"):
            assert words in screen_text(stage)


async def test_its_title_says_what_is_assessed(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await go_to(pilot, screen, "that it had rejected")
        await pilot.press("s")
        await until(pilot, lambda: "Assess claim 2 · Harbour board" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("v", "v", "V", "s")
        await until(pilot, lambda: "Assess this passage" in screen_text(pilot.app))

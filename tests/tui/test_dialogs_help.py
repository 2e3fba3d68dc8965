"""Help shows every key, scrolls where it must, and closes by the keys that readers try."""

import pytest

from tests.tui.dialog_stage import DialogStage, answered, click_key, screen_text, until
from tui.dialogs.help import HelpDialog

SECTIONS = [
    ("Read", [("j k", "a line down, up"), ("[ ]", "next [bold]claim")]),
    ("Annotate", [(str(n), f"thing {n}") for n in range(1, 16)]),
    ("Leave", [("q", "quit")]),
]


@pytest.mark.parametrize("key", ["escape", "q", "question_mark"])
async def test_it_closes(key: str) -> None:
    stage = DialogStage(HelpDialog(SECTIONS))
    async with stage.run_test() as pilot:
        await pilot.press(key)
        assert await answered(pilot, stage) is None


async def test_a_click_closes_it_too() -> None:
    stage = DialogStage(HelpDialog(SECTIONS))
    async with stage.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Close" in screen_text(stage))
        await click_key(pilot, "Close")
        assert await answered(pilot, stage) is None


async def test_keys_and_brackets_are_shown_as_they_are() -> None:
    stage = DialogStage(HelpDialog(SECTIONS))
    async with stage.run_test(size=(80, 45)) as pilot:
        await until(pilot, lambda: "next [bold]claim" in screen_text(stage))
        assert "[ ]" in screen_text(stage)


async def test_sections_stand_side_by_side_where_there_is_room() -> None:
    stage = DialogStage(HelpDialog(SECTIONS))
    async with stage.run_test(size=(160, 45)) as pilot:
        await until(pilot, lambda: any("Read" in x and "Annotate" in x for x in screen_text(stage).splitlines()))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_what_turns_to_all_keys_says_then_that_it_leads_back(size: tuple[int, int]) -> None:
    stage = DialogStage(HelpDialog(SECTIONS, [*SECTIONS, ("Elsewhere", [("x", "nothing")])]))
    async with stage.run_test(size=size) as pilot:
        for offered in ("Tab All", "Tab Here", "Tab All"):
            await until(pilot, lambda offered=offered: offered in screen_text(stage))
            await pilot.press("tab")


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_it_scrolls_to_the_last_key_with_its_own_keys_in_view(size: tuple[int, int]) -> None:
    stage = DialogStage(HelpDialog(SECTIONS))
    async with stage.run_test(size=size) as pilot:
        await until(pilot, lambda: "a line down" in screen_text(stage) and "Close" in screen_text(stage))
        assert "quit" not in screen_text(stage)
        await pilot.press("space", "space", "space", "space", "j", "down")
        await until(pilot, lambda: "quit" in screen_text(stage))
        assert "Close" in screen_text(stage)

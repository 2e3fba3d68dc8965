"""A question is answered by its letters or by its buttons, and Escape means no."""

import pytest

from tests.tui.dialog_stage import DialogStage, answered, click_key, screen_text, until
from tui.dialogs.confirm import ConfirmDialog


@pytest.mark.parametrize(("key", "answer"), [("y", True), ("n", False), ("escape", False)])
async def test_keys_answer(key: str, answer: bool) -> None:
    stage = DialogStage(ConfirmDialog("Forget it?"))
    async with stage.run_test() as pilot:
        await pilot.press(key)
        assert await answered(pilot, stage) is answer


@pytest.mark.parametrize(("words", "answer"), [("Forget", True), ("Keep", False)])
async def test_buttons_say_what_they_do_and_do_it(words: str, answer: bool) -> None:
    stage = DialogStage(ConfirmDialog("[red]Forget \x1bit?", "Forget", "Keep"))
    async with stage.run_test(size=(40, 12)) as pilot:
        await until(pilot, lambda: "[red]Forget ␛it?" in screen_text(stage))
        await click_key(pilot, words)
        assert await answered(pilot, stage) is answer

"""An app that shows one dialog and keeps its answers; and waiting for a condition, for as long as a test may take."""

import time
from collections.abc import Callable
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Button

from tests.tui.reading import PATIENCE


class DialogStage(App[None]):
    """``dialog`` over an empty screen; ``answers`` fills when it closes."""

    def __init__(self, dialog: ModalScreen[Any]) -> None:
        super().__init__()
        self.dialog = dialog
        self.answers: list[Any] = []

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.answers.append)


async def until(pilot: Pilot[Any], condition: Callable[[], bool]) -> None:
    """Let the app work until ``condition`` holds."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "the condition never came true"
        await pilot.pause()


async def answered(pilot: Pilot[Any], stage: DialogStage) -> Any:
    """The dialog's answer, once it has closed."""
    await until(pilot, lambda: bool(stage.answers))
    return stage.answers[0]


async def click_key(pilot: Pilot[Any], words: str) -> None:
    """Click the button under the dialog that says ``words``."""
    button = next(button for button in pilot.app.screen.query(Button) if words in str(button.label))
    await until(pilot, lambda: bool(button.region) and pilot.app.screen.region.contains_region(button.region))
    assert await pilot.click(button)


def screen_text(app: App[Any]) -> str:
    """Every line that is on the screen."""
    return "\n".join("".join(segment.text for segment in line) for line in app.screen._compositor.render_strips())


async def click_outside(pilot: Pilot[Any]) -> None:
    """Click the screen in its first line and column, beside the box of the dialog on it."""
    box = pilot.app.screen.query_one(".box")
    await until(pilot, lambda: bool(box.region) and not box.region.contains(0, 0))
    await pilot.click(offset=(0, 0))

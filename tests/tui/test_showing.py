"""When what was found is shown: before long, but never to somebody who is on the move or has a dialog before them."""

import pytest
from textual.app import App

from tests.tui.reading import until
from tui.screens.reading import showing
from tui.screens.reading.showing import Showing


class Stage(App[None]):
    """Counts the showings; ``place`` is where its reader is, a number while they are always somewhere else."""

    def __init__(self) -> None:
        super().__init__()
        self.place: str | int | None = "here"
        self.shown = 0
        self.asked = 0

    def where(self) -> object | None:
        """The place, by which the times are counted that somebody asked for it."""
        self.asked += 1
        return self.asked if isinstance(self.place, int) else self.place

    def show(self) -> None:
        """One more showing."""
        self.shown += 1


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SHOWN_FIRST", "SHOWN_EVERY", "SPARED", "REST"):
        monkeypatch.setattr(showing, name, 0.01)


async def test_much_that_is_found_at_once_is_shown_at_once() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        shown = Showing(stage, stage.where, stage.show)
        for _ in range(100):
            shown.more()
        await until(pilot, lambda: stage.shown)
        shown.more()
        await until(pilot, lambda: stage.shown == 2)


@pytest.mark.parametrize("dialog", [False, True])
async def test_a_reader_who_moves_or_has_a_dialog_open_is_shown_nothing_until_they_rest(dialog: bool) -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        shown = Showing(stage, stage.where, stage.show)
        shown.more()
        stage.place = None if dialog else 0
        await until(pilot, lambda: stage.asked > 5)
        assert stage.shown == 0
        stage.place = "here"
        await until(pilot, lambda: stage.shown == 1)


async def test_after_the_end_nothing_is_shown() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        shown = Showing(stage, stage.where, stage.show)
        shown.more()
        shown.end()
        other = Showing(stage, stage.where, lambda: None)
        before = stage.asked
        other.more()
        await until(pilot, lambda: stage.asked > before)
        assert stage.shown == 0

"""The reader's place is kept while they read, not only when they leave."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events

from store.library import Library
from tests.tui.reading import reading, until
from tui.screens.reading import leaving
from tui.screens.reading.reader import ReaderScreen

LONG = "# Minutes\n\n" + "".join(f"Paragraph {number} of the minutes.\n\n" for number in range(1, 201))


def kept(database: Path, screen: ReaderScreen) -> Callable[[], bool]:
    """Whether another program would open the article where it is on the screen."""
    article = screen.workspace.article
    assert article is not None

    def same() -> bool:
        with Library(database) as library:
            return library.articles.position(article.id) == screen.pane.top > 0

    return same


async def test_it_is_kept_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "PLACE_KEPT_EVERY", 0.05)
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        for _ in range(2):
            await pilot.press("space")
            await until(pilot, kept(tmp_path / "l.db", screen))


async def test_it_is_kept_when_the_reader_turns_to_another_window(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("space")
        await until(pilot, lambda: screen.pane.top)
        pilot.app.post_message(events.AppBlur())
        await until(pilot, kept(tmp_path / "l.db", screen))


async def test_it_is_kept_before_the_program_is_suspended(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("space")
        await until(pilot, lambda: screen.pane.top)
        await screen.hand_over()
        assert kept(tmp_path / "l.db", screen)()


async def test_who_stays_where_they_are_costs_the_library_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(tmp_path / "l.db", LONG) as (pilot, screen):
        await pilot.press("space")
        await until(pilot, lambda: screen.pane.top)
        await screen.hand_over()
        monkeypatch.setattr(screen.workspace.desk, "do", lambda _: pytest.fail("the place is the same"))
        pilot.app.post_message(events.AppBlur())
        await pilot.pause()
        await screen.hand_over()
        monkeypatch.undo()

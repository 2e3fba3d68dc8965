"""The reader open on the article that was changed, and the ways to its changes, its old text and its shelf."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from store.library import Library
from tests.tui.reading import said as told_now
from tests.tui.reading import until
from tests.tui.revised import NEW, imported
from tui.app import SaysoApp
from tui.dialogs.shelf import ShelfDialog
from tui.screens.changes import ChangesScreen
from tui.screens.reading.past import PastScreen
from tui.screens.reading.reader import ReaderScreen


@asynccontextmanager
async def opened(
    database: Path, text: str = NEW, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader on the article's file with that text in it."""
    app = SaysoApp(database, imported(database.parent, text))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.article)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await until(pilot, lambda: not screen.panel.loading_claims)
        yield pilot, screen
    app.close()


def places(database: Path) -> dict[str, str]:
    """Where the notes stand by now, as the library has it."""
    with Library(database) as library:
        return {a.uid: a.place for a in (*library.annotations.of(1), *library.annotations.unplaced(1))}


def said(pilot: Pilot[None], words: str) -> bool:
    """Whether the reader is told so."""
    return any(words in told for told in told_now(pilot.app))


async def shelf(pilot: Pilot[None]) -> ShelfDialog:
    await pilot.press("O")
    await until(pilot, lambda: isinstance(pilot.app.screen, ShelfDialog))
    assert isinstance(pilot.app.screen, ShelfDialog)
    return pilot.app.screen


async def changes(pilot: Pilot[None]) -> ChangesScreen:
    await pilot.press("r")
    await until(pilot, lambda: isinstance(pilot.app.screen, ChangesScreen) and pilot.app.screen.pane.document)
    await pilot.pause()
    assert isinstance(pilot.app.screen, ChangesScreen)
    return pilot.app.screen


async def select(pilot: Pilot[None], screen: ReaderScreen, words: str) -> None:
    """Select ``words`` as a mouse does."""
    start = screen.workspace.text.index(words)
    screen.pane.select(start, start + len(words))
    await pilot.pause()


async def old_text(pilot: Pilot[None]) -> PastScreen:
    await changes(pilot)
    await pilot.press("o")
    await until(pilot, lambda: isinstance(pilot.app.screen, PastScreen))
    past = pilot.app.screen
    assert isinstance(past, PastScreen)
    await until(pilot, lambda: past.workspace.items and not past.panel.loading_claims)
    return past

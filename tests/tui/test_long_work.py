"""Long work while the window changes its size, the reader goes elsewhere, closes the article or quits."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from claims.model import Reading
from store.exporting import Exported
from store.importing import read_file
from store.keeping.readings import Readings
from store.library import Library
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import ARTICLE, said, until
from tui import workspace
from tui.adder import Adder, Share
from tui.app import SaysoApp
from tui.dialogs.help import HelpDialog
from tui.screens.comparing import CompareScreen
from tui.screens.filing import add_in_background
from tui.screens.library import LibraryScreen
from tui.screens.palette import Palette
from tui.screens.reading.reader import ReaderScreen
from tui.workspace import Workspace

Begin = Callable[[SaysoApp, Path], object]


class Slow:
    """All long work is half done until it may `go_on`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = Event()
        self.ended = 0
        real = Workspace.exporting

        def exporting(
            of: Workspace, *, unreviewed: bool, unread: bool, meanings: Sequence[str]
        ) -> Callable[..., Exported]:
            def export(progress: Callable[[int, int], None]) -> Exported:
                self._wait(progress)
                return real(of, unreviewed=unreviewed, unread=unread, meanings=meanings)()

            return export

        def read(_: object, __: object, progress: Callable[[int, int], None]) -> Reading:
            self._wait(progress)
            return Reading("none 1")

        async def add(_: object, __: Path, share: Share) -> str:
            await self._half(share)
            return "added"

        async def detect(_: str, progress: Share, __: object) -> Reading:
            await self._half(progress)
            return Reading("none 1")

        monkeypatch.setattr(Workspace, "exporting", exporting)
        monkeypatch.setattr(Readings, "read", read)
        monkeypatch.setattr(Adder, "add", add)
        monkeypatch.setattr(workspace, "detect", detect)
        monkeypatch.setattr("tui.screens.reading.opening.SHOWN_AFTER", 0.2)

    def _wait(self, progress: Callable[[int, int], None]) -> None:
        try:
            while not self.go_on.is_set():
                progress(1, 2)
        finally:
            self.ended += 1

    async def _half(self, share: Share) -> None:
        try:
            while not self.go_on.is_set():
                share(0.5)
                await asyncio.sleep(0.01)
        finally:
            self.ended += 1


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    return Slow(monkeypatch)


def read_it(app: SaysoApp, _: Path) -> None:
    """Reading has begun with the article."""
    assert isinstance(app.screen, ReaderScreen)


def export_it(app: SaysoApp, folder: Path) -> None:
    """Export the article on the screen."""
    assert isinstance(app.screen, ReaderScreen)
    app.run_worker(app.screen._export(str(folder / "out.md"), True))


def add_more(app: SaysoApp, folder: Path) -> None:
    """Add a file."""
    app.run_worker(add_in_background(app, app.desk, [folder / "more.md"]))


def compare_two(app: SaysoApp, _: Path) -> None:
    """Compare the article with itself, which is enough here."""
    app.push_screen(CompareScreen(app.desk, 1, 1))


KINDS = {
    "reading": (read_it, "Reading for claims: 50%"),
    "exporting": (export_it, "Exporting: "),
    "adding": (add_more, "Adding: 50%"),
    "comparing": (compare_two, "Reading for claims: 25%"),
}
GOES_ON = ("exporting", "adding")
"""What belongs to the program, not to the screen that it was begun on."""


@asynccontextmanager
async def under_way(tmp_path: Path, kind: str) -> AsyncIterator[Pilot[None]]:
    """An article over the library, with that kind of work under way, of which a line tells."""
    begin, line = KINDS[kind]
    file = tmp_path / "article.md"
    file.write_text(ARTICLE)
    with Library(tmp_path / "sayso.db") as library:
        library.articles.add(read_file(file))
        if kind != "reading":
            library.readings.keep(library.articles.get(1), Reading("tagger-7"))
    app = SaysoApp(tmp_path / "sayso.db")
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen._version is not None)
        await app._open_beside(1)
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.article)
        if kind != "reading":
            await until(pilot, lambda: not app.works)
        begin(app, tmp_path)
        await until(pilot, lambda: line in screen_text(app))
        yield pilot
    app.close()


def app_of(pilot: Pilot[None]) -> SaysoApp:
    assert isinstance(pilot.app, SaysoApp)
    return pilot.app


@pytest.fixture(autouse=True)
def _up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept of the article counts as read, by whatever engine."""
    monkeypatch.setattr(Readings, "up_to_date", lambda self, article: self.get(article, "tagger-7"))


async def left(pilot: Pilot[None], screen: Screen[Any]) -> None:
    await pilot.press("q")
    await until(pilot, lambda: pilot.app.screen is not screen)


async def opened(pilot: Pilot[None], key: str, kind: type[Screen[Any]]) -> None:
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))


@pytest.mark.parametrize("kind", KINDS)
async def test_in_a_window_of_any_size_it_is_told_of_and_stopped_by_the_mouse(
    tmp_path: Path, slow: Slow, kind: str
) -> None:
    async with under_way(tmp_path, kind) as pilot:
        for size in ((80, 24), (40, 12)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: KINDS[kind][1].split(":")[0] in screen_text(pilot.app))
            await until(pilot, lambda: "Stop" in screen_text(pilot.app))
        await pilot.click("WorkLine KeyButton")
        await until(pilot, lambda: not app_of(pilot).works)
        await until(pilot, lambda: slow.ended)
    assert not (tmp_path / "out.md").exists()


@pytest.mark.parametrize("kind", KINDS)
async def test_it_goes_on_while_the_reader_looks_elsewhere(tmp_path: Path, slow: Slow, kind: str) -> None:
    async with under_way(tmp_path, kind) as pilot:
        app = app_of(pilot)
        mode = app.current_mode
        await app.go_to(app.library_mode)
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert app.works
        await until(pilot, lambda: bool(app.screen.query("WorkLine.-said")) == (kind in GOES_ON))
        slow.go_on.set()
        await until(pilot, lambda: not app.works)
        if kind == "exporting":
            await until(pilot, lambda: any("Wrote " in words for words in said(app)))
        await app.go_to(mode)
        await until(pilot, lambda: not app.screen.query("WorkLine.-said"))


@pytest.mark.parametrize("kind", KINDS)
async def test_where_its_article_is_closed_only_that_goes_on_which_is_the_program_s(
    tmp_path: Path, slow: Slow, kind: str
) -> None:
    async with under_way(tmp_path, kind) as pilot:
        app = app_of(pilot)
        while not isinstance(app.screen, LibraryScreen):
            await left(pilot, app.screen)
        if kind in GOES_ON:
            assert app.works
            slow.go_on.set()
        await until(pilot, lambda: not app.works)
        await until(pilot, lambda: slow.ended)
    assert (tmp_path / "out.md").exists() == (kind == "exporting")


@pytest.mark.parametrize("kind", KINDS)
async def test_quitting_ends_it_and_tells_of_what_was_not_done(tmp_path: Path, slow: Slow, kind: str) -> None:
    async with under_way(tmp_path, kind) as pilot:
        app = app_of(pilot)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app._exit)
    assert slow.ended
    assert bool(app.left) == (kind in GOES_ON)
    assert all("was stopped at" in line for line in app.left)
    assert not list(tmp_path.glob("*out.md*"))


async def test_the_palette_a_dialog_and_help_open_and_close_over_it(tmp_path: Path, slow: Slow) -> None:
    async with under_way(tmp_path, "adding") as pilot:
        for key, kind in (("ctrl+p", Palette), ("f1", HelpDialog)):
            await opened(pilot, key, kind)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await until(pilot, lambda: "Adding: 50%" in screen_text(pilot.app))
        slow.go_on.set()
        await until(pilot, lambda: any("1 added" in words for words in said(pilot.app)))


@pytest.mark.usefixtures("slow")
async def test_without_colour_it_is_told_of_in_the_same_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with under_way(tmp_path, "adding") as pilot:
        await until(pilot, lambda: "Stop" in screen_text(pilot.app))

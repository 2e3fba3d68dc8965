"""Long work in the reader is stopped by a key, and leaves nothing half done."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from store.errors import SaysoError
from store.importing import read_file
from store.library import Library
from tests.tui.dialog_stage import screen_text
from tests.tui.reading import ARTICLE, reading, said, until
from tui.app import SaysoApp
from tui.entering import Kept
from tui.screens.reading import opening
from tui.screens.reading.reader import ReaderScreen
from tui.workspace import Workspace

LONG = "Ada Mensah said on Monday that the bridge was safe. It had rained for days, and nobody came.\n\n" * 5_000


async def test_reading_for_claims_is_told_of_with_its_time_and_stopped_by_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SHOWN_AFTER", 0.2)
    file = tmp_path / "long.txt"
    file.write_text(LONG)
    app = SaysoApp(tmp_path / "sayso.db", read_file(file))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "Reading for claims: " in screen_text(app))
        await until(pilot, lambda: "ctrl+c Stop" in screen_text(app) or "^c Stop" in screen_text(app))
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: not screen.panel.loading_claims)
        await until(pilot, lambda: "Reading for claims" not in screen_text(app))
        await until(pilot, lambda: any("Reading was stopped" in words for words in said(app)))
        assert "No claims found yet" not in screen_text(app)
        if not screen.workspace.items:
            rows = [screen.panel.render_line(row).text.strip() for row in range(screen.panel.size.height)]
            assert "Reading was stopped before any claim was found. f5 reads on." in " ".join(filter(None, rows))
        await pilot.press("f5")
        await until(pilot, lambda: screen.panel.loading_claims and not screen.panel.stopped)
        await until(pilot, lambda: any("Reading for claims" in str(work) for work in [app.works.of(screen)]))
        app.action_stop_work()
        await until(pilot, lambda: screen.panel.stopped)
    app.close()
    with Library(tmp_path / "sayso.db") as library:
        (listed,) = library.articles.list()
        assert listed.claims is None


async def test_what_is_to_be_read_again_comes_into_the_library_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter, free = Workspace.enter, threading.Event()

    async def when_free(self: Workspace, *given: Any) -> Kept:
        if not free.is_set():
            raise SaysoError("somebody else has the library")
        return await enter(self, *given)

    monkeypatch.setattr(Workspace, "enter", when_free)
    monkeypatch.setattr(opening, "TRY_AGAIN", 0.05)
    file = tmp_path / "long.txt"
    file.write_text(LONG)
    app = SaysoApp(tmp_path / "sayso.db", read_file(file))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.works.of(app.screen))
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        app.action_stop_work()
        await until(pilot, lambda: screen.panel.stopped)
        await pilot.press("f5")
        await until(pilot, lambda: any("on its way into the library" in words for words in said(app)))
        free.set()
        await until(pilot, lambda: screen.workspace.article)
    app.close()


async def test_an_export_that_is_stopped_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    real = Workspace.exporting

    def slow(self: Workspace, *, unreviewed: bool, unread: bool, meanings: Sequence[str]) -> object:
        work = real(self, unreviewed=unreviewed, unread=unread, meanings=meanings)
        return lambda **told: (go_on.wait(30), work(**told))[1]

    monkeypatch.setattr(Workspace, "exporting", slow)
    target = tmp_path / "out.md"
    async with reading(tmp_path / "sayso.db", ARTICLE) as (pilot, screen):
        screen.run_worker(screen._export(str(target), True))
        await until(pilot, lambda: "Exporting" in screen_text(pilot.app))
        await pilot.press("ctrl+c")
        await until(pilot, lambda: any("Export stopped" in words for words in said(pilot.app)))
        go_on.set()
        await until(pilot, lambda: "Exporting" not in screen_text(pilot.app))
    assert not target.exists()

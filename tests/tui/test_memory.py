"""What a large article took is given back."""

import io
import weakref
from pathlib import Path

import pytest

from store.importing import read_stream
from store.library import Library
from tests.tui.reading import ARTICLE, until
from tui import memory
from tui.app import SaysoApp
from tui.screens.library import LibraryScreen
from tui.screens.reading import leaving
from tui.screens.reading.reader import ReaderScreen


async def test_nothing_of_a_large_article_stays_in_memory_once_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "LARGE", len(ARTICLE) // 2)
    monkeypatch.setattr(memory, "GONE_AFTER", 1.0)
    monkeypatch.setattr(leaving, "PLACE_KEPT_EVERY", 0.5)
    with Library(tmp_path / "sayso.db") as library:
        library.readings.read(library.articles.add(read_stream(io.BytesIO(ARTICLE.encode())))[0])
    app = SaysoApp(tmp_path / "sayso.db")
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen._version is not None)
        await app._open_beside(1)
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.reading)
        screen, reading = weakref.ref(app.screen), weakref.ref(app.screen.workspace.display)
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: screen() is None and reading() is None)
    app.close()

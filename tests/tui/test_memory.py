"""What a large article took is given back."""

import asyncio
import gc
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
from tui.screens.reading import leaving, noticing
from tui.screens.reading.reader import ReaderScreen


async def test_nothing_of_a_large_article_stays_in_memory_once_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "LARGE", len(ARTICLE) // 2)
    monkeypatch.setattr(memory, "GONE_AFTER", 1.0)
    monkeypatch.setattr(leaving, "PLACE_KEPT_EVERY", 0.5)
    monkeypatch.setattr(noticing, "EVERY", 0.5)
    with Library(tmp_path / "sayso.db") as library:
        library.readings.read(library.articles.add(read_stream(io.BytesIO(ARTICLE.encode())))[0])
    app = SaysoApp(tmp_path / "sayso.db")
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen._version is not None)
        await app._open_beside(1)
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen.workspace.reading)
        assert isinstance(app.screen, ReaderScreen)
        screen, reading = weakref.ref(app.screen), weakref.ref(app.screen.workspace.display)
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: screen() is None and reading() is None)
    app.close()


async def test_it_is_put_off_while_a_book_is_open_or_something_is_typed() -> None:
    answers = iter([True, True, False])
    asked: list[bool] = []

    def inconvenient() -> bool:
        asked.append(next(answers))
        return asked[-1]

    gone = weakref.ref(cycle := Cycle())
    del cycle
    gc.freeze()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(memory, "GONE_AFTER", 0.01)
        memory.give_back_later("x" * memory.LARGE, inconvenient)
        while gone() is not None:
            assert len(asked) < 3
            await asyncio.sleep(0.01)
    assert asked == [True, True, False]


class Cycle:
    """Something that only the collector takes away."""

    def __init__(self) -> None:
        self.itself = self

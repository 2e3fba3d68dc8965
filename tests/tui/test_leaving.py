"""Leaving an article for the library, also one that lies beneath others by way of searching."""

import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from textual.pilot import Pilot

from store.errors import SaysoError
from store.importing import read_stream
from store.library import Library
from tests.tui.reading import ARTICLE, said, until
from tui import outbox
from tui.app import SaysoApp
from tui.dialogs.unsaved import UnsavedDialog
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.screens.search import SearchScreen

OTHER = ARTICLE.replace("Harbour board rejects", "Lighthouse keeper rejects")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library of two articles."""
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        for text in (ARTICLE, OTHER):
            library.readings.read(library.articles.add(read_stream(io.BytesIO(text.encode())))[0])
    return path


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """No change can be written."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise SaysoError("the disk is full")

    monkeypatch.setattr(outbox, "_write", fail)


def reader_of(app: SaysoApp) -> ReaderScreen | None:
    return app.screen if isinstance(app.screen, ReaderScreen) and app.screen.workspace.items else None


@asynccontextmanager
async def two_articles(
    database: Path, from_library: bool
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen, ReaderScreen]]:
    """An article in which a claim was accepted, and on top of it another that was searched for there."""
    app = SaysoApp(database, None if from_library else read_stream(io.BytesIO(ARTICLE.encode())))
    async with app.run_test(size=(120, 40)) as pilot:
        if from_library:
            await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query("DataTable"))
            await app.action_open(1)
        await until(pilot, partial(reader_of, app))
        below = reader_of(app)
        assert below is not None
        await pilot.press("right_square_bracket", "y")
        await until(pilot, lambda: below.workspace.annotations)
        await pilot.press("F")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        await pilot.press(*"lighthouse keeper", "enter")
        await until(pilot, lambda: reader_of(app) not in (None, below))
        top = reader_of(app)
        assert top is not None
        assert top.workspace.metadata.title.startswith("Lighthouse")
        yield pilot, below, top
        for workspace in list(app.desk.unsaved):
            workspace.outbox.give_up()
    app.close()


FROM = pytest.mark.parametrize("from_library", [True, False], ids=["from-the-library", "from-a-file"])


@FROM
@pytest.mark.usefixtures("full")
async def test_on_the_way_to_the_library_an_article_beneath_with_something_unsaved_asks(
    database: Path, from_library: bool
) -> None:
    async with two_articles(database, from_library) as (pilot, below, _):
        await pilot.press("L")
        await until(pilot, lambda: isinstance(pilot.app.screen, UnsavedDialog))
        assert pilot.app.screen_stack[-2] is below
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is below)
        assert below.workspace.unsaved
        await pilot.press("L")
        await until(pilot, lambda: isinstance(pilot.app.screen, UnsavedDialog))
        await pilot.press("X")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert not below.workspace.desk.unsaved


@pytest.mark.usefixtures("full")
async def test_back_from_a_search_what_is_unsaved_beneath_is_still_there_and_said(database: Path) -> None:
    async with two_articles(database, from_library=True) as (pilot, below, _):
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, SearchScreen))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is below)
        assert below.workspace.unsaved
        await until(pilot, lambda: "Not saved: 1 change" in below.query_one("UnsavedLine").said)  # type: ignore[attr-defined]


@FROM
async def test_where_all_is_saved_the_library_comes_at_once_and_each_article_is_put_away(
    database: Path, from_library: bool
) -> None:
    async with two_articles(database, from_library) as (pilot, below, top):
        await until(pilot, lambda: not below.workspace.outbox)
        put_away: list[ReaderScreen] = []
        for reader in (below, top):
            reader._put_away = partial(noted, put_away, reader, reader._put_away)  # type: ignore[method-assign]
        await pilot.press("L")
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))
        assert len(pilot.app.screen_stack) == 1
        assert put_away == [top, below]


async def noted(put_away: list[ReaderScreen], reader: ReaderScreen, work: Callable[[], Awaitable[None]]) -> None:
    put_away.append(reader)
    await work()


@pytest.mark.parametrize(
    ("begins", "told"), [("E", "a claim is amended: Enter keeps it, Esc"), ("m", "words are asked for")]
)
@pytest.mark.parametrize("key", ["q", "L"])
async def test_what_is_under_way_is_not_left_but_by_a_second_key(
    database: Path, begins: str, told: str, key: str
) -> None:
    app = SaysoApp(database)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.query("DataTable"))
        await app.action_open(1)
        await until(pilot, lambda: reader_of(app))
        screen = reader_of(app)
        assert screen is not None
        await pilot.press("right_square_bracket", begins, "w")
        await until(pilot, lambda: screen.mode is not None)
        await pilot.press(key)
        await until(pilot, lambda: any(told in words and f"{key} again leaves" in words for words in said(app)))
        assert app.screen is screen
        assert screen.mode is not None
        # Going on with it is an answer to that: the next is the first again.
        await pilot.press("w", key)
        await until(pilot, lambda: any(f"{key} again leaves" in words for words in said(app)))
        assert app.screen is screen
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
    app.close()

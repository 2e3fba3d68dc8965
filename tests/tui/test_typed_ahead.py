"""Keys that come at once: each is for what those before it have led to, however slow that is to come."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from store.keeping.articles import Articles
from store.library import Library
from tests.store.kept import imported
from tests.tui.reading import reading, until
from tui import typed_ahead
from tui.app import SaysoApp
from tui.dialogs.claim import ClaimDialog
from tui.screens.comparing import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.reading.reader import ReaderScreen
from tui.waited_for import LISTS
from tui.widgets.search_bar import SearchBar

KEYS = {
    "]": "right_square_bracket",
    "/": "slash",
    "⌫": "backspace",
    "⏎": "enter",
    "⇥": "tab",
    " ": "space",
    "↓": "down",
    "\\": "backslash",
    "`": "grave_accent",
    "=": "equals_sign",
}


def send(pilot: Pilot[None], keys: str) -> None:
    """Let ``keys`` be there all at once, as where they are typed faster than the screen follows."""
    for key in keys:
        name = KEYS.get(key, key)
        pilot.app.post_message(Key(name, key if len(name) == 1 or key in "]/ \\`=" else None))


async def test_a_step_among_the_cards_and_one_of_the_article_after_it_are_two_steps(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db") as (pilot, screen):
        send(pilot, "]⇥")
        await until(pilot, lambda: screen.panel.has_focus and screen.pane.selected == 0)
        send(pilot, "j]")
        await until(pilot, lambda: screen.pane.selected == 2)


async def test_a_key_after_that_of_a_dialog_is_the_dialog_s(tmp_path: Path) -> None:
    async with reading(tmp_path / "l.db", size=(60, 14)) as (pilot, screen):
        top = screen.pane.top
        send(pilot, "]iG")
        await until(pilot, lambda: isinstance(pilot.app.screen, ClaimDialog))
        page = pilot.app.screen.query_one(VerticalScroll)
        await until(pilot, lambda: page.max_scroll_y and page.scroll_y == page.max_scroll_y)
        assert screen.pane.top == top


async def test_what_is_typed_with_the_key_of_the_search_stays_in_its_order_while_the_line_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mount = ReaderScreen.mount

    async def slow(screen: ReaderScreen, *widgets: SearchBar, **where: object) -> None:
        await mount(screen, *widgets, **where)  # type: ignore[arg-type]
        # The line is there and others come to their turn, and more keys too.
        for _ in range(20):
            await asyncio.sleep(0)

    monkeypatch.setattr(ReaderScreen, "mount", slow)
    async with reading(tmp_path / "l.db") as (pilot, screen):
        send(pilot, "/nothxyz⌫⌫")
        for key in "⌫ing⏎":
            await asyncio.sleep(0)
            send(pilot, key)
        await until(pilot, lambda: screen.pane.has_focus and screen.pane.searched_for == "nothing")
        assert screen.query_one(Input).value == "nothing"


TITLES = ("Brynholt decides", "Tram strike", "Dairy prices", "Lifeboat saved")


@asynccontextmanager
async def library(path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pilot[None]]:
    """A library of the articles ``TITLES``, which is not quick to say what is like what."""
    with Library(path) as kept:
        for title in TITLES:
            kept.articles.add(imported(f"The mayor said that {title} was safe.", title))
    look = Articles.matching

    def slow(*given: Any, **named: Any) -> list[int]:
        time.sleep(0.05)
        return look(*given, **named)

    monkeypatch.setattr(Articles, "matching", slow)
    app = SaysoApp(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen) and app.screen.chosen)
        yield pilot
    app.close()


def listed(pilot: Pilot[None]) -> list[str]:
    with Library(pilot.app.desk.path) as kept:  # type: ignore[attr-defined]
        return sorted(one.article.metadata.title for one in kept.articles.page())


def here(pilot: Pilot[None]) -> str:
    """The article on the screen."""
    screen = pilot.app.screen
    entered = isinstance(screen, ReaderScreen) and screen.workspace.article and not screen.panel.loading_claims
    return screen.workspace.metadata.title if entered else ""


@pytest.mark.parametrize("title", TITLES)
async def test_what_a_filter_is_typed_for_is_what_goes_into_the_bin(
    title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with library(tmp_path / "l.db", monkeypatch) as pilot:
        send(pilot, f"\\{title.split()[0].lower()}⏎D")
        await until(pilot, lambda: len(listed(pilot)) < len(TITLES))
        assert title not in listed(pilot)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("keys", ["\\{}⏎⏎", "`{}⏎", "`{}↓⏎"])
async def test_what_is_typed_is_what_is_opened(
    keys: str, title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with library(tmp_path / "l.db", monkeypatch) as pilot:
        send(pilot, keys.format(title.split()[0].lower()))
        await until(pilot, lambda: here(pilot))
        assert here(pilot) == title


async def test_what_is_typed_is_what_is_compared_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with library(tmp_path / "l.db", monkeypatch) as pilot:
        send(pilot, "⏎")
        await until(pilot, lambda: here(pilot))
        send(pilot, "=dairy⏎")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen) and pilot.app.screen._sides)
        assert pilot.app.screen._sides[1].article.metadata.title == "Dairy prices"  # type: ignore[attr-defined]


async def test_keys_after_that_which_opens_an_article_are_for_the_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with library(tmp_path / "l.db", monkeypatch) as pilot:
        send(pilot, "\\tram⏎⏎D")
        await until(pilot, lambda: here(pilot))
        assert len(listed(pilot)) == len(TITLES)


async def test_who_asks_at_once_to_quit_need_not_ask_again_where_a_list_does_not_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(typed_ahead, "_PATIENCE", 0.2)
    monkeypatch.setattr(SaysoApp, "action_quit", lambda app: asked.append(app))
    async with library(tmp_path / "l.db", monkeypatch) as pilot:
        never = pilot.app.screen.run_worker(asyncio.Event().wait(), group=LISTS)
        send(pilot, "D")
        pilot.app.post_message(Key("ctrl+q", None))
        await until(pilot, lambda: asked)
        assert never.is_running
        assert len(listed(pilot)) == len(TITLES)
        never.cancel()

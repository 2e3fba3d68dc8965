"""Keys that come at once: each is for what those before it have led to, however slow that is to come."""

import asyncio
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.reading import reading, until
from tui.dialogs.claim import ClaimDialog
from tui.screens.reading.reader import ReaderScreen
from tui.widgets.search_bar import SearchBar

KEYS = {"]": "right_square_bracket", "/": "slash", "⌫": "backspace", "⏎": "enter", "⇥": "tab", " ": "space"}


def send(pilot: Pilot[None], keys: str) -> None:
    """Let ``keys`` be there all at once, as where they are typed faster than the screen follows."""
    for key in keys:
        name = KEYS.get(key, key)
        pilot.app.post_message(Key(name, key if len(name) == 1 or key in "]/ " else None))


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

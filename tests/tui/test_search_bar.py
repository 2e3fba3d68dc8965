"""The search bar comes when it is asked for, says what is typed, and goes."""

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widgets import Button, Input

from tests.tui.dialog_stage import screen_text, until
from tui.widgets.search_bar import SearchBar


class Stage(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield Button("elsewhere")
        yield SearchBar()

    @on(SearchBar.Changed)
    @on(SearchBar.Submitted)
    @on(SearchBar.Closed)
    def keep(self, message: Message) -> None:
        self.said.append((type(message).__name__, getattr(message, "query", "")))

    @property
    def bar(self) -> SearchBar:
        return self.query_one(SearchBar)


async def test_it_is_hidden_until_opened() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        assert not stage.bar.display
        stage.bar.open()
        await until(pilot, lambda: stage.bar.display and stage.query_one(Input).has_focus)


async def test_it_says_what_is_typed_and_what_is_wanted() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        stage.bar.open()
        await pilot.press(*"war", "enter")
        assert stage.said == [("Changed", "w"), ("Changed", "wa"), ("Changed", "war"), ("Submitted", "war")]
        assert not stage.bar.display


async def test_the_last_query_stands_there_to_be_typed_over() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        stage.bar.open()
        await pilot.press(*"war", "enter")
        stage.bar.open()
        await until(pilot, lambda: stage.query_one(Input).has_focus)
        assert stage.query_one(Input).value == "war"
        await pilot.press("x", "enter")
        assert stage.said[-1] == ("Submitted", "x")


async def test_escape_closes_it() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        stage.bar.open()
        await pilot.press("w", "escape")
        assert stage.said[-1] == ("Closed", "")
        assert not stage.bar.display


async def test_it_goes_quietly_when_the_reader_goes_elsewhere() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        stage.bar.open()
        await until(pilot, lambda: stage.query_one(Input).has_focus)
        await pilot.click(Button)
        await until(pilot, lambda: not stage.bar.display)
        assert stage.said == []


async def test_what_is_pasted_is_made_harmless() -> None:
    stage = Stage()
    async with stage.run_test() as pilot:
        stage.bar.open()
        stage.query_one(Input).insert_text_at_cursor("a\x1b[31m")
        await pilot.press("enter")
        assert stage.said[-1] == ("Submitted", "a␛[31m")


@pytest.mark.parametrize(("width", "keys"), [(80, True), (40, False)])
async def test_it_shows_its_keys_where_there_is_room(width: int, keys: bool) -> None:
    stage = Stage()
    async with stage.run_test(size=(width, 12)) as pilot:
        stage.bar.open()
        await until(pilot, lambda: "/ " in screen_text(stage) and ("Esc leave off" in screen_text(stage)) == keys)

"""Keys are said in one place: bindings, help, README, palette, footer and hints all tell the same."""

from collections import Counter
from pathlib import Path
from typing import ClassVar

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from tests.tui.dialog_stage import screen_text, until
from tests.tui.reading import reading, said
from tui.app import SaysoApp
from tui.keymap.applying import Keymap
from tui.keymap.bindings import bindings, key_name
from tui.keymap.hints import shown
from tui.keymap.keyed import Keyed
from tui.keymap.places import COMMANDS, PLACES
from tui.keymap.table import BIN, CHANGES, LIBRARY, READING, sections


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def test_every_command_has_an_id_of_its_own_a_name_and_a_key() -> None:
    ids = Counter(command.id for place in PLACES.values() for command in place.commands)
    assert [one for one, times in ids.items() if times > 1] == []
    assert [command.id for command in COMMANDS.values() if not command.name or not command.keys] == []


@pytest.mark.parametrize("place", PLACES)
def test_no_two_commands_of_a_place_share_a_key(place: str) -> None:
    keys = Counter(key_name(key) for command in PLACES[place].commands for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_what_a_place_stands_on_is_a_place() -> None:
    assert {one for place in PLACES.values() for one in place.on} <= PLACES.keys()


@pytest.mark.parametrize("places", [READING, LIBRARY, BIN, CHANGES], ids=lambda places: places[0])
def test_the_help_names_only_what_is_bound_there(places: tuple[str, ...]) -> None:
    bound = {key for one in bindings(*places) if isinstance(one, Binding) for key in (shown(one.key),)}
    named = {key for _, rows in sections(*places) for keys, _ in rows for key in keys.split()}
    assert named <= bound
    assert named


def test_a_command_that_is_still_to_come_appears_nowhere() -> None:
    coming = {command.help for command in COMMANDS.values() if command.action is None} - {""}
    coming -= {command.help for command in COMMANDS.values() if command.action is not None}
    assert not coming & {what for _, rows in sections(*PLACES) for _, what in rows}


def test_keys_are_called_what_readers_call_them() -> None:
    keys = ("]", "escape", "ctrl+s", "down", "pagedown", "grave_accent", "alt+left", "f2", "+")
    assert [shown(key) for key in keys] == ["]", "Esc", "ctrl+s", "↓", "PgDn", "`", "alt+←", "f2", "+"]


def test_words_name_a_command_without_a_key_by_what_the_palette_calls_it() -> None:
    unbound = Keymap({"history.undo": ()})
    assert unbound.worded("{history.undo} or {history.redo}") == "“Undo” or R"


async def test_a_rebound_key_does_it_and_shows_in_footer_help_and_hints(database: Path) -> None:
    keymap = Keymap({"claims.next": ("ctrl+n",), "claims.note": ("z", "+"), "around.help": ("f6",)})
    async with reading(database, keymap=keymap) as (pilot, screen):
        await pilot.press("a", "z")
        await until(pilot, lambda: any("first with ctrl+n" in words for words in said(pilot.app)))
        await pilot.press("right_square_bracket")
        assert screen.pane.selected is None
        await pilot.press("ctrl+n")
        await until(pilot, lambda: screen.pane.selected == 0)
        await until(pilot, lambda: "^n Next" in screen_text(pilot.app) and "z Note" in screen_text(pilot.app))
        screen.pane.select(0, 7)
        screen.hint()
        await until(pilot, lambda: " · z note · " in screen_text(pilot.app))
        await pilot.press("f6")
        await until(pilot, lambda: "ctrl+n [" in screen_text(pilot.app))


async def test_a_rebound_key_is_on_the_button_of_a_dialog(database: Path) -> None:
    async with reading(database, keymap=Keymap({"page.close": ("f9",)})) as (pilot, screen):
        await pilot.press("question_mark")
        await until(pilot, lambda: "f9 Close" in screen_text(pilot.app))
        await pilot.press("q", "f9")
        await until(pilot, lambda: pilot.app.screen is screen)


class TwoOnEscape(Keyed, Screen[None]):
    """Esc does the first while there is something to do, else the second."""

    BINDINGS: ClassVar = bindings("marking", "reading")

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "leave_mode" or "leave_mode" not in self.done

    def action_leave_mode(self) -> None:
        self.done.append("leave_mode")

    def action_clear_search(self) -> None:
        self.done.append("clear_search")


class Stage(App[None]):
    """Shows the screen, with what is rebound."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.keymap = keymap
        self.shows = TwoOnEscape()

    def get_default_screen(self) -> Screen[None]:
        return self.shows


async def test_escape_keeps_its_other_meaning_when_one_is_rebound() -> None:
    stage = Stage(Keymap({"read.clear-search": ("f7",)}))
    async with stage.run_test() as pilot:
        await pilot.press("escape", "escape", "f7")
        assert stage.shows.done == ["leave_mode", "clear_search"]
    stage = Stage(Keymap({"mode.leave": ("f8",)}))
    async with stage.run_test() as pilot:
        await pilot.press("escape", "f8")
        assert stage.shows.done == ["clear_search", "leave_mode"]


async def test_another_application_in_the_same_process_has_its_own_keys(tmp_path: Path) -> None:
    changed = SaysoApp(tmp_path / "one.db", keymap=Keymap({"app.quit": ("f12",)}))
    plain = SaysoApp(tmp_path / "two.db")
    assert changed.keymap.key_of("app.quit") == "f12"
    assert plain.keymap.key_of("app.quit") == "ctrl+q"
    changed.close()
    plain.close()

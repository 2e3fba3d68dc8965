"""The palette is asked for by name: Enter takes what was typed, however fast it came."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Any

import click
import pytest
from textual.command import Hit, Hits
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.dialog_stage import click_key, screen_text, until
from tests.tui.reading import reading, said
from tui.commands.cli import cli
from tui.dialogs.assess import AssessDialog
from tui.dialogs.export import ExportDialog
from tui.keymap.elsewhere import SHELL, THEMES
from tui.keymap.places import COMMANDS
from tui.screens.palette import Commands, Palette, entries_of
from tui.screens.reading.reader import ReaderScreen
from tui.themes.names import NAMES


@pytest.fixture(autouse=True)
def _nothing_lately() -> None:
    """What other tests chose is not offered first."""
    Commands.lately.clear()


@pytest.fixture
def _slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed is looked for long after it was typed."""
    search = Commands.search

    async def slowly(self: Commands, query: str) -> Hits:
        for _ in range(200):
            await asyncio.sleep(0)  # lets everything else go first
        async for hit in search(self, query):
            yield hit

    monkeypatch.setattr(Commands, "search", slowly)


def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Type without waiting for anything in between."""
    for key in keys:
        pilot.app.post_message(Key(key.replace(" ", "space"), key if len(key) == 1 else None))


def is_open(pilot: Pilot[None], dialog: type[Screen[Any]]) -> bool:
    return isinstance(pilot.app.screen, dialog)


@pytest.mark.usefixtures("_slow")
async def test_enter_takes_the_first_of_the_list_for_what_was_typed_not_of_one_before(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("right_square_bracket")
        for words, dialog in (("export", ExportDialog), ("progress and", AssessDialog)):
            at_once(pilot, "ctrl+p", *words, "enter")
            await until(pilot, partial(is_open, pilot, dialog))
            await pilot.press("escape")
            await until(pilot, lambda: pilot.app.screen is screen)


@pytest.mark.usefixtures("_slow")
async def test_enter_after_what_is_no_command_takes_none(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        at_once(pilot, "ctrl+p", *"xqzw", "enter")
        await until(pilot, lambda: "xqzw" in screen_text(pilot.app))
        await until(pilot, lambda: "No matches" in screen_text(pilot.app))
        assert isinstance(pilot.app.screen, Palette)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_two_enters_choose_one_command_and_end_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        at_once(pilot, "ctrl+p", *"numbers", "enter", "enter")
        await until(pilot, lambda: "read.numbers" in Commands.lately and pilot.app.screen is screen)
        assert pilot.app.is_running


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("speaker", "claims.filter"),
        ("voices", "claims.voices"),
        ("who said", "claims.filter"),
        ("sort", "panel.sort"),
        ("order", "panel.sort"),
        ("group", "panel.group"),
        ("split", "amend.split"),
        ("join", "amend.join"),
        ("rename", "all-tags.rename"),
        ("evidence", "note.evidence"),
        ("clipboard", "read.copy"),
        ("browser", "shell.serve"),
        ("serve", "shell.serve"),
        ("legend", "app.signs"),
        ("symbols", "app.signs"),
        ("paragraph", "read.numbers"),
        ("colour", "theme.night"),
        ("color", "theme.night"),
        ("dark", "theme.night"),
        ("white", "theme.day"),
        ("blind", "theme.safe"),
        ("font", "shell.where --settings"),
        ("reload", "around.reload"),
        ("undo", "history.undo"),
        ("comment", "claims.note"),
        ("diff", "around.changes"),
        ("trash", "around.bin"),
    ],
)
async def test_further_words_find_a_command_first(tmp_path: Path, words: str, first: str) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        assert (await found(screen, words))[0] == first


async def test_every_further_word_finds_its_command(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (_, screen):
        meant = {name: command.also.partition(",")[0].split() for name, command in COMMANDS.items() if command.also}
        offered = {entry.id for entry in entries_of(screen.app, screen, Commands.lately)}
        for word in {word for words in meant.values() for word in words}:
            those = {name for name, words in meant.items() if word in words} & offered
            assert those <= {*await found(screen, word)}, word


async def test_what_is_done_elsewhere_says_where(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db", size=(120, 36)) as (pilot, screen):
        for words, told in (
            ("split", "“Split here” can be chosen in: Amend (E)"),
            ("rename", "“Rename the tag” can be chosen in: Tags"),
            ("serve", "“In a browser” is done in the shell: sayso serve"),
        ):
            at_once(pilot, "ctrl+p", *words, "enter")
            await until(pilot, lambda told=told: any(one.startswith(told) for one in said(pilot.app)))
            await until(pilot, lambda: pilot.app.screen is screen)
        at_once(pilot, "ctrl+p", *"sort", "enter")
        await until(pilot, lambda: any("Claims by speaker" in words for words in said(pilot.app)))


def test_what_the_shell_does_is_there_and_so_are_all_themes() -> None:
    for verb in SHELL:
        command: click.Command = cli
        for name in verb.split():
            if name.startswith("--"):
                assert any(name in option.opts for option in command.params)
            else:
                assert isinstance(command, click.Group)
                command = command.commands[name]
    assert tuple(THEMES) == NAMES


async def found(screen: ReaderScreen, words: str) -> list[str]:
    """The ids of what is found, in the order in which it is listed."""
    provider = Commands(screen)
    hits = [hit async for hit in provider.search(words)]
    assert all(isinstance(hit, Hit) for hit in hits)
    return [hit.command.args[0].id for hit in sorted(hits, key=lambda hit: -hit.score)]  # type: ignore[union-attr, attr-defined]


@pytest.mark.parametrize("size", [(120, 36), (40, 12)])
async def test_a_word_beside_the_line_closes_it_by_a_click(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path / "sayso.db", size=size) as (pilot, screen):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Esc Close" in screen_text(pilot.app))
        await click_key(pilot, "Close")
        await until(pilot, lambda: pilot.app.screen is screen)

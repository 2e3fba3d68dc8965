"""Undo names what it takes back, and asks before it takes back what somebody else did."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from store.library import Library
from store.noting import note_on_quote
from tests.tui.reading import go_to, reading, said, until

QUOTE = "“We have not cut a single post,”"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sayso.db"


def heard(pilot: Pilot[None], words: str) -> bool:
    return any(words in message for message in said(pilot.app))


def tag(database: Path, name: str) -> None:
    """What another window does."""
    with Library(database) as library:
        (one,) = library.annotations.of(1)
        library.annotations.apply(one, replace(one, tags=(*one.tags, name)))


def tags(database: Path) -> tuple[str, ...]:
    with Library(database) as library:
        return next((one.tags for one in library.annotations.of(1)), ())


async def test_undo_and_redo_say_what_and_on_which_words(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: any(one.decision for one in screen.workspace.annotations))
        await pilot.press("U")
        await until(pilot, lambda: heard(pilot, "Undone: acceptance of “We have not cut a single post,”. R does"))
        await pilot.press("R")
        await until(pilot, lambda: heard(pilot, "Done again: acceptance of “We have not cut"))


async def test_what_another_window_did_is_taken_back_only_at_the_second_key(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: any(one.decision for one in screen.workspace.annotations))
        tag(database, "fromB")
        await pilot.press("U")
        told = "tags +#fromB on “We have not cut a single post,” (made in another window)"
        await until(pilot, lambda: heard(pilot, f"The last change was made elsewhere: {told}. U again takes it back"))
        assert tags(database) == ("fromB",)
        await pilot.press("U")
        await until(pilot, lambda: heard(pilot, "Undone: tags +#fromB"))
        assert tags(database) == ()


async def test_another_change_elsewhere_between_the_two_keys_is_asked_about_anew(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await go_to(pilot, screen, QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: any(one.decision for one in screen.workspace.annotations))
        tag(database, "one")
        await pilot.press("U")
        await until(pilot, lambda: heard(pilot, "tags +#one"))
        tag(database, "two")
        await pilot.press("U")
        await until(pilot, lambda: heard(pilot, "The last change was made elsewhere: tags +#two"))
        assert tags(database) == ("one", "two")


async def test_what_a_command_wrote_before_a_restart_is_asked_about_too(database: Path) -> None:
    async with reading(database):
        pass
    with Library(database) as library:
        note_on_quote(library, library.articles.get(1), QUOTE, "From the shell", ())
    async with reading(database) as (pilot, screen):
        await pilot.press("U")
        await until(pilot, lambda: heard(pilot, "(made by a command). U again"))
        assert [one.note for one in screen.workspace.annotations] == ["From the shell"]
        await pilot.press("U")
        await until(pilot, lambda: not screen.workspace.annotations)

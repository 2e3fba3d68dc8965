"""The tour: each step is done by doing it, it can be left at any moment, and it comes only to newcomers."""

import io
import re
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from store.importing import read_stream
from tests.tui.dialog_stage import click_key, screen_text
from tests.tui.reading import ARTICLE, reading, said, until
from tui.app import SaysoApp
from tui.keymap.applying import Keymap
from tui.screens.palette import entries_of
from tui.screens.reading.reader import ReaderScreen
from tui.tour.steps import STEPS
from tui.tour.strip import TourStrip


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A library that is not there yet."""
    return tmp_path / "sayso.db"


@asynccontextmanager
async def beginning(
    database: Path, article: str = ARTICLE, size: tuple[int, int] = (100, 30), keymap: Keymap | None = None
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader of somebody who has never had a library, once its claims are on display."""
    app = SaysoApp(database, read_stream(io.BytesIO(article.encode())), tour=True, keymap=keymap)
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        await until(pilot, lambda: screen.workspace.article and not screen.panel.loading_claims)
        await until(pilot, lambda: screen.query(TourStrip) or size[0] < 40 or size[1] < 12)
        yield pilot, screen
    app.close()


def shown(screen: ReaderScreen) -> str:
    """What the strip says; '' where there is none."""
    parts = [str(part.render()) for strip in screen.query(TourStrip) for part in strip.query(Static)]
    return " ".join(parts).replace("\n", " ")


def reached(screen: ReaderScreen, words: str) -> bool:
    """Whether the strip says ``words``."""
    return words in shown(screen)


def in_full(screen: ReaderScreen) -> bool:
    """Whether all of the step's words are in sight."""
    parts = screen.query("TourStrip .words").results(Static)
    return any(words.virtual_size.height == words.size.height > 0 for words in parts)


async def test_each_step_is_done_by_doing_it(database: Path) -> None:
    async with beginning(database) as (pilot, screen):
        ways: tuple[tuple[str, ...], ...] = (
            ("right_square_bracket",),
            ("i", "escape"),
            ("y",),
            ("U",),
            ("a", "W", "h", "o", "ctrl+s"),
            ("v", "v", "e", "e", "1"),
            ("backslash", *"kind:direct"),
        )
        for number, keys in enumerate(ways, 1):
            await until(pilot, partial(reached, screen, f"Tour · {number} of 8"))
            await pilot.press(*keys)
        await until(pilot, lambda: "✓ Tour · 8 of 8" in shown(screen))
        await pilot.press("escape", "question_mark")
        await until(pilot, lambda: not screen.query(TourStrip))


async def test_a_step_stays_until_it_is_done(database: Path) -> None:
    async with beginning(database) as (pilot, screen):
        await pilot.press("j", "k", "c", "c")
        assert "Tour · 1 of 8" in shown(screen)
        await pilot.press("enter")
        assert "Tour · 2 of 8" in shown(screen)
        assert "✓" not in shown(screen)


async def test_esc_ends_it_and_names_the_way_back(database: Path) -> None:
    async with beginning(database) as (pilot, screen):
        await pilot.press("escape")
        await until(pilot, lambda: not screen.query(TourStrip))
        assert said(pilot.app) == ["f9 begins the tour again."]
        await pilot.press("f9")
        await until(pilot, lambda: "Tour · 1 of 8" in shown(screen))


async def test_esc_lets_go_of_what_is_under_way_before_it_ends_the_tour(database: Path) -> None:
    async with beginning(database) as (pilot, screen):
        await pilot.press("v", "v", "w", "escape")
        assert "Tour" in shown(screen)


@pytest.mark.parametrize("opener", ["ctrl+p", "question_mark"])
async def test_esc_closes_what_lies_over_the_article_and_leaves_the_tour(database: Path, opener: str) -> None:
    async with beginning(database) as (pilot, screen):
        await until(pilot, lambda: "Esc End the tour" in screen_text(pilot.app))
        await pilot.press(opener)
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.query(TourStrip)


async def test_the_mouse_leads_through_it(database: Path) -> None:
    async with beginning(database) as (pilot, screen):
        await until(pilot, lambda: "Tour · 1 of 8" in shown(screen))
        await pilot.click("TourStrip KeyButton:first-of-type")
        await until(pilot, lambda: "Tour · 2 of 8" in shown(screen))
        await pilot.click("TourStrip KeyButton:last-of-type")
        await until(pilot, lambda: not screen.query(TourStrip))


async def test_who_has_a_library_is_not_offered_it(database: Path) -> None:
    async with reading(database) as (pilot, screen):
        await pilot.pause()
        assert not screen.query(TourStrip)


@pytest.mark.parametrize("size", [(39, 30), (100, 11)])
async def test_a_window_too_small_for_it_has_none_and_says_how_to_get_it(database: Path, size: tuple[int, int]) -> None:
    async with beginning(database, size=size) as (pilot, screen):
        await until(pilot, lambda: said(pilot.app) == ["New here? In a larger window f9 shows the first steps."])
        assert not screen.query(TourStrip)
        await pilot.press("f9")
        assert said(pilot.app) == [f"The tour needs a window of 40 by 12; this one has {size[0]} by {size[1]}."]


async def test_who_has_ended_it_finds_it_in_the_help_and_among_the_commands(database: Path) -> None:
    async with beginning(database, size=(40, 12)) as (pilot, screen):
        await pilot.press("escape")
        await until(pilot, lambda: not screen.query(TourStrip))
        assert "tour.begin" in {one.id for one in entries_of(screen.app, screen, deque()) if one.here}
        await pilot.press("question_mark")
        await until(pilot, lambda: "f9 Tour" in screen_text(pilot.app))
        await click_key(pilot, "Tour")
        await until(pilot, lambda: pilot.app.screen is screen and "Tour · 1/8" in shown(screen))


@pytest.mark.parametrize("size", [(40, 12), (60, 16), (80, 24)])
async def test_each_step_is_seen_in_full_in_a_small_window(database: Path, size: tuple[int, int]) -> None:
    async with beginning(database, size=size) as (pilot, screen):
        for _ in STEPS:
            await until(pilot, partial(in_full, screen))
            assert screen.pane.size.height > 3
            await pilot.press("enter")
        await until(pilot, lambda: not screen.query(TourStrip))


async def test_where_there_are_no_claims_it_asks_for_none(database: Path) -> None:
    async with beginning(database, "Rain fell on the harbour all day.") as (pilot, screen):
        await until(pilot, lambda: "Tour · 1 of 2" in shown(screen))
        assert "claim" not in shown(screen)


async def test_it_names_keys_as_they_are(database: Path) -> None:
    async with beginning(database, keymap=Keymap({"claims.next": ("ctrl+n",)})) as (pilot, screen):
        await until(pilot, lambda: "ctrl+n goes to the next one" in shown(screen))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (62, 20), (40, 12)])
async def test_no_key_stands_alone_at_the_end_of_a_line(database: Path, size: tuple[int, int]) -> None:
    # An a is a word, too.
    keymap = Keymap({"claims.note": ("f7",)})
    async with beginning(database, size=size, keymap=keymap) as (pilot, screen):
        for step in STEPS:
            await until(pilot, lambda step=step: screen.query_one(TourStrip).step is step)  # type: ignore[misc]
            await until(pilot, lambda: in_full(screen))
            region = screen.query_one("TourStrip .words").region
            lines = screen_text(pilot.app).splitlines()[region.y : region.bottom]
            keys = [screen.key_of(command) for command in re.findall(r"\{([^}]+)\}", step.words + step.short)]
            assert not any(line.split()[-1] in keys for line in lines[:-1]), lines
            await pilot.press("enter")

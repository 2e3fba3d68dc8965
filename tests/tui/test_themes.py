"""In every theme all words can be read, whatever lies over and under them."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot

from store.glance import settings
from tests.tui.reading import reading, said, until
from tui.app import SaysoApp
from tui.config.schema import Config
from tui.themes.all import THEMES
from tui.themes.names import NAMES
from tui.widgets.legible import contrast
from tui.widgets.panel.cards import Look

COLOURED = [theme.name for theme in THEMES if not theme.ansi]
GROUNDS = ("", "heading1", "heading2", "heading3", "quote", "code", "code-block", "table-header", "table-heading")
WORDS = ("", "emphasis", "strong", "link", "image", "reference")
CLAIMS = ((), ("content",), ("content", "content"), ("passage",), ("passage", "content"))
ROLES = ("", "source", "cue")
OVER = ((), ("hit",), ("current",), ("selection",), ("caret",))
SIGNS = ("sign", "lead", "number", "number-selected", "note", "passage-end", "letter", "letter-chosen")


def stacks() -> Iterator[tuple[str, ...]]:
    """Every stack of styles that words of an article can have."""
    for ground, words, claims, role, selected, over in product(GROUNDS, WORDS, CLAIMS, ROLES, ("", "selected"), OVER):
        yield tuple(name for name in (ground, words, *claims, role, selected, *over) if name)
    for sign, over in product(SIGNS, OVER):
        yield (sign, *over)


def stands_out(style: Style) -> float:
    """How far the letters are from their ground."""
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


def test_every_theme_can_be_named_in_the_settings() -> None:
    assert tuple(theme.name for theme in THEMES) == NAMES


async def test_the_theme_that_is_chosen_is_there_the_next_time_unless_the_file_names_one(tmp_path: Path) -> None:
    database = tmp_path / "sayso.db"
    async with reading(database) as (pilot, _):
        assert pilot.app.theme == "night"
        pilot.app.theme = "safe-day"
        await pilot.pause()
    kept = settings(database)
    assert kept == {"theme": "safe-day"}
    for config, theme in ((Config(), "safe-day"), (Config(theme="day"), "day")):
        app = SaysoApp(database, config=config, kept=kept)
        assert app.theme == theme
        app.close()


def test_a_theme_that_is_none_of_ours_is_the_usual_one(tmp_path: Path) -> None:
    app = SaysoApp(tmp_path / "sayso.db", kept={"theme": "dracula"})
    assert app.theme == "night"
    assert set(app.available_themes) == set(NAMES)
    app.close()


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "NO_COLOR"])
async def test_whoever_chooses_a_theme_is_told_where_there_can_be_no_colour(
    tmp_path: Path, colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        await pilot.press("ctrl+p", *"black on white", "enter")
        await until(pilot, lambda: pilot.app.theme == "day" and pilot.app.screen is screen)
        if colour:
            assert said(pilot.app) == []
        else:
            await until(pilot, lambda: any("but NO_COLOR is set: nothing of it" in one for one in said(pilot.app)))


@pytest.mark.parametrize("theme", ["ansi", "terminal"])
async def test_the_terminals_own_colours_are_its_own(tmp_path: Path, theme: str) -> None:
    async with reading(tmp_path / "sayso.db", config=Config(theme=theme)) as (pilot, _):
        await pilot.press("right_square_bracket", "question_mark")
        await pilot.pause()
        styles = {piece.style for strip in pilot.app.screen._compositor.render_strips() for piece in strip}
        colours = {colour for style in styles if style for colour in (style.color, style.bgcolor) if colour}
        assert {colour.type.name for colour in colours} <= {"DEFAULT", "STANDARD"}
        assert theme != "terminal" or {colour.type.name for colour in colours} == {"DEFAULT"}


@pytest.mark.parametrize("theme", ["ansi", "terminal", "no colour"])
async def test_what_is_chosen_in_lists_is_told_without_grounds(
    tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    config = Config() if theme == "no colour" else Config(theme=theme)
    async with reading(tmp_path / "sayso.db", config=config) as (pilot, _):
        await pilot.press("right_square_bracket", "s")
        await until(pilot, lambda: "● unreviewed" in chosen(pilot))
        assert "none yet" not in chosen(pilot)
        await pilot.press("escape", "L")
        await until(pilot, lambda: "Harbour board rejects ferry plan" in chosen(pilot))
        await pilot.press("ctrl+p", *"quit", "down")
        await until(pilot, lambda: "Quit" in chosen(pilot))


@pytest.mark.parametrize("theme", ["ansi", "terminal", "no colour"])
async def test_where_one_writes_and_what_is_but_an_example_are_told_without_colours(
    tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    config = Config() if theme == "no colour" else Config(theme=theme)
    async with reading(tmp_path / "sayso.db", config=config, size=(120, 36)) as (pilot, _):
        await pilot.press("backslash")
        # The first of the example stands under the cursor.
        await until(
            pilot, lambda: any("ords · speaker:name" in one for one in with_look(pilot, lambda look: look.italic))
        )
        await until(pilot, lambda: with_look(pilot, lambda look: look.reverse) == ["w"])
        await pilot.press(*"zebra")
        await until(pilot, lambda: with_look(pilot, lambda look: look.reverse) == [" "])
        assert "zebra" in with_look(pilot, lambda look: not look.italic)


def with_look(pilot: Pilot[None], look: Callable[[Style], bool | None]) -> list[str]:
    """The pieces of the line of the filter that are shown with a look."""
    strips = [list(strip) for strip in pilot.app.screen._compositor.render_strips()]
    line = next(strip for strip in strips if any(piece.text.strip() == "\\" for piece in strip))
    return [piece.text for piece in line if piece.style and look(piece.style)]


def chosen(pilot: Pilot[None]) -> str:
    """The words on the screen that an attribute tells from those around them."""
    pieces = (piece for strip in pilot.app.screen._compositor.render_strips() for piece in strip)
    return "".join(piece.text for piece in pieces if piece.style and (piece.style.reverse or piece.style.underline))


@pytest.mark.parametrize("theme", COLOURED)
async def test_words_stand_out_from_their_ground_in_every_stack_of_styles(tmp_path: Path, theme: str) -> None:
    least = 7.0 if theme.startswith("contrast") else 4.5
    async with reading(tmp_path / "sayso.db", config=Config(theme=theme)) as (_, screen):
        faint = {stack: round(stands_out(screen.pane._palette(stack)), 2) for stack in stacks()}
        cards = {
            (look, selected): round(stands_out(screen.panel._style(look, selected=selected)), 2)
            for look in get_args(Look)
            for selected in (False, True)
        }
        assert {stack: value for stack, value in faint.items() if value < least} == {}
        assert {card: value for card, value in cards.items() if value < least} == {}


async def test_what_holds_for_the_terminals_own_colours_is_read_where_they_are_chosen(tmp_path: Path) -> None:
    theirs = next(theme.name for theme in THEMES if theme.ansi)
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        usual = len(pilot.app.stylesheet.rules)
        pilot.app.theme = theirs
        await until(pilot, lambda: len(pilot.app.stylesheet.rules) > usual)

        await pilot.press("z")
        await until(pilot, lambda: pilot.app.screen is not screen)
        listed = pilot.app.screen.query_one("OptionList")
        style = listed.get_component_rich_style("option-list--option-highlighted")
        assert style.underline

"""The look of the article in every theme: told by the letters first, by colour second."""

from pathlib import Path

import pytest
from rich.style import Style

from tests.tui.reading import reading
from tui.config.schema import Config
from tui.themes.names import NAMES
from tui.widgets.article.palette import Palette, can_underline_twice

ROLES = (("content",), ("content", "source"), ("content", "cue"), ("content", "selected"), ("number",))


def letters(style: Style) -> tuple[object, ...]:
    """How letters are written, whatever their colour."""
    return style.bold, style.italic, style.underline, style.underline2, style.reverse, style.dim


def seen(style: Style) -> tuple[object, object]:
    """The colours of letters and ground as they come out."""
    pair = (style.color, style.bgcolor)
    return pair[::-1] if style.reverse else pair


@pytest.mark.parametrize("colour", [True, False], ids=["colour", "NO_COLOR"])
async def test_caret_and_selection_are_seen_in_every_theme(
    tmp_path: Path, colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        for theme in NAMES:
            pilot.app.theme = theme
            await pilot.pause()
            palette = Palette(screen.pane)
            for under in ((), ("content",), ("content", "selected"), ("passage",), ("code-block",)):
                plain, selection = palette(under), palette((*under, "selection"))
                caret, both = palette((*under, "caret")), palette((*under, "selection", "caret"))
                assert selection.reverse or selection.bgcolor != plain.bgcolor, (theme, under)
                # A caret that were turned round twice would look as the text does.
                told = caret.reverse and seen(caret) != seen(plain)
                told = told or (caret.reverse and caret.bgcolor is not None and caret.bgcolor.is_default)
                assert told or (not caret.reverse and caret.bgcolor != plain.bgcolor), (theme, under)
                assert both != selection, (theme, under)
                # Where the selection is turned round, the letter under the caret belongs to it: told by its weight.
                if selection.reverse:
                    assert both.reverse, (theme, under)
                    assert letters(both) != letters(selection), (theme, under)


async def test_roles_are_told_apart_by_their_letters_alone_in_every_theme(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        for theme in NAMES:
            pilot.app.theme = theme
            await pilot.pause()
            content, source, cue, *_ = (letters(Palette(screen.pane)(names)) for names in ROLES)
            assert len({content, source, cue, letters(Palette(screen.pane)(()))}) == 4, theme


async def test_roles_are_told_apart_in_headings_as_in_running_text_in_every_theme(tmp_path: Path) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        for theme in NAMES:
            pilot.app.theme = theme
            await pilot.pause()
            palette = Palette(screen.pane)
            for head in ("heading1", "heading2", "heading3", "table-header"):
                content, source = palette((head, "content")), palette((head, "source"))
                assert content == palette(("content",)), (theme, head)
                assert source.bold, (theme, head)
                assert not content.bold, (theme, head)
                assert theme == "terminal" or content.color != source.color, (theme, head)


@pytest.mark.parametrize("theme", ["ansi", "terminal"])
async def test_no_ground_drowns_the_words_where_no_colour_is_faint(tmp_path: Path, theme: str) -> None:
    async with reading(tmp_path / "sayso.db") as (pilot, screen):
        pilot.app.theme = theme
        await pilot.pause()
        for names in (*ROLES, ("passage",), ("content", "content"), ("code",), ("dimmed",)):
            ground = Palette(screen.pane)(names).bgcolor
            assert ground is None or ground.is_default, names


@pytest.mark.parametrize(
    ("environment", "can"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "linux"}, False),
        ({"TERM": "screen"}, False),
        ({"TERM": "screen.xterm-256color"}, False),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux-1/default,1,0"}, True),
        ({}, True),
    ],
)
def test_where_twice_underlined_means_something_else_it_is_underlined_once(
    environment: dict[str, str], can: bool
) -> None:
    assert can_underline_twice(environment) is can


@pytest.mark.parametrize("terminal", ["xterm-256color", "linux"])
@pytest.mark.parametrize("twice", [True, False])
async def test_the_settings_say_more_than_the_name_of_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: str, twice: bool
) -> None:
    monkeypatch.setenv("TERM", terminal)
    async with reading(tmp_path / "sayso.db", config=Config(double_underline=twice)) as (_, screen):
        style = Palette(screen.pane)(("content", "source"))
        assert (bool(style.underline2), bool(style.underline)) == (twice, not twice)

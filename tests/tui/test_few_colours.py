"""In 256 colours, which have few faint ones, what is told by its ground keeps one, and its words can be read."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import get_args

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.style import Style
from textual.color import Color

from tests.tui.reading import reading
from tests.tui.test_meaning_colours import NAMES
from tests.tui.test_themes import COLOURED, OVER, stacks
from tui.config.schema import Config
from tui.themes.names import NAMES as THEMES
from tui.widgets.legible import contrast
from tui.widgets.panel.fact_rows import Look
from tui.widgets.voices import VoicesBar

MEANT = ((), ("content",), ("content", "content"), ("content", "selected"), ("passage",), ("selection",))


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TERM", "tmux-256color")


def number(colour: RichColor | None) -> int:
    """Which of the 256 a colour comes out as."""
    assert colour is not None
    shown = colour.downgrade(ColorSystem.EIGHT_BIT).number
    assert shown is not None
    return shown


def stands_out(style: Style) -> float:
    """How far the letters are from their ground, as both come out."""
    assert style.color is not None
    assert style.bgcolor is not None
    letters, ground = (one.downgrade(ColorSystem.EIGHT_BIT) for one in (style.color, style.bgcolor))
    return contrast(Color.from_rich_color(letters), Color.from_rich_color(ground))


def highlighted() -> Iterator[tuple[str, ...]]:
    """Every stack of styles that words in a highlight with a meaning can have."""
    for name, claim, role, over in product(NAMES, ("", "content", "selected"), ("", "source", "cue"), OVER):
        yield tuple(part for part in (name, claim, role, *over) if part)


@pytest.mark.parametrize("theme", COLOURED)
async def test_what_is_told_by_its_ground_has_one_of_its_own(tmp_path: Path, theme: str) -> None:
    async with reading(tmp_path / "sayso.db", config=Config(theme=theme)) as (_, screen):
        grounds = {names: number(screen.pane._palette(names).bgcolor) for names in (*MEANT, *((n,) for n in NAMES))}
        assert {pair for pair in combinations(grounds, 2) if grounds[pair[0]] == grounds[pair[1]]} == set()
        # What lies inside the selected claim belongs to it, as does the highlight that is selected.
        for names in (("content", "content", "selected"), *((name, "selected") for name in NAMES)):
            assert number(screen.pane._palette(names).bgcolor) == grounds["content", "selected"]
        cards = {number(screen.panel._style("plain", selected=selected).bgcolor) for selected in (False, True)}
        assert len(cards) == 2


@pytest.mark.parametrize("theme", COLOURED)
async def test_words_stand_out_from_their_ground_as_it_comes_out(tmp_path: Path, theme: str) -> None:
    # No yellow of the 256 is dark enough for 7, which themes of high contrast have elsewhere.
    least = 6.5 if theme.startswith("contrast") else 4.5
    async with reading(tmp_path / "sayso.db", config=Config(theme=theme)) as (_, screen):
        words = {stack: stands_out(screen.pane._palette(stack)) for stack in (*stacks(), *highlighted())}
        assert {stack: value for stack, value in words.items() if value < least} == {}
        cards = {
            (look, selected): stands_out(screen.panel._style(look, selected=selected))
            for look, selected in product(get_args(Look), (False, True))
        }
        assert {card: value for card, value in cards.items() if value < least} == {}


@pytest.mark.parametrize("theme", [name for name in THEMES if name != "terminal"])
async def test_no_voice_has_the_colour_of_another_beside_it(tmp_path: Path, theme: str) -> None:
    async with reading(tmp_path / "sayso.db", config=Config(theme=theme)) as (pilot, _):
        given = pilot.app.theme_variables
        colours = [Color.parse(given[name.removeprefix("$")]).rich_color for name in VoicesBar.COLOURS]
        shown = {one.downgrade(ColorSystem.EIGHT_BIT) for one in colours}
        assert len(shown) == len(VoicesBar.COLOURS) == 4
        # Grey are those who are no voices.
        assert theme == "ansi" or all(Color.from_rich_color(one).hsl.s > 0.15 for one in shown)

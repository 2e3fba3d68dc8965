"""Each meaning of a highlight has a colour of its own in every theme, and a sign where there is none."""

from itertools import combinations, product
from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color

from tests.tui.pane_drafts import PaneApp, painted, paragraphs, passage
from tests.tui.reading import reading
from tests.tui.test_themes import COLOURED, OVER, stands_out
from tui.config.schema import Config
from tui.widgets.article.glyphs import MEANINGS

NAMES = tuple(f"meaning{n}" for n in range(1, 6))
APART = 24
"""How far two grounds are from each other that nobody takes for one another, of 441 from black to white."""


def ground(style: Style) -> Color:
    assert style.bgcolor is not None
    return Color.from_rich_color(style.bgcolor)


def distance(one: Color, other: Color) -> float:
    return sum((a - b) ** 2 for a, b in zip(one.rgb, other.rgb, strict=True)) ** 0.5


@pytest.mark.parametrize("theme", COLOURED)
async def test_each_has_a_ground_of_its_own_on_which_all_words_can_be_read(tmp_path: Path, theme: str) -> None:
    least = 7.0 if theme.startswith("contrast") else 4.5
    async with reading(tmp_path / "sayso.db", config=Config(theme=theme)) as (_, screen):
        style = screen.pane._palette
        grounds = {name: ground(style((name,) if name else ())) for name in ("", "passage", *NAMES, "selection")}
        near = {pair for pair in combinations(grounds, 2) if distance(*map(grounds.__getitem__, pair)) < APART}
        assert near <= {("passage", "selection"), ("", "passage")}
        stacks = [
            tuple(part for part in (fill, words, name, claim, role, *over) if part)
            for fill, words, name, claim, role, over in product(
                ("", "quote", "code"), ("", "link"), NAMES, ("", "content", "selected"), ("", "source", "cue"), OVER
            )
        ]
        stacks += [(f"{name}-end", *over) for name, over in product(NAMES, OVER)]
        assert {stack: value for stack in stacks if (value := stands_out(style(stack))) < least} == {}


@pytest.mark.parametrize("theme", ["ansi", "terminal"])
async def test_in_the_colours_of_the_terminal_only_its_sign_is_coloured(tmp_path: Path, theme: str) -> None:
    async with reading(tmp_path / "sayso.db", config=Config(theme=theme)) as (_, screen):
        style = screen.pane._palette
        assert all(style((name,)).bgcolor is None or style((name,)).bgcolor.is_default for name in NAMES)  # type: ignore[union-attr]
        colours = {str(style((f"{name}-end",)).color) for name in NAMES}
        assert len(colours) == (5 if theme == "ansi" else 1)


async def test_the_words_between_the_signs_are_drawn_in_the_colour_of_the_meaning() -> None:
    document = paragraphs("One. Two. Three. Four. Five. Six.")
    words = ("One", "Two", "Three", "Four", "Five")
    app = PaneApp(document, [passage(document, word, meaning=n) for n, word in enumerate(words, 1)])
    async with app.run_test(size=(80, 6)):
        row = next(y for y, line in enumerate(painted(app.pane)) if "One" in line)
        strip = app.pane.render_line(row)
        for n, word in enumerate(words, 1):
            at = strip.text.index(word)
            assert strip.text[at - 2] == MEANINGS[n - 1]
            (letter,) = strip.crop(at, at + 1)
            assert letter.style is not None
            assert letter.style.bgcolor == app.pane._palette((f"meaning{n}",)).bgcolor

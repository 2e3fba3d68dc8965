"""Letters that stand out from their ground, whatever lies over what."""

from collections.abc import Callable
from functools import lru_cache

from rich.style import Style
from textual.app import App
from textual.color import Color

USUAL = 4.5
"""The contrast that WCAG 2 asks for at least; themes of high contrast ask for more by their variable `ASKED`."""
ASKED = "legible"
_STEPS = 20


Shown = Callable[[Color], Color]
"""What gives for a colour the one that the terminal shows."""


def as_it_is(colour: Color) -> Color:
    """``colour``, for a terminal that has it."""
    return colour


def legible(letters: Color, ground: Color, least: float = USUAL, shown: Shown = as_it_is) -> Color:
    """``letters``, as far towards white or black as it takes for their contrast with ``ground`` to be ``least``.

    What counts is how both are ``shown``. Colours that are the terminal's to choose stay as they are.
    """
    if letters.ansi is not None or ground.ansi is not None:
        return letters
    ground = shown(ground)
    if contrast(shown(letters), ground) >= least:
        return letters
    white, black = Color(255, 255, 255), Color(0, 0, 0)
    end = white if contrast(white, ground) > contrast(black, ground) else black
    shades = (letters.blend(end, step / _STEPS, alpha=1.0) for step in range(1, _STEPS))
    return next((shade for shade in shades if contrast(shown(shade), ground) >= least), end)


@lru_cache(1024)
def readable(style: Style, least: float = USUAL, shown: Shown = as_it_is) -> Style:
    """``style`` with its letters made `legible` on its ground, where it has both."""
    if style.color is None or style.bgcolor is None:
        return style
    letters, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return style + Style(color=legible(letters, ground, least, shown).rich_color)


def contrast(one: Color, other: Color) -> float:
    """How far two colours are apart for the eye, as WCAG 2 has it: from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def asked(app: App[object]) -> float:
    """The contrast that the theme of ``app`` asks for."""
    return float(app.theme_variables.get(ASKED, USUAL))


def _luminance(colour: Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

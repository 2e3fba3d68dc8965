"""Grounds and letters where the terminal has but 256 colours.

Between black and the darkest of these there is little but greys: grounds that are faint, and not the same, would come
out as one. Greys tell how deep a claim lies, and which is selected, colours what else there is; whether letters stand
out is judged as they come out.
"""

from collections.abc import Iterable

from rich.color import ColorSystem
from textual.app import App
from textual.color import Color

from tui.widgets.legible import Shown, as_it_is

_NIGHT = {
    "meaning1": "#5f5f00",
    "meaning2": "#5f005f",
    "meaning3": "#005f00",
    "meaning4": "#5f0000",
    "meaning5": "#00005f",
    "added": "#005f00",
    "removed": "#5f0000",
    "selection": "#005f5f",
}
_DAY = {
    "meaning1": "#ffffaf",
    "meaning2": "#ffd7ff",
    "meaning3": "#afffd7",
    "meaning4": "#ffd7af",
    "meaning5": "#afd7ff",
    "added": "#d7ffd7",
    "removed": "#ffd7d7",
    "selection": "#d7d7ff",
}
_DEPTHS = 3
"""Claims inside one another that have a ground each; any further one has the last."""
_STEPS = {"content": 1, "passage": 4, "selected": 6}
"""How many greys these are from the ground that everything lies on."""
_GREYS = 25
"""Steps from black to white, as Rich counts them."""
_WEIGHT = ("selection", "selected", "removed", "added", *(f"meaning{n}" for n in range(1, 6)), "passage", "content")
"""Whose ground is seen where several lie over one another: the first."""


def has_few(app: App[object]) -> bool:
    """Whether the terminal of ``app`` takes 256 colours, and no others."""
    return app.console.color_system == "256"


def as_shown(colour: Color) -> Color:
    """``colour`` as a terminal of 256 colours shows it; what is the terminal's to choose stays as it is."""
    if colour.ansi is not None:
        return colour
    return Color.from_rich_color(colour.rich_color.downgrade(ColorSystem.EIGHT_BIT))


def shown_by(app: App[object]) -> Shown:
    """What tells how a colour comes out on the terminal of ``app``."""
    return as_shown if has_few(app) else as_it_is


def ground(names: Iterable[str], usual: Color, surface: Color) -> Color:
    """The ground for a stack of style ``names`` on ``surface``: ``usual`` where it means nothing.

    It is still to be taken for one of the 256, as Rich does.
    """
    names = tuple(names)
    top = next((name for name in _WEIGHT if name in names), "")
    if not top or usual.ansi is not None or "caret" in names:
        return usual
    dark = surface.brightness < 0.5
    colour = (_NIGHT if dark else _DAY).get(top)
    if colour is not None:
        return Color.parse(colour)
    steps = min(names.count(top), _DEPTHS) if top == "content" else _STEPS[top]
    return _grey(surface, steps if dark else -steps)


def _grey(surface: Color, steps: int) -> Color:
    """What comes out as the grey that is ``steps`` lighter than ``surface``, or darker where they are negative."""
    # The first one over black is hardly seen.
    here = max(1, round(as_shown(surface).hsl.l * _GREYS))
    level = round(min(_GREYS, max(0, here + steps)) / _GREYS * 255)
    return Color(level, level, level)

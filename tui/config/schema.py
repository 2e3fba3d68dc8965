"""What can be set, with what is taken for each and what holds where nothing is said."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from store.annotations import FINDINGS, MEANINGS, Finding
from tui.keymap.places.claims import FINDINGS as AT_HAND
from tui.themes.names import NAMES

Motion = Literal["full", "none"]
Order = Literal["sayso", "terminal"]
Quotation = Literal["plain", "markdown"]
Cards = Literal["auto", "long", "short"]
_LONGEST_NAME = 24


class Config(NamedTuple):
    """The settings of a file. Its parts stand there as `OPTIONS` name them.

    ``keys`` are those of commands by their ids, where the reader has other ones; ``theme`` None leaves the choice to
    the screen; ``measure`` is the longest line of text, in cells; ``tour`` whether
    a new library begins with the tour; ``bidi`` is who puts words from right to left into
    order, and None leaves that to what is known of the terminal; ``meanings`` are the names of the five that a
    highlight can have, ``quotation`` how words are copied with their source. ``advance`` says whether a verdict goes on
    to the next claim that is not reviewed, and ``findings`` which of them have the digits from 4 on; ``cards`` are
    short where the window is low, or always long or short; ``double_underline`` "auto" goes by the terminal's name.
    """

    keys: Mapping[str, tuple[str, ...]] = {}
    theme: str | None = None
    motion: Motion = "full"
    measure: int = 88
    bidi: Order | None = None
    tour: bool = True
    meanings: Sequence[str] = MEANINGS
    quotation: Quotation = "plain"
    advance: bool = True
    findings: Sequence[Finding] = AT_HAND
    cards: Cards = "auto"
    double_underline: Literal["auto"] | bool = "auto"


def config_of(app: object) -> Config:
    """The settings of ``app``; those that hold where nothing is said where it has none."""
    config = getattr(app, "config", None)
    return config if isinstance(config, Config) else Config()


class Option(NamedTuple):
    """A setting: the ``field`` of `Config`, which values ``fit``, and how they are told in words."""

    field: str
    fits: Callable[[object], bool]
    words: str


def one_of(field: str, *values: str | bool) -> Option:
    """A setting that is one of ``values``."""
    shown = [str(value).lower() if isinstance(value, bool) else _quoted(value) for value in values]
    # 1 is True to Python, and not to a reader.
    fits = {(type(value), value) for value in values}
    return Option(field, lambda value: isinstance(value, str | bool) and (type(value), value) in fits, _or(shown))


def whole(field: str, least: int, most: int) -> Option:
    """A setting that is a whole number from ``least`` to ``most``."""
    return Option(
        field,
        lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most,
        f"a whole number from {least} to {most}",
    )


def names(field: str, count: int) -> Option:
    """A setting that is a list of ``count`` names."""
    return Option(
        field,
        lambda value: (
            isinstance(value, list)
            and len(value) == count
            and all(isinstance(one, str) and one.strip() and len(one) <= _LONGEST_NAME for one in value)
        ),
        f"a list of {count} names of up to {_LONGEST_NAME} characters",
    )


def some_of(field: str, count: int, values: Sequence[str]) -> Option:
    """A setting that is a list of ``count`` different ones of ``values``."""
    return Option(
        field,
        lambda value: (
            isinstance(value, list)
            and len(value) == count
            and all(isinstance(one, str) and one in values for one in value)
            and len(set(value)) == count
        ),
        f"a list of {count} different ones of {_or(list(map(_quoted, values)))}",
    )


def _quoted(value: str) -> str:
    return f'"{value}"'


def _or(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


OPTIONS: Mapping[str, Option] = {
    "look.theme": one_of("theme", *NAMES),
    "look.motion": one_of("motion", "full", "none"),
    "look.measure": whole("measure", 20, 200),
    "look.tour": one_of("tour", True, False),
    "look.bidi": one_of("bidi", "sayso", "terminal"),
    "look.cards": one_of("cards", "auto", "long", "short"),
    "look.double-underline": one_of("double_underline", "auto", True, False),
    "claims.advance": one_of("advance", True, False),
    "claims.findings": some_of("findings", len(AT_HAND), FINDINGS),
    "notes.meanings": names("meanings", len(MEANINGS)),
    "notes.quotation": one_of("quotation", "plain", "markdown"),
}

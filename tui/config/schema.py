"""What can be set, with what is taken for each and what holds where nothing is said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from store.annotations import MEANINGS
from tui.themes.names import NAMES

Motion = Literal["full", "none"]
Order = Literal["sayso", "terminal"]
Quotation = Literal["plain", "markdown"]
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a file. Its parts stand there as `OPTIONS` name them.

    ``keys`` are those of commands by their ids, where the reader has other ones; ``theme`` None leaves the choice to
    the screen; ``measure`` is the longest line of text, in cells; ``bidi`` is who puts words from right to left into
    order, and None leaves that to what is known of the terminal; ``meanings`` are the names of the five that a
    highlight can have, ``quotation`` how words are copied with their source.
    """

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme: str | None = None
    motion: Motion = "full"
    measure: int = 88
    bidi: Order | None = None
    meanings: Sequence[str] = MEANINGS
    quotation: Quotation = "plain"


def config_of(app: object) -> Config:
    """The settings of ``app``; those that hold where nothing is said where it has none."""
    config = getattr(app, "config", None)
    return config if isinstance(config, Config) else Config()


@dataclass(frozen=True, slots=True)
class Option:
    """A setting: the ``field`` of `Config`, which values ``fit``, and how they are told in words."""

    field: str
    fits: Callable[[object], bool]
    words: str


def one_of(field: str, *values: str | bool) -> Option:
    """A setting that is one of ``values``."""
    shown = [str(value).lower() if isinstance(value, bool) else f'"{value}"' for value in values]
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


def _or(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


OPTIONS: Mapping[str, Option] = {
    "look.theme": one_of("theme", *NAMES),
    "look.motion": one_of("motion", "full", "none"),
    "look.measure": whole("measure", 20, 200),
    "look.bidi": one_of("bidi", "sayso", "terminal"),
    "notes.meanings": names("meanings", len(MEANINGS)),
    "notes.quotation": one_of("quotation", "plain", "markdown"),
}

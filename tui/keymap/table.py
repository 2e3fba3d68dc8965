"""The keys by purpose, for the help and the README."""

from collections.abc import Iterator

from tui.keymap.applying import Keymap
from tui.keymap.commands import Command
from tui.keymap.hints import shown
from tui.keymap.keyed import keymap_of
from tui.keymap.places import PLACES

Section = tuple[str, tuple[tuple[str, str], ...]]

READING = ("scrolling", "reading", "claims", "selecting", "passage", "marking", "around", "application")
LIBRARY = ("library", "table", "application")
BIN = ("bin", "table")
CHANGES = ("changes", "scrolling")

_ARROWS = frozenset({"↑", "↓", "←", "→"})


def sections(*places: str, keymap: Keymap | None = None) -> tuple[Section, ...]:
    """What can be done in ``places``, by their titles: the keys, and what they do. Places may share a title."""
    keymap = keymap or Keymap()
    titles: dict[str, dict[str, list[Command]]] = {}
    for place in places:
        for command in PLACES[place].commands:
            if command.action is not None and command.help and keymap.keys(command.id):
                titles.setdefault(PLACES[place].title, {}).setdefault(command.help, []).append(command)
    return tuple(
        (title, tuple((" ".join(_shown(commands, keymap)), what) for what, commands in rows.items()))
        for title, rows in titles.items()
    )


def help_of(app: object, places: tuple[str, ...], *further: Section) -> tuple[Section, ...]:
    """What the help of ``app`` shows in ``places``, and ``further`` sections after that."""
    return (*sections(*places, keymap=keymap_of(app)), *further)


def _shown(commands: list[Command], keymap: Keymap) -> Iterator[str]:
    """The first key of each command, then the arrows: who looks for more finds it by trying."""
    keys = [[shown(key) for key in keymap.keys(command.id)] for command in commands]
    arrows = (key for some in keys for key in some[1:] if key in _ARROWS)
    yield from dict.fromkeys([*(some[0] for some in keys), *arrows])


def as_markdown() -> str:
    """The keys of the reading screen as a Markdown table, for the README."""
    rows = ["| | keys | what they do |", "|---|---|---|"]
    for title, keys in sections(*READING):
        for number, (key, what) in enumerate(keys):
            rows.append(f"| {title if not number else ''} | `{key}` | {what} |")
    return "\n".join(rows) + "\n"

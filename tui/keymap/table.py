"""The keys by purpose, for the help and the README."""

from collections.abc import Iterable, Iterator

from tui.keymap.applying import Keymap
from tui.keymap.commands import Command
from tui.keymap.hints import shown
from tui.keymap.keyed import keymap_of
from tui.keymap.places import PLACES

Section = tuple[str, tuple[tuple[str, str], ...]]

READING = (
    *("scrolling", "reading", "links", "claims", "panel", "selecting", "passage", "marking", "amending"),
    *("around", "application", "touring"),
)
LIBRARY = ("library", "table", "application")
BIN = ("bin", "table")
CHANGES = ("changes", "scrolling")

_ARROWS = frozenset({"↑", "↓", "←", "→"})


def sections(*places: str, keymap: Keymap | None = None, all_of_them: bool = False) -> tuple[Section, ...]:
    """What can be done in ``places``, by their titles: the keys, and what they do. Places may share a title.

    A command without a line for the help is there with ``all_of_them``, if the place has none with such a line.
    """
    keymap = keymap or Keymap()
    titles: dict[str, dict[str, list[Command]]] = {}
    for place in places:
        commands = [keymap.command(command.id) for command in PLACES[place].commands]
        commands = [command for command in commands if command.action and keymap.keys(command.id)]
        named = all_of_them and not any(command.help for command in commands)
        for command in commands:
            if words := command.help or (command.name if named else ""):
                titles.setdefault(PLACES[place].title, {}).setdefault(words, []).append(command)
    return tuple(
        (title, tuple((" ".join(_shown(commands, keymap)), what) for what, commands in rows.items()))
        for title, rows in titles.items()
    )


def help_of(app: object, places: Iterable[str], *further: Section) -> tuple[Section, ...]:
    """What the help of ``app`` shows in ``places``, and ``further`` sections after that.

    What has no line in the README is told by its name, so that dialogs have a help too.
    """
    return (*sections(*places, keymap=keymap_of(app), all_of_them=True), *further)


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
            fenced = f"`` {key} ``" if "`" in key else f"`{key}`"
            rows.append(f"| {title if not number else ''} | {fenced} | {what} |")
    return "\n".join(rows) + "\n"

"""The table ``[keys]``: commands, by their ids, on keys of the reader's own."""

from collections.abc import Iterable, Iterator, Mapping

from tui.config.key_names import NoKeyError, is_text, key
from tui.config.problems import Problem, told, unknown
from tui.keymap.commands import Command
from tui.keymap.places import COMMANDS, PLACES

Keys = Mapping[str, tuple[str, ...]]

TOGETHER = (
    ("claims", "reading", "beginning", "scrolling", "around", "application"),
    ("library", "table", "application"),
    ("bin", "table", "application"),
    ("changes", "scrolling", "application"),
    ("finding", "application"),
)
"""Places whose keys work at the same time: to a reader each of these is one place."""

TYPING = frozenset({"application", "note", "tags", "assess", "export", "rescue", "finding", "search-line", "outline"})
"""Places where letters are typed, or that must work there too."""

_WAYS_OUT = (".leave", ".close", ".cancel", ".help")
_OTHER_WAYS_OUT = frozenset({"app.quit", "app.palette", "note.save", "unsaved.stay", "conflict.later", "confirm.no"})


def rebindable() -> dict[str, Command]:
    """The commands that there are by now, by their ids."""
    return {name: command for name, command in COMMANDS.items() if command.action is not None}


def read_keys(table: object) -> tuple[Keys, list[Problem]]:
    """The keys that ``table`` gives to commands, and what is wrong with it. An id may be quoted or dotted."""
    if not isinstance(table, dict):
        return {}, [Problem(("keys",), f"{told(table)} is no table: write [keys] and below it lines like id = key")]
    commands, keys, problems = rebindable(), dict[str, tuple[str, ...]](), list[Problem]()
    for path, value in _leaves(table):
        name = ".".join(path)
        if name not in commands:
            problems.append(unknown(("keys", *path), commands, "command (sayso keys lists them)"))
        elif name in keys:
            problems.append(Problem(("keys", *path), "is there twice"))
        else:
            keys[name], wrong = _keys_of(commands[name], value)
            problems += [Problem(("keys", *path), words) for words in wrong]
    return keys, [*problems, *_conflicts(keys, {".".join(path): path for path, _ in _leaves(table)})]


def _leaves(table: Mapping[str, object], before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*before, name))
        else:
            yield (*before, name), value


def _keys_of(command: Command, value: object) -> tuple[tuple[str, ...], list[str]]:
    written = [] if value == "" else value if isinstance(value, list) else [value]
    found, wrong = list[str](), list[str]()
    typing = any(command in PLACES[place].commands for place in TYPING) and not any(map(is_text, command.keys))
    for one in written:
        try:
            if not isinstance(one, str):
                raise NoKeyError('is no key: a key is in quotes, such as "y"')
            name = key(one)
            if typing and is_text(name):
                raise NoKeyError('would be typed as a letter there: take one like "ctrl+g" or "f5"')
            found.append(name)
        except NoKeyError as error:
            wrong.append(f"{told(one)} {error}")
    if not written and (command.id.endswith(_WAYS_OUT) or command.id in _OTHER_WAYS_OUT):
        wrong.append(f"“{command.name}” needs a key")
    return tuple(dict.fromkeys(found)), wrong


def _conflicts(changed: Keys, written: Mapping[str, tuple[str, ...]]) -> list[Problem]:
    """Two commands on one key where both would work. Esc may be had by several: it lets go of one thing at a time."""
    found: dict[str, Problem] = {}
    for commands in _groups():
        taken: dict[str, Command] = {}
        for command in sorted(commands, key=lambda one: one.id in changed):
            for name in changed.get(command.id, command.keys):
                other = taken.setdefault(name, command)
                if other is not command and name != "escape" and command.id in changed:
                    words = f"{told(name)} is the key of {other.id} (“{other.name}”) too"
                    words = f"{words}: {_freed(other, name, changed)}"
                    found.setdefault(command.id, Problem(("keys", *written[command.id]), words))
    return list(found.values())


def _freed(other: Command, name: str, changed: Keys) -> str:
    """What to write so that ``other`` leaves the key ``name``."""
    if other.id in changed:
        return "give one of them another"
    left = [key for key in other.keys if key != name]
    if not left and (other.id.endswith(_WAYS_OUT) or other.id in _OTHER_WAYS_OUT):
        return f'to free it, give that another: "{other.id}" = "f6", or the like'
    keys = "[" + ", ".join(f'"{key}"' for key in left) + "]" if len(left) != 1 else f'"{left[0]}"'
    return f'to free it, write below [keys]: "{other.id}" = {keys}'


def _groups() -> Iterator[Iterable[Command]]:
    alone = PLACES.keys() - {place for places in TOGETHER for place in places}
    for places in (*TOGETHER, *((place,) for place in PLACES if place in alone)):
        yield [command for place in places for command in PLACES[place].commands if command.action is not None]

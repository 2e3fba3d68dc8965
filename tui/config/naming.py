"""Commands in words of the reader's own: what the digits mean is theirs to name, and which findings have one."""

from collections.abc import Iterator

from store.annotations import meaning_name
from store.safety import label
from tui.config.schema import Config
from tui.keymap.commands import Command
from tui.keymap.places import COMMANDS
from tui.keymap.places.claims import found
from tui.keymap.places.selecting import meant


def named(config: Config) -> dict[str, Command]:
    """The commands, by their ids, that are called otherwise with these settings than without any."""
    return {command.id: command for command in _named(config) if command != COMMANDS[command.id]}


def _named(config: Config) -> Iterator[Command]:
    for n, finding in enumerate(config.findings, 1):
        in_help = found(config.findings)
        yield COMMANDS[f"claims.finding-{n}"]._replace(name=f"Finding: {finding}", help=in_help)
        yield COMMANDS[f"bulk.finding-{n}"]._replace(name=finding)
    yield COMMANDS["claims.finding-none"]._replace(help=found(config.findings))
    names = meanings_of(config)
    for n, name in names.items():
        yield COMMANDS[f"passage.meaning-{n}"]._replace(name=f"Highlight: {name}", help=meant(names.values()))


def meanings_of(config: Config) -> dict[int, str]:
    """The names of the meanings by their numbers, from 1, each a safe short line."""
    return {n: label(meaning_name(n, config.meanings), 24) for n in range(1, len(config.meanings) + 1)}

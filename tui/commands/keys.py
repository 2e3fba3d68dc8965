"""``sayso keys``: every command with its keys, as they are by now."""

import click

from store.safety import safe
from tui.commands.options import config_named, config_option, json_option, print_json
from tui.commands.tables import Column, print_table
from tui.config.keys import rebindable
from tui.config.naming import named
from tui.config.reading import config_path, read_config
from tui.keymap.applying import Keymap
from tui.keymap.places import PLACES


@click.command()
@click.option("--toml", "as_toml", is_flag=True, help="Print them as the [keys] of a file of settings, to be changed.")
@config_option
@json_option
def keys(as_json: bool, as_toml: bool) -> None:
    """Print every key with the command that it gives, and the id by which that can be put on another key."""
    if as_json and as_toml:
        raise click.UsageError("--json or --toml, not both")
    config = read_config(config_named())
    keymap = Keymap(config.keys, named(config))
    commands = rebindable()
    placed = [
        (place, keymap.command(one.id)) for place in PLACES.values() for one in place.commands if one.id in commands
    ]
    if as_json:
        print_json(
            [
                {"place": place.name, "id": one.id, "keys": keymap.keys(one.id), "usual": one.keys, "name": one.name}
                for place, one in placed
            ]
        )
    elif as_toml:
        print_toml([(place.title, one.id, one.name, keymap.keys(one.id)) for place, one in placed])
    else:
        print_table(
            (Column("keys"), Column("id"), Column("what it does", flexible=True), Column("where", give_up=1)),
            [(keymap.all_of(one.id), one.id, one.name, place.title) for place, one in placed],
        )
        click.echo(f"Put them on other keys in {safe(str(config_path(config_named())))}: see sayso keys --toml")


def print_toml(rows: list[tuple[str, str, str, tuple[str, ...]]]) -> None:
    """Print rows of title, id, name and keys as a table of TOML."""
    click.echo("[keys]")
    before = ""
    for title, name, words, bound in rows:
        if title != before:
            click.echo(f"\n# {title}")
            before = title
        quoted = ", ".join(map(_quoted, bound))
        click.echo(f'"{name}" = {quoted if len(bound) == 1 else f"[{quoted}]"}  # {words}')


def _quoted(key: str) -> str:
    return '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'

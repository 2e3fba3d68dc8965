"""``sayso where``: the place of the database file."""

import click

from store.safety import safe
from tui.commands.options import database, database_option, json_option, print_json


@click.command()
@database_option
@json_option
def where(as_json: bool) -> None:
    """Print where your articles and annotations are kept."""
    path = database()
    if as_json:
        print_json({"path": str(path), "exists": path.exists()})
    else:
        click.echo(safe(str(path)))

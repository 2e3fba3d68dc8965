"""``sayso where``: the places of the database file and of the file of settings."""

import click

from store.safety import safe
from tui.commands.options import config_named, config_option, database, database_option, json_option, print_json
from tui.config.reading import config_path


@click.command()
@click.option("--settings", is_flag=True, help="Print the place of the file of settings instead.")
@database_option
@config_option
@json_option
def where(settings: bool, as_json: bool) -> None:
    """Print where your articles and annotations are kept, or where your settings are looked for."""
    path, config = database(), config_path(config_named())
    if as_json:
        print_json({"path": str(path), "exists": path.exists(), "settings": str(config)})
    else:
        click.echo(safe(str(config if settings else path)))

"""``sayso db backup``: the library copied into one file."""

from functools import partial
from pathlib import Path

import click

from store.safety import safe
from tui.commands.asking import counted
from tui.commands.options import database, database_option, json_option, library, print_json
from tui.commands.progress import steps


@click.command()
@click.argument("file")
@database_option
@json_option
def backup(file: str, as_json: bool) -> None:
    """Copy the library into FILE, also while it is open elsewhere; an earlier copy there is replaced."""
    from store import backups

    target = Path(file)
    with library(back_up=False), steps("the library") as told:
        made = backups.write(database(), target, partial(told, "Copying"))
    if as_json:
        print_json({"path": file, "articles": made.articles, "annotations": made.annotations})
    else:
        click.echo(
            safe(f"Wrote {file}: {counted(made.articles, 'article')}, {counted(made.annotations, 'annotation')}.")
        )

"""``sayso db backup``: the library copied into one file."""

from pathlib import Path

import click

from store.safety import safe
from tui.commands.asking import counted
from tui.commands.options import database, database_option, json_option, library, print_json
from tui.commands.progress import progress

_LONG = 25_000
"""Pages, of 4 kB."""


@click.command()
@click.argument("file")
@database_option
@json_option
def backup(file: str, as_json: bool) -> None:
    """Copy the library into FILE, also while it is open elsewhere; an earlier copy there is replaced."""
    from store import backups

    target = Path(file)
    with library(back_up=False), progress("the library", doing="Copying", long=_LONG) as report:
        made = backups.write(database(), target, report)
    if as_json:
        print_json({"path": file, "articles": made.articles, "annotations": made.annotations})
    else:
        click.echo(
            safe(f"Wrote {file}: {counted(made.articles, 'article')}, {counted(made.annotations, 'annotation')}.")
        )

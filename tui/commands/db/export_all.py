"""``sayso db export-all``: the whole library as plain files."""

from contextlib import suppress
from pathlib import Path

import click

from store.safety import safe
from tui.commands.asking import counted
from tui.commands.db.restore import restoring
from tui.commands.options import database, database_option, json_option, library, print_json
from tui.commands.progress import progress

_LONG = 200
"""Articles."""


@click.command("export-all")
@click.argument("folder")
@database_option
@json_option
def export_all(folder: str, as_json: bool) -> None:
    """Write everything in the library into FOLDER, which must be absent or empty, as Markdown, text and JSON.

    A folder for each article: article.md with your annotations, article.json with everything that is kept of it, its
    history and what is in the bin too, and each of its texts as it came. Of a damaged library all is written that can
    be read, the rest is named, and the exit code is 1.
    """
    from store.exporting.everything import export_all as write_all
    from store.keeping.driver import is_encrypted
    from store.keeping.errors import DatabaseDamagedError

    # Brought up to date first, where an earlier version made it.
    with suppress(DatabaseDamagedError), library(back_up=False):
        pass
    with progress("the library", doing="Exporting", long=_LONG) as report:
        done = write_all(database(), Path(folder), report)
    if is_encrypted(database()):
        click.echo("sayso: the library is encrypted, and what was exported is not", err=True)
    for problem in done.problems:
        click.echo(f"sayso: {problem}", err=True)
    if as_json:
        print_json(
            {
                "path": folder,
                "articles": done.articles,
                "annotations": done.annotations,
                "damaged": done.damaged,
                "problems": done.problems,
            }
        )
    else:
        what = f"{counted(done.articles, 'article')}, {counted(done.annotations, 'annotation')}"
        click.echo(safe(f"Wrote {folder}: {what}."))
    if done.damaged:
        click.echo(f"sayso: the library is damaged: this is what can be read of it; {restoring(database())}", err=True)
        raise click.exceptions.Exit(1)
    if done.problems:
        raise click.exceptions.Exit(2)

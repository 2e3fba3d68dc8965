"""``sayso db export-all``: the whole library as plain files."""

from pathlib import Path

import click

from store.safety import safe
from tui.commands.asking import counted
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
    history and what is in the bin too, and each of its texts as it came.
    """
    from store.exporting.everything import export_all as write_all
    from store.keeping.driver import is_encrypted

    with library(back_up=False), progress("the library", doing="Exporting", long=_LONG) as report:
        done = write_all(database(), Path(folder), report)
    if is_encrypted(database()):
        click.echo("sayso: the library is encrypted, and what was exported is not", err=True)
    for problem in done.problems:
        click.echo(f"sayso: {problem}", err=True)
    if as_json:
        print_json({"path": folder, "articles": done.articles, "annotations": done.annotations})
    else:
        what = f"{counted(done.articles, 'article')}, {counted(done.annotations, 'annotation')}"
        click.echo(safe(f"Wrote {folder}: {what}."))
    if done.problems:
        raise click.exceptions.Exit(2)

"""``sayso add``: files into the library, without opening the reader."""

import sys

import click

from store.errors import SaysoError
from store.importing import read_file, read_stream
from store.safety import label
from tui.commands.options import Said, database_option, json_option, library, print_json
from tui.commands.progress import progress


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@database_option
@json_option
def add(files: tuple[str, ...], as_json: bool) -> None:
    """Add articles to the library (- for standard input) and detect their claims.

    An article that is there already is found again, not doubled. A file that cannot be read is reported, the others
    are added, and the exit code is 2.
    """
    added = []
    failed = False
    say = Said()
    with library() as open_library:
        for file in files:
            try:
                imported = read_stream(sys.stdin.buffer) if file == "-" else read_file(file)
                article, new = open_library.articles.add(imported, origin="script")
                with progress(article.metadata.title) as report:
                    reading = open_library.readings.read(article, report)
            except SaysoError as error:
                click.echo(f"sayso: {error}", err=True)
                failed = True
                continue
            other = open_library.articles.other_text(article) if new else None
            if other is not None:
                click.echo(
                    f"sayso: the text of {label(file)} has changed; article {other.id} holds the earlier", err=True
                )
            if imported.notice:
                click.echo(f"sayso: {imported.notice}", err=True)
            say(*reading.notices)
            claims = sum(claim.act == "speech" for claim in reading.claims)
            added.append({"id": article.id, "title": article.metadata.title, "new": new, "claims": claims})
            if not as_json:
                verb = "added" if new else "already there"
                click.echo(f"{article.id}\t{article.metadata.title}\t{verb}, {claims} claims")
    if as_json:
        print_json(added)
    if failed:
        raise click.exceptions.Exit(2)

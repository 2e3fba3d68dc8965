"""``sayso export``: the article with its annotations as Markdown."""

import click

from store.safety import safe
from tui.commands.asking import counted
from tui.commands.options import database_option, json_option, library, print_json
from tui.commands.progress import progress
from tui.commands.reading import cores


@click.command()
@click.argument("article")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write it; standard output unless named.")
@click.option("--over-source", is_flag=True, help="Even where that is the file that the article came from.")
@click.option("--unreviewed", is_flag=True, help="Include detected claims that you have not reviewed yet.")
@database_option
@json_option
def export(article: str, output: str, over_source: bool, unreviewed: bool, as_json: bool) -> None:
    """Write ARTICLE (its id, or a part of a title that only one has) as annotated Markdown.

    A file that is replaced is kept beside the new one with a ~ at the end of its name.
    """
    from store.exporting import SourceFileError, export_article, is_source, write_file

    if as_json and output == "-":
        raise click.UsageError("--json reports on the file that was written: name it with -o")
    with library() as open_library:
        found = open_library.articles.find(article)
        if output != "-" and not over_source and is_source(output, found):
            raise SourceFileError(output)
        with progress(found.metadata.title) as report:
            reading = open_library.readings.read(found, report, cores=cores())
        with progress(found.metadata.title, doing="Exporting", long=1, after=1.0) as report:
            exported = export_article(open_library, found, reading=reading, unreviewed=unreviewed, progress=report)
    if output == "-":
        click.echo(exported.markdown, nl=False)
        return
    kept = write_file(output, exported.markdown)
    if as_json:
        print_json({"id": found.id, "path": output, "claims": exported.claims, "notes": exported.notes})
    else:
        backup = f" (the file that stood there is now {kept})" if kept else ""
        what = f"{counted(exported.claims, 'claim')}, {counted(exported.notes, 'note')}"
        click.echo(safe(f"Wrote {output}: {what}{backup}."))

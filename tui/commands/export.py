"""``sayso export``: the article with its annotations as Markdown."""

import click

from store.safety import safe
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
        with progress(found.metadata.title) as done:
            reading = open_library.readings.read(found, done, cores=cores())
        with progress(found.metadata.title, doing="Exporting", long=1, after=1.0) as done:
            exported = export_article(open_library, found, reading=reading, unreviewed=unreviewed, progress=done)
    told = exported.told("--unreviewed includes these")
    if output == "-":
        click.echo(exported.markdown, nl=False)
        click.echo(f"Exported {told}", err=True)
        return
    kept = write_file(output, exported.markdown)
    if as_json:
        report = {"id": found.id, "path": output, "claims": exported.claims, "notes": exported.notes}
        absent = exported.left_out
        print_json({**report, "left_out": {"unreviewed": absent.unreviewed, "rejected": absent.rejected}})
    else:
        backup = f" The file that stood there is now {kept}." if kept else ""
        click.echo(safe(f"Wrote {output}: {told}{backup}"))

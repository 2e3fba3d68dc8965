"""``sayso note``: a note on exact words of an article, from a script."""

import click

from tui.commands.options import database_option, json_option, library, print_json
from tui.commands.progress import progress


@click.command()
@click.argument("article")
@click.option("--quote", required=True, help="The exact words in the article that the note is about.")
@click.option("--note", "text", default="", help="The note.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
@database_option
@json_option
def note(article: str, quote: str, text: str, tags: tuple[str, ...], as_json: bool) -> None:
    """Note something on words of ARTICLE (its id, or a part of a title that only one has).

    Where the words are the content of a claim the note goes to the claim, else to the passage.
    """
    from store.naming import named_on
    from store.noting import note_on_quote

    if not (text.strip() or tags):
        raise click.UsageError("nothing to note: give --note, --tag or both")
    with library(writes=True) as open_library:
        found = open_library.articles.find(article)
        with progress(found.metadata.title) as report:
            saved = note_on_quote(open_library, found, quote, text, tags, progress=report)
    if as_json:
        print_json(
            {
                "uid": saved.uid,
                "article": found.id,
                "kind": saved.kind,
                "speaker": saved.speaker or None,
                "spans": {s.role: saved.spans(s.role) for s in saved.selectors},
                "note": saved.note,
                "tags": list(saved.tags),
            }
        )
    else:
        place = f"the claim of {named_on(saved) or 'an anonymous source'}" if saved.kind == "claim" else "the passage"
        click.echo(f"Noted on {place} in “{found.metadata.title}” ({saved.uid}).")

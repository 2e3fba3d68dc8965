"""``sayso add``: files into the library, without opening the reader."""

import sys
from typing import TYPE_CHECKING

import click

from store.errors import SaysoError
from store.importing import read_file, read_stream
from tui.commands.options import Said, database_option, json_option, library, print_json
from tui.commands.progress import progress

if TYPE_CHECKING:
    from store.article import Article
    from store.keeping.adding import Outcome


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option(
    "--as", "known_as", metavar="ARTICLE", help="The file holds the next text of this article of the library."
)
@click.option("--new", is_flag=True, help="A changed text is an article of its own, whatever its address or file held.")
@database_option
@json_option
def add(files: tuple[str, ...], known_as: str | None, new: bool, as_json: bool) -> None:
    """Add articles to the library (- for standard input) and detect their claims.

    An article that is there already is found again, not doubled. One whose text has changed, known by its address or
    its file, gets a new revision, and your notes move along. A file that cannot be read is reported, the others are
    added, and the exit code is 2.
    """
    if known_as is not None and (new or len(files) > 1):
        raise click.UsageError("--as names what one file is: give one file, without --new")
    added = []
    failed = False
    say = Said()
    with library() as open_library:
        article = open_library.articles.find(known_as) if known_as is not None else None
        for file in files:
            try:
                imported = read_stream(sys.stdin.buffer) if file == "-" else read_file(file)
                found, outcome = open_library.articles.add(imported, known_as=article, new=new, origin="script")
                with progress(found.metadata.title) as report:
                    reading = open_library.readings.read(found, report)
            except SaysoError as error:
                click.echo(f"sayso: {error}", err=True)
                failed = True
                continue
            told = "" if outcome.kind == "revised" else outcome.notice(file, found)
            say(imported.notice, told, *reading.notices)
            claims = sum(claim.act == "speech" for claim in reading.claims)
            added.append(_as_json(found, outcome, claims))
            if not as_json:
                click.echo(f"{found.id}\t{found.metadata.title}\t{_in_words(found, outcome)}, {claims} claims")
    if as_json:
        print_json(added)
    if failed:
        raise click.exceptions.Exit(2)


def _in_words(article: "Article", outcome: "Outcome") -> str:
    back = ", out of the bin again" if outcome.restored else ""
    if outcome.kind == "revised":
        return f"revision {article.number}{back}: {outcome.moved.in_words}"
    return f"{'added' if outcome.kind == 'new' else 'already there'}{back}"


def _as_json(article: "Article", outcome: "Outcome", claims: int) -> dict[str, object]:
    moved = outcome.moved
    return {
        "id": article.id,
        "title": article.metadata.title,
        "new": outcome.kind == "new",
        "outcome": outcome.kind,
        "revision": article.number,
        "claims": claims,
        "changed_words": moved.changed,
        "annotations": {"moved": moved.sure, "to_confirm": moved.doubtful, "lost": moved.lost},
    }

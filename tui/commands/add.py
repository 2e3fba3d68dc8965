"""``sayso add``: files into the library, without opening the reader."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from store.errors import SaysoError
from store.importing import identity, read_file, read_stream
from tui.commands.options import Said, database_option, json_option, library, print_json
from tui.commands.progress import Count, progress

if TYPE_CHECKING:
    from store.article import Article
    from store.keeping.adding import Outcome
    from store.library import Library


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
    added, and the exit code is 2. Interrupted, the same command goes on where it was: files that are there already are
    not read again.
    """
    if known_as is not None and (new or len(files) > 1):
        raise click.UsageError("--as names what one file is: give one file, without --new")
    added = []
    failed = False
    say = Said()
    with library() as open_library:
        article = open_library.articles.find(known_as) if known_as is not None else None
        count = Count(len(files))
        try:
            for file in files:
                try:
                    one = _add(open_library, file, article, new)
                except SaysoError as error:
                    count.clear()
                    click.echo(f"sayso: {error}", err=True)
                    failed = True
                    count.done(worked=False)
                    continue
                count.clear()
                say(*one.notices)
                added.append(_as_json(one))
                if not as_json:
                    title = one.article.metadata.title
                    click.echo(f"{one.article.id}\t{title}\t{_in_words(one)}, {one.claims} claims")
                count.done(worked=one.worked)
        except KeyboardInterrupt:
            count.clear()
            if len(files) > 1:
                click.echo(f"sayso: interrupted after {count.so_far}; the same command goes on with the rest", err=True)
            raise
        count.clear()
    if as_json:
        print_json(added)
    if failed:
        raise click.exceptions.Exit(2)


@dataclass(frozen=True, slots=True)
class _Added:
    article: "Article"
    outcome: "Outcome"
    claims: int
    notices: tuple[str, ...]
    worked: bool


def _add(open_library: "Library", file: str, known_as: "Article | None", new: bool) -> _Added:
    """Add a file; one that is there already, byte for byte, is not parsed again."""
    from store.keeping.adding import Outcome

    where = identity(file) if file != "-" and known_as is None else None
    there = open_library.articles.from_file(*where) if where is not None else None
    if there is not None:
        article, outcome, notices = there, Outcome("known"), []
    else:
        imported = read_stream(sys.stdin.buffer) if file == "-" else read_file(file)
        with progress(imported.metadata.title, doing="Comparing") as told:
            article, outcome = open_library.articles.add(
                imported, known_as=known_as, new=new, origin="script", progress=told
            )
        notices = [imported.notice, "" if outcome.kind == "revised" else outcome.notice(file, article)]
    with progress(article.metadata.title) as report:
        reading = open_library.readings.read(article, report)
    claims = sum(claim.act == "speech" for claim in reading.claims)
    return _Added(article, outcome, claims, (*notices, *reading.notices), worked=there is None)


def _in_words(one: _Added) -> str:
    article, outcome = one.article, one.outcome
    back = ", out of the bin again" if outcome.restored else ""
    if outcome.kind == "revised":
        return f"revision {article.number}{back}: {outcome.moved.in_words}"
    return f"{'added' if outcome.kind == 'new' else 'already there'}{back}"


def _as_json(one: _Added) -> dict[str, object]:
    article, outcome, moved = one.article, one.outcome, one.outcome.moved
    return {
        "id": article.id,
        "title": article.metadata.title,
        "new": outcome.kind == "new",
        "outcome": outcome.kind,
        "revision": article.number,
        "claims": one.claims,
        "changed_words": moved.changed,
        "annotations": {"moved": moved.sure, "to_confirm": moved.doubtful, "lost": moved.lost},
    }

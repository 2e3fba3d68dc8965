"""``sayso add``: files into the library, without opening the reader."""

import click

from tui.commands.adding import Added, Adding, Refused
from tui.commands.asking import counted, interruption
from tui.commands.options import Said, database_option, json_option, library, print_json
from tui.commands.progress import Count


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
    added: list[Added] = []
    failed = False
    say = Said()

    def tell(one: Added | Refused) -> None:
        nonlocal failed
        count.clear()
        if isinstance(one, Refused):
            click.echo(f"sayso: {one.error}", err=True)
            failed = True
        else:
            say(*one.notices)
            added.append(one)
            if not as_json:
                click.echo(f"{one.article.id}\t{one.article.metadata.title}\t{_in_words(one)}")
        count.done(worked=isinstance(one, Added) and one.worked)

    with library(makes=True, writes=True) as open_library:
        article = open_library.articles.find(known_as) if known_as is not None else None
        adding = Adding(open_library, article, new)
        count = Count(len(files))
        try:
            for one in adding.all(files):
                tell(one)
        except KeyboardInterrupt:
            for one in adding.waiting():
                tell(one)
            count.clear()
            with interruption(_left(count, len(files))):
                raise
        count.clear()
    if as_json:
        print_json([_as_json(one) for one in added])
    if failed:
        raise click.exceptions.Exit(2)


def _left(count: Count, files: int) -> str:
    if count.nothing:
        return "nothing was added"
    return f"{count.so_far} are done; the same command goes on with the rest" if files > 1 else "it was added"


def _in_words(one: Added) -> str:
    article, outcome = one.article, one.outcome
    back = ", out of the bin again" if outcome.restored else ""
    if outcome.kind == "revised":
        what = f"revision {article.number}{back}: {outcome.moved.in_words}"
    else:
        what = f"{'added' if outcome.kind == 'new' else 'already there'}{back}"
    return f"{what}, {counted(one.claims, 'claim')}"


def _as_json(one: Added) -> dict[str, object]:
    article, outcome, moved = one.article, one.outcome, one.outcome.moved
    return {
        "id": article.id,
        "title": article.metadata.title,
        "new": outcome.kind == "new",
        "outcome": outcome.kind,
        "revision": article.number,
        "claims": one.claims,
        "changed_words": moved.changed,
        "moved_paragraphs": moved.paragraphs,
        "annotations": {
            "moved": moved.sure,
            "reworded": moved.reworded,
            "to_confirm": moved.doubtful,
            "lost": moved.lost,
        },
    }

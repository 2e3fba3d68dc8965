"""``sayso bin``: what was deleted, put in, taken out again, or deleted for good."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.safety import safe
from tui.commands.asking import agreed, interruption, yes_option
from tui.commands.options import (
    database,
    database_option,
    existing_library,
    json_option,
    library,
    print_json,
)
from tui.commands.progress import waiting
from tui.commands.tables import Column, print_table

if TYPE_CHECKING:
    from store.keeping.binned import Binned
    from store.library import Library


@click.group("bin", invoke_without_command=True)
@database_option
@json_option
@click.pass_context
def bin_(context: click.Context, as_json: bool) -> None:
    """List what was deleted; put an article or annotation in, take it out again, or delete it for good."""
    if context.invoked_subcommand is None:
        _list(as_json)
    elif as_json:
        raise click.UsageError(f"give --json after {context.invoked_subcommand}")


@bin_.command("list")
@database_option
@json_option
def list_(as_json: bool) -> None:
    """List what is in the bin, the last to be deleted first."""
    _list(as_json)


@bin_.command()
@click.argument("name", metavar="ARTICLE|UID")
@database_option
@json_option
def put(name: str, as_json: bool) -> None:
    """Put an article, or the annotation with that uid, into the bin."""
    with library() as opened:
        uid = _put(opened, name)
        binned = opened.bin.find(uid)
    _say("Put into the bin", binned, as_json)


def _put(opened: "Library", name: str) -> str:
    """Put what has that name into the bin, and return its uid."""
    from store.keeping.annotations import UnknownAnnotationError
    from store.keeping.articles import UnknownArticleError

    try:
        uid = opened.annotations.get(name).uid
    except UnknownAnnotationError:
        try:
            article = opened.articles.find(name)
        except UnknownArticleError:
            uid = opened.whole_uid(name)
            if uid == name:
                raise
            return _put(opened, uid)
        opened.bin.put(article, origin="script")
        return article.uid
    opened.annotations.delete(uid, origin="script")
    return uid


@bin_.command()
@click.argument("name", metavar="ARTICLE|UID")
@database_option
@json_option
def restore(name: str, as_json: bool) -> None:
    """Take an article or an annotation out of the bin; an annotation brings its article along."""
    with library() as opened:
        binned = opened.bin.restore(opened.bin.find(name).uid, origin="script")
    _say("Taken out of the bin", binned, as_json)


@bin_.command()
@click.argument("names", metavar="[ARTICLE|UID]…", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Everything that is in the bin, and what an undo took away.")
@yes_option
@database_option
@json_option
def purge(names: tuple[str, ...], everything: bool, yes: bool, as_json: bool) -> None:
    """Delete for good what is in the bin: nothing of it is left in the database, and nothing brings it back.

    An article goes with all that is on it. Backups that were made before still hold it.
    """
    if bool(names) == everything:
        raise click.UsageError("name what is to be deleted for good, or give --all")
    with library(back_up=False) as opened:
        chosen = opened.bin.contents(undone=True) if everything else [opened.bin.find(name) for name in names]
        if chosen and not agreed(_question(chosen), "purging", yes=yes):
            raise click.exceptions.Exit(1)
        # Of nothing too: what an interrupted purge left in the unused bytes of the file goes now.
        with interruption("nothing was deleted"), waiting("Deleting for good, and writing the library anew") as told:
            purged = opened.bin.purge([one.uid for one in chosen], origin="script", told=told)
    copies = _copies(database())
    if as_json:
        print_json({**asdict(purged), "copies": [str(copy) for copy in copies]})
        return
    if not chosen:
        click.echo("The bin is empty.")
        return
    click.echo(f"Deleted for good: {_counted(purged.annotations, purged.articles)}.")
    if copies:
        click.echo(f"Copies that were made before may still hold it: {safe(', '.join(map(str, copies)))}")


def _list(as_json: bool) -> None:
    from store.telling import described

    with existing_library() as opened:
        contents = opened.bin.contents() if opened else []
    if as_json:
        print_json([asdict(one) for one in contents])
    elif not contents:
        click.echo("The bin is empty.")
    else:
        print_table(
            (
                Column("uid"),
                Column("since (UTC)", give_up=2),
                Column("kind", give_up=1),
                Column("what", flexible=True),
                Column("article", give_up=3),
            ),
            [(one.uid, one.since[:16].replace("T", " "), one.kind, described(one), one.article) for one in contents],
        )


def _say(done: str, binned: "Binned", as_json: bool) -> None:
    from store.telling import described

    if as_json:
        print_json(asdict(binned))
    else:
        click.echo(f"{done}: {binned.kind} {binned.uid}, {described(binned)}")


def _question(chosen: "Sequence[Binned]") -> str:
    articles = sum(one.kind == "article" for one in chosen)
    along = ", with all that is on " + ("it" if articles == 1 else "them") if articles else ""
    return f"Delete {_counted(len(chosen) - articles, articles)} for good{along}? This cannot be undone."


def _counted(annotations: int, articles: int) -> str:
    both = ((annotations, "annotation"), (articles, "article"))
    return " and ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in both if n) or "nothing"


def _copies(path: Path) -> list[Path]:
    """What stands beside the database under its name: backups, logs that were cut, damaged files put aside."""
    path = path.resolve()
    its_own = {path.name, *(path.name + end for end in ("-wal", "-shm", "-journal"))}
    beside = (file for file in path.parent.iterdir() if file.name.startswith(path.name))
    return sorted(file for file in beside if file.name not in its_own)

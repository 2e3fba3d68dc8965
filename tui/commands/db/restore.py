"""``sayso db restore``: the backups, and one of them put back."""

from pathlib import Path

import click

from store.safety import safe
from tui.commands.asking import agreed, counted, interruption, yes_option
from tui.commands.options import database, database_option, json_option, print_json
from tui.commands.passphrases import OTHER, OURS, unlock
from tui.commands.progress import steps
from tui.commands.tables import Column, print_table


@click.command()
@click.argument("file", required=False)
@yes_option
@database_option
@json_option
def restore(file: str | None, yes: bool, as_json: bool) -> None:
    """List the backups, or put FILE back: one of them, by its name, or any copy of a library.

    The present library is kept as a backup. Windows that have it open show what was put back.
    """
    if file is None:
        _list(as_json)
        return
    from store import backups
    from store.keeping.driver import salt_of
    from store.restoring import restore as put_back

    path = database()
    chosen = backups.named(path, file)
    is_another = path.exists() and salt_of(path) != salt_of(chosen)
    unlock(chosen, variable=OTHER if is_another else OURS)
    unlock(path, otherwise="put that file aside")
    found = backups.described(chosen)
    question = (
        f"Put back the library of {found.at:%Y-%m-%d %H:%M} UTC ({counted(found.articles, 'article')}, "
        f"{counted(found.annotations, 'annotation')})? The present one is kept as a backup."
    )
    if not agreed(question, "restoring", yes=yes):
        raise click.exceptions.Exit(1)
    with interruption("the library is as it was"), steps("the library") as told:
        kept = put_back(path, chosen, told)
    if as_json:
        print_json({"restored": str(chosen), "kept": str(kept) if kept else None})
    else:
        click.echo(safe(f"Put back {chosen}." + (f" The library as it was: {kept}" if kept else "")))


def restoring(path: Path) -> str:
    """Return which backups of a library there are, and what puts one back, in a few words."""
    from store import backups

    found = backups.listed(path)
    if not found:
        return "there is no backup beside it: sayso db restore FILE puts back a copy from elsewhere"
    newest = f"the newest of {counted(len(found), 'backup')} is of {found[0].at:%Y-%m-%d %H:%M} UTC"
    return f"{newest}: sayso db restore {found[0].path.name} puts it back, sayso db restore lists them"


def _list(as_json: bool) -> None:
    from store import backups
    from store.unlocking import is_locked

    path = database()
    unlock(path)
    found = backups.listed(path)
    locked = sum(is_locked(file) for file in backups.files(path))
    if locked:
        click.echo(
            f"sayso: {counted(locked, 'backup')} more {'has' if locked == 1 else 'have'} another passphrase", err=True
        )
    if as_json:
        print_json(
            [
                {
                    "path": str(one.path),
                    "at": one.at.isoformat(timespec="seconds"),
                    "kind": one.kind,
                    "articles": one.articles,
                    "annotations": one.annotations,
                }
                for one in found
            ]
        )
    elif not found:
        click.echo("No backups yet. One is made each day that the library is used; sayso db backup FILE makes another.")
    else:
        print_table(
            (Column("made (UTC)"), Column("kind"), Column("articles"), Column("annotations"), Column("file")),
            [(f"{one.at:%Y-%m-%d %H:%M}", one.kind, one.articles, one.annotations, one.path.name) for one in found],
        )
        click.echo(safe(f"In {backups.folder_of(database())}. To put one back: sayso db restore FILE"))

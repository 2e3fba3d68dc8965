"""``sayso db merge``: another library brought into this one."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.safety import safe
from tui.commands.asking import counted, interruption
from tui.commands.options import database, database_option, json_option, library, print_json
from tui.commands.passphrases import OTHER, unlock
from tui.commands.progress import steps

if TYPE_CHECKING:
    from store.merging import Merged


@click.command()
@click.argument("other")
@database_option
@json_option
def merge(other: str, as_json: bool) -> None:
    """Merge OTHER, another library, into yours. OTHER is left as it is.

    Articles and annotations that are here already are not doubled. Where both were changed the later change stays, the
    earlier one is in the history, and a line says which it was. A record of OTHER that holds what no Sayso wrote is
    reported, the others are merged, and the exit code is 2. An OTHER whose file is damaged is refused: sayso --db OTHER
    db export-all saves what can be read of it.
    """
    from store.keeping.driver import is_encrypted
    from store.merging import merge as merge_in

    unlock(database())
    unlock(Path(other), variable=OTHER)
    with (
        library(back_up=False, makes=True, writes=True),
        interruption("nothing was merged"),
        steps(Path(other).name) as told,
    ):
        merged = merge_in(database(), Path(other), told)
    if is_encrypted(Path(other)) and not is_encrypted(database()):
        click.echo("sayso: OTHER is encrypted, and your library, which has all of it now, is not", err=True)
    for problem in merged.problems:
        click.echo(safe(f"sayso: {problem}"), err=True)
    if as_json:
        print_json(
            {
                "changed_on_both_sides": [asdict(one) for one in merged.parted],
                "articles": merged.articles,
                "revised": merged.revised,
                "new": merged.new,
                "theirs": merged.theirs,
                "ours": merged.ours,
                "stayed_away": merged.away,
                "came_back": merged.back,
                "deleted_for_good_there": merged.gone,
                "skipped": len(merged.problems),
                "backup": str(merged.backup) if merged.backup else None,
            }
        )
    else:
        click.echo(safe(_told(other, merged)))
        for one in merged.parted:
            click.echo(one.line)
    if merged.problems:
        raise click.exceptions.Exit(2)


def _told(other: str, merged: "Merged") -> str:
    skipped = f"; {len(merged.problems):,} skipped" if merged.problems else ""
    if merged.backup is None:
        return f"Nothing new in {other}{skipped}.{_purged(merged)}"
    revised = f", {counted(merged.revised, 'article')} had other texts there" if merged.revised else ""
    return (
        f"Merged {other}: {counted(merged.articles, 'article')} and {counted(merged.new, 'annotation')} are new, "
        f"{merged.theirs:,} changed there later, {merged.ours:,} here{revised}{skipped}."
        f"{_purged(merged)}"
    )


def _purged(merged: "Merged") -> str:
    """What became of what was deleted for good, on either side."""
    lines = (
        (merged.away, "Deleted for good here, and left away"),
        (merged.back, "Deleted for good here, but changed there since and so back again"),
        (merged.gone, "Deleted for good there, and still here"),
    )
    return "".join(f" {line}: {number:,}." for number, line in lines if number)

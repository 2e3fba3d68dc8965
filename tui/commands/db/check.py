"""``sayso db check``: whether the library is sound, and what is derived in it built anew."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.asking import interruption
from tui.commands.db.restore import restoring
from tui.commands.options import database, database_option, is_named, json_option, library, print_json
from tui.commands.progress import steps

if TYPE_CHECKING:
    from store.checking import Finding

_WIDTH = 16


@click.command()
@click.option("--repair", is_flag=True, help="Build indexes and counts anew where they are wrong, after a backup.")
@database_option
@json_option
def check(repair: bool, as_json: bool) -> None:
    """Check that the library is sound: file, tables, texts, history, anchors, indexes and counts.

    The exit code is 1 where anything is wrong. With --repair what is derived is built anew; what you wrote, and the
    texts, are never touched.
    """
    from store.checking import repair as build_anew
    from store.keeping.errors import DatabaseDamagedError

    path = database()
    if not path.exists() and not is_named():
        click.echo("No articles yet. Open one with: sayso FILE")
        return
    # Brought up to date first, where an earlier version made it. What is damaged is told of below.
    with suppress(DatabaseDamagedError), library(back_up=False):
        pass
    findings = _checked(path)
    backup = None
    if repair and _wrong(findings):
        # What is too damaged to be backed up is left as it is, to be restored.
        with suppress(DatabaseDamagedError):
            backup = build_anew(path)
            findings = _checked(path)
    if as_json:
        checks = [{"check": one.name, "problems": list(one.problems)} for one in findings]
        print_json({"ok": not _wrong(findings), "backup": str(backup) if backup else None, "checks": checks})
    else:
        for one in findings:
            for name, line in zip((one.name, *[""] * len(one.problems)), one.problems or ("ok",), strict=False):
                click.echo(f"{name:<{_WIDTH}} {line}")
        if backup is not None:
            click.echo(f"What is derived was built anew. The library as it was: {backup}")
    if _wrong(findings):
        if not as_json:
            for line in _advice(path, findings, repaired=repair):
                click.echo(f"sayso: {line}", err=True)
        raise click.exceptions.Exit(1)


def _checked(path: Path) -> "list[Finding]":
    from store import checking

    with interruption("nothing was changed"), steps("the library") as told:
        return checking.check(path, partial(told, "Checking"))


def _wrong(findings: "list[Finding]") -> "list[Finding]":
    return [one for one in findings if one.problems]


def _advice(path: Path, findings: "list[Finding]", *, repaired: bool) -> Iterator[str]:
    """What to do next, a line each."""
    if not repaired and any(one.derived for one in _wrong(findings)):
        yield "sayso db check --repair builds anew what is derived"
    elif repaired:
        wrong = ", ".join(one.name for one in _wrong(findings))
        yield f"not repaired: {wrong}; only what is derived can be built anew"
    if any(not one.derived for one in _wrong(findings)) or repaired:
        yield restoring(path)
        yield "sayso db export-all FOLDER saves what can be read, also of what is newer than the backups"

"""What the verbs share: where the database is, which form the output takes, and the library they open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from store.errors import SaysoError
from store.place import check, database_path
from store.safety import json_safe, label
from tui.commands.passphrases import unlock

if TYPE_CHECKING:
    from store.library import Library

F = TypeVar("F", bound=Callable[..., Any])


def _remember(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    # The option may stand before or after the verb; the innermost that was given wins.
    if value is not None:
        context.ensure_object(dict)[parameter.name] = value


def database_option(function: F) -> F:
    """Add ``--db PATH``, read back by `database`."""
    return click.option(
        "--db",
        metavar="PATH",
        callback=_remember,
        expose_value=False,
        help="The database file, instead of $SAYSO_DB or the one in your user data folder.",
    )(function)


def config_option(function: F) -> F:
    """Add ``--config PATH``, read back by `config_named`."""
    return click.option(
        "--config",
        metavar="PATH",
        callback=_remember,
        expose_value=False,
        help="The file of settings, instead of $SAYSO_CONFIG or the one in your user settings folder.",
    )(function)


def config_named() -> str | None:
    """The file of settings that was named on the command line."""
    named: str | None = (click.get_current_context().obj or {}).get("config")
    return named


def json_option(function: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def database() -> Path:
    """The database file that the options and the environment name."""
    context = click.get_current_context()
    return database_path((context.obj or {}).get("db"))


class NoLibraryError(SaysoError):
    """There is no library, and what was asked for makes none."""

    def __init__(self, path: Path) -> None:
        why = "check the path" if is_named() else "sayso FILE opens an article, and makes one"
        super().__init__(f"there is no library at {label(str(path))}: {why}")


def is_named() -> bool:
    """Whether this one call names the library."""
    return "db" in (click.get_current_context().obj or {})


@contextmanager
def existing_library(*, optional: bool = False) -> Iterator["Library | None"]:
    """The library, open for a command that only asks; None where there is none yet, and none is made.

    Raises `NoLibraryError` where ``--db`` names one that is not there, unless it is ``optional``.
    """
    path = database()
    unlock(path)
    check(path)
    if path.exists():
        with library(back_up=False) as opened:
            yield opened
    elif is_named() and not optional:
        raise NoLibraryError(path)
    else:
        yield None


@contextmanager
def library(*, back_up: bool = True, makes: bool = False, writes: bool = False) -> Iterator["Library"]:
    """The library, open for one command, which ``makes`` one where there is none.

    Raises SaysoError where the file cannot serve, or is not there. One that may only be read does not serve what surely
    ``writes``. With ``back_up`` the command's work is followed by the backup of the day, if that is still to be made.
    """
    path = database()
    unlock(path)
    check(path)
    if not makes and not path.exists():
        raise NoLibraryError(path)
    from store.keeping.errors import ReadOnlyError
    from store.library import Library

    with Library(path) as opened:
        for notice in opened.notices:
            click.echo(f"sayso: {notice}", err=True)
        if writes and opened.read_only:
            raise ReadOnlyError(path)
        yield opened
    if back_up:
        _back_up(path)


def _back_up(path: Path) -> None:
    from store import backups

    try:
        backups.daily(path)
    except SaysoError as error:
        click.echo(f"sayso: the backup of the day could not be made: {error}", err=True)


class Said:
    """Says notices on standard error, each once however many texts it is about."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def __call__(self, *notices: str) -> None:
        """Say those of ``notices`` that have not been said; empty ones are none."""
        for notice in notices:
            if notice and notice not in self._said:
                self._said.add(notice)
                click.echo(f"sayso: {notice}", err=True)


def print_json(value: object) -> None:
    """Print ``value`` as indented JSON, readable by people and harmless to terminals."""
    import json

    click.echo(json_safe(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)))

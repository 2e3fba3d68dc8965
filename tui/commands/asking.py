"""A question before what cannot easily be taken back."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from store.errors import SaysoError
from store.safety import safe

F = TypeVar("F", bound=Callable[..., Any])


class NotAskedError(SaysoError):
    """There is nobody to answer."""


def yes_option(function: F) -> F:
    """Add ``--yes``."""
    return click.option("--yes", is_flag=True, help="Do not ask.")(function)


def agreed(question: str, doing: str, *, yes: bool) -> bool:
    """Return whether the user agrees, which ``yes`` says already.

    Raises `NotAskedError` where there is no terminal to ask on; ``doing`` says what is asked about: ``restoring``.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise NotAskedError(f"{doing} asks first: give --yes")
    return click.confirm(safe(question), err=True)


@contextmanager
def interruption(so: str = "") -> Iterator[None]:
    """Say in one line that Ctrl+C came inside, and what it has left: ``nothing was merged``; exit code 130."""
    try:
        yield
    except KeyboardInterrupt:
        # Over the ^C that the terminal shows, not behind it.
        begin = "\r\x1b[K" if sys.stderr.isatty() else ""
        click.echo(f"{begin}sayso: interrupted{so and f'; {so}'}", err=True)
        raise click.exceptions.Exit(130) from None


def counted(number: int, what: str) -> str:
    """Return the number and the word that goes with it: ``1 article``, ``1,043 articles``."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"

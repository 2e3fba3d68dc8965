"""How far the reading of a long text has come, on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from store.safety import label

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

LONG = 50_000
"""Code points: from here on a reading takes longer than it takes a person to wonder whether anything is happening."""

Report = Callable[[int, int], None]


@contextmanager
def progress(name: str) -> Iterator[Report]:
    """Show a bar with the share done and the time left while a long text, called ``name``, is being read.

    Yields what is to be called with the code points done and all of them, from 0 on. Nothing is shown where standard
    error is no terminal.
    """
    with ExitStack() as bars:
        bar: ProgressBar[int] | None = None

        def report(done: int, total: int) -> None:
            nonlocal bar
            if total < LONG or not sys.stderr.isatty():
                return
            if bar is None:
                words = f"Reading {label(name, 24)}"
                bar = bars.enter_context(click.progressbar(length=total, label=words, file=sys.stderr, width=0))
            bar.update(done - bar.pos)

        yield report

"""How far the reading of a long text has come, or that of many files, on standard error."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click
from rich.cells import cell_len

from store.safety import label
from tui.commands.busy import busy
from tui.widgets.panel.fitting import fit

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

LONG = 50_000
"""Code points: from here on a reading takes longer than it takes a person to wonder whether anything is happening."""

MANY = 20
"""Files: from here on their number is counted on the way."""

_PATIENCE = 1.0  # seconds

_FIGURES = 22  # columns: brackets, share, time left, and the spaces between
_NARROWEST, _WIDEST = 2, 60
_NAME = 24

Report = Callable[[int, int], None]


@contextmanager
def progress(name: str, *, doing: str = "Reading", long: int = LONG, after: float = 0.0) -> Iterator[Report]:
    """Show a bar with the share done and the time left while a long text, called ``name``, is being read.

    Or while something else is done that is of at least ``long`` parts. Yields what is to be called with the code
    points, or parts, done and all of them. Nothing is shown where standard error is no terminal; before the first call
    for how long it has been going on, so that what comes before a reading is not taken for its pace; and nothing before
    it has taken ``after`` seconds.
    """
    bar: ProgressBar[int] | None = None
    begun: float | None = None

    def report(done: int, total: int) -> None:
        nonlocal bar, begun
        if total < long or not sys.stderr.isatty():
            return
        if bar is None:
            begun = time.time() if begun is None else begun
            if after and time.time() - begun < after:
                return
            end()
            bar = _bar(total, doing, name)
            bar.start = begun
            bar.render_progress()
        bar.update(done - bar.pos)

    # No `with` for the bar: interrupted at its first painting, it would leave the terminal without a cursor.
    with busy(f"{doing} {name}") as end:
        try:
            yield report
        finally:
            if bar is not None:
                bar.render_finish()


@contextmanager
def steps(name: str) -> Iterator[Callable[[str, int, int], None]]:
    """Show what is done to something called ``name`` in several steps, each in a bar once it has taken a second.

    Yields what is to be called with what is being done, with how much of it is done, and of how much.
    """
    with ExitStack() as shown:
        reports: dict[str, Report] = {}

        def told(doing: str, done: int, total: int) -> None:
            if doing not in reports:
                shown.close()
                reports[doing] = shown.enter_context(progress(name, doing=doing, long=1, after=_PATIENCE))
            reports[doing](done, total)

        yield told


@contextmanager
def waiting(doing: str) -> Iterator[Callable[[], None]]:
    """Show for how long something of unknown length has been going on, once it has taken a second.

    Yields what is to be called now and then.
    """
    begun, shown = time.monotonic(), 0

    def told() -> None:
        nonlocal shown
        seconds = int(time.monotonic() - begun)
        if seconds > shown and sys.stderr.isatty():
            shown = seconds
            columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
            click.echo(f"\r\x1b[K{f'{doing} … {seconds // 60}:{seconds % 60:02}'[: columns - 1]}", nl=False, err=True)

    try:
        yield told
    finally:
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)


class Count:
    """How many of many files are done, and the time that the rest may take, in the last line of standard error.

    Nothing is shown of a few, nor where standard error is no terminal. Whatever else is printed meanwhile is to come
    after `clear`, and the line then comes again with the next `done`.
    """

    def __init__(self, total: int, *, many: int = MANY) -> None:
        self._total = total
        self._done = 0
        self._worked = 0
        self._seconds = 0.0
        self._since = time.monotonic()
        self._shown = total >= many and sys.stderr.isatty()
        self._paint()

    def done(self, *, worked: bool) -> None:
        """One more is done; those that took no work say nothing about the time that others will take."""
        self._done += 1
        now = time.monotonic()
        if worked:
            self._worked += 1
            self._seconds += now - self._since
        self._since = now
        self._paint()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    @property
    def nothing(self) -> bool:
        """Whether none is done."""
        return not self._done

    @property
    def so_far(self) -> str:
        """How many are done, in words."""
        return f"{self._done:,} of {self._total:,} files"

    def __str__(self) -> str:
        line = self.so_far
        if not self._worked or self._done == self._total:
            return line
        left = round(self._seconds / self._worked * (self._total - self._done))
        return f"{line}, {left // 3600}:{left // 60 % 60:02}:{left % 60:02} left"

    def _paint(self) -> None:
        if self._shown:
            columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
            self.clear()
            click.echo(str(self)[: columns - 1], nl=False, err=True)


def _bar(total: int, doing: str, name: str) -> "ProgressBar[int]":
    # Asked for here, since click would ask standard output, which may be a pipe. A terminal may not tell (0).
    columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
    room = columns - _FIGURES - cell_len(f"{doing} ")
    name = fit(label(name), max(1, min(room - _NARROWEST, _NAME)))
    # Given no width at all, click would choose one itself.
    width = max(1, min(room - cell_len(name), _WIDEST))
    return click.progressbar(length=total, label=f"{doing} {name}", file=sys.stderr, width=width)

"""What is being done that tells nobody how far it is, on standard error: for how long it has been going on."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import click

from store.safety import label
from tui.widgets.panel.fitting import fit

_TICK = 1.0  # seconds


@contextmanager
def busy(doing: str) -> Iterator[Callable[[], None]]:
    """Show on a terminal, once it has taken a second, what is being done and for how long; it goes in the end.

    Yields what ends that before the time, for one that tells from there on how far it is. Nothing that is shown in the
    meantime stays.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    over = Event()
    painter = Thread(target=_paint, args=(doing, over), daemon=True)
    painter.start()

    def end() -> None:
        over.set()
        painter.join()

    try:
        yield end
    finally:
        end()


def _paint(doing: str, over: Event) -> None:
    seconds = 0
    while not over.wait(_TICK):
        seconds += 1
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
        time = f" … {seconds // 60}:{seconds % 60:02}"
        click.echo(f"\r\x1b[K{fit(label(doing), max(1, columns - 1 - len(time)))}{time}", nl=False, err=True)
    if seconds:
        click.echo("\r\x1b[K", nl=False, err=True)

"""``sayso FILE``: the reader."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import click

from store.errors import SaysoError
from store.glance import glimpse, settings
from store.importing import read_beginning, read_file, read_stream
from store.place import check
from tui.commands.options import config_named, config_option, database, database_option
from tui.commands.passphrases import unlock
from tui.config.reading import read_config


class NoTerminalError(SaysoError):
    """The reader needs a terminal and has none."""


@click.command()
@click.argument("file", required=False)
@click.option(
    "--plain",
    is_flag=True,
    help="Print it as lines of words, claims and notes among them, for screen readers and pipes; nothing is added. "
    "So it is done without being asked where standard output is no terminal.",
)
@click.option(
    "--width",
    type=click.IntRange(0, 10_000),
    metavar="N",
    help="With --plain: the most columns of a line instead of 80; 0 breaks no paragraph.",
)
@database_option
@config_option
def read(file: str | None, plain: bool, width: int | None) -> None:
    """Open FILE (Markdown or plain text; - for standard input) in the reader, or the library without one.

    The article is added to the library; the same text is found again, with all that you noted on it.
    """
    # To a page in a browser it is a terminal, though neither end of it is one: see tui.serving.
    served = "web_driver" in os.environ.get("TEXTUAL_DRIVER", "")
    if plain or not (served or sys.stdout.isatty()):
        from tui.commands import plain as as_words

        width = as_words.WIDTH if width is None else width
        if file is None:
            as_words.print_library(width)
        else:
            as_words.print_article(file, width)
        return
    if width is not None:
        raise click.UsageError("--width is for --plain: the reader takes the width of its window")
    if os.environ.get("TERM") == "dumb" and not served:
        raise NoTerminalError("this terminal (TERM=dumb) cannot show the reader; use: sayso read --plain FILE")
    config = read_config(config_named())
    path = database()
    new = not path.exists()
    unlock(path)
    check(path)
    imported = None
    if file == "-":
        imported = read_stream(sys.stdin.buffer)
    elif file is not None:
        imported = read_beginning(file) or read_file(file)
    if not (served or sys.stdin.isatty()):
        _keys_from_terminal()

    # Textual is most of the start: what can be refused has been refused by now, on a clean screen. Until the first
    # paint nothing is garbage, so the collector would go over a few hundred thousand new objects in vain.
    gc.disable()
    from tui.app import SaysoApp

    glimpsed = glimpse(path, imported.document) if imported is not None else None
    app = SaysoApp(path, imported, config=config, kept=settings(path), glimpse=glimpsed, tour=new and config.tour)
    try:
        with nullcontext() if served else _screen_to_itself():
            app.run()
    finally:
        app.close()
        for line in app.left:
            click.echo(f"sayso: {line}", err=True)
    if app.failure is not None:
        raise app.failure
    if app.return_code:
        sys.exit(app.return_code)


@contextmanager
def _screen_to_itself() -> Iterator[None]:
    """Let nothing but the reader's own painting reach the screen.

    Textual paints on standard error, where libraries that are not Python write their warnings too, past all that Python
    could hold back; onnxruntime does so about graphics cards. So the painting takes a way of its own to the terminal,
    and standard error leads nowhere meanwhile.
    """
    usual = sys.__stderr__
    with os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace") as painting:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        sys.__stderr__ = painting  # type: ignore[misc]
        try:
            yield
        finally:
            sys.__stderr__ = usual  # type: ignore[misc]
            os.dup2(painting.fileno(), 2)


def _keys_from_terminal() -> None:
    """Let the keyboard take the place of a standard input that an article or a script came through."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise NoTerminalError("standard input is no terminal, and there is none for the keys") from error
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)

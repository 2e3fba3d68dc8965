"""``sayso serve``: the reader in a browser on this machine."""

import sys
from pathlib import Path
from urllib.parse import quote

import click

from store.errors import SaysoError
from store.place import check
from store.safety import label
from tui.commands.options import config_named, config_option, database, database_option
from tui.commands.passphrases import unlock
from tui.config.reading import read_config

PORT = 8710


class ServingMissingError(SaysoError):
    """What serves is not installed."""


@click.command()
@click.argument("file", required=False)
@click.option(
    "--host",
    default="127.0.0.1",
    metavar="NAME",
    help="Where to be reached; this machine alone, unless told otherwise.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, metavar="N", help=f"The port, instead of {PORT}.")
@click.option(
    "--token",
    envvar="SAYSO_TOKEN",
    metavar="WORDS",
    help="What opens the page, instead of a new one each time; or in $SAYSO_TOKEN, which other users cannot see. "
    "Needed with another --host.",
)
@database_option
@config_option
def serve(file: str | None, host: str, port: int, token: str | None) -> None:
    """Show the reader in a browser: the library, or FILE.

    Prints the address; whoever has it has the library. Every page that is open is a reader of its own.
    """
    path = database()
    read_config(config_named())
    passphrase = unlock(path)
    check(path)
    if file is not None:
        # What is wrong with it is said here, not on a page.
        from store.importing import read_file

        read_file(file)
    try:
        from aiohttp import web

        from tui.serving.guard import LONG_ENOUGH, Guard, is_loopback
        from tui.serving.server import Server
    except ImportError as error:
        raise ServingMissingError("what serves is not installed: pipx install '.[serve]'") from error
    if token is not None and len(token) < LONG_ENOUGH:
        raise click.UsageError(f"a token has at least {LONG_ENOUGH} characters, which nobody could guess")
    try:
        host.encode("idna")
    except UnicodeError as error:
        raise click.UsageError(f"no machine is called {label(host, 60)}") from error
    if not is_loopback(host):
        if token is None:
            raise click.UsageError("with --host others can reach your library: choose a --token that they have to know")
        click.echo(
            "sayso: others may read along on the way: nothing is encrypted unless something in front does", err=True
        )
    guard = Guard(host, port, token)
    reader = [sys.executable, "-P", "-c", "from tui.commands.cli import main; main()", "--db", str(path.absolute())]
    config = config_named()
    named = ["--config", str(Path(config).absolute())] if config else []
    command = [*reader, *named, "read", *([str(Path(file).absolute())] if file else [])]
    server = Server(command, guard, passphrase)
    shown = f"[{host}]" if ":" in host else host

    def listening(*_: object) -> None:
        click.echo(f"Sayso is at http://{shown}:{port}/#{quote(guard.token, safe='')}\nCtrl+C ends it.")

    web.run_app(server.application(), host=host, port=port, print=listening, access_log=None, shutdown_timeout=1)

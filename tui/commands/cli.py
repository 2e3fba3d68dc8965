"""The command ``sayso``: opens the reader by default, and one verb for each thing that scripts do."""

import os
import sys

import click
from click_default_group import DefaultGroup

from store.errors import SaysoError
from store.safety import label
from tui.commands.add import add
from tui.commands.bin import bin_
from tui.commands.claims import claims
from tui.commands.db import db
from tui.commands.diff import diff
from tui.commands.export import export
from tui.commands.history import history
from tui.commands.list import list_
from tui.commands.note import note
from tui.commands.options import database_option
from tui.commands.orphans import orphans
from tui.commands.read import read
from tui.commands.search import search
from tui.commands.verify import verify
from tui.commands.where import where


@click.group(cls=DefaultGroup, default="read", invoke_without_command=True)
@click.version_option(package_name="sayso", prog_name="sayso")
@database_option
@click.pass_context
def cli(context: click.Context) -> None:
    """On whose say-so? Read an article beside its claims, and keep what you make of them.

    \b
    sayso FILE    open a Markdown or plain text file in the reader (- for standard input)
    sayso         open the library
    """
    if context.invoked_subcommand is None:
        context.invoke(read, file=None)


for command in (read, claims, add, list_, search, note, diff, orphans, export, history, verify, bin_, db, where):
    cli.add_command(command)


def main() -> None:
    """Run the command line. What a user got wrong is one line on standard error and exit code 2.

    What the program got wrong is one line too, with exit code 1.
    """
    try:
        code = cli(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "sayso"
        click.echo(f"sayso: {label(error.format_message())} (see {where} --help)", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read the output has had enough, as `head` does. What is still buffered must not be tried again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        click.echo(f"sayso: {label(error.strerror or str(error))}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(2)
    except Exception as error:
        from tui.commands.crash import describe

        click.echo(f"sayso: {describe(error)}", err=True)
        sys.exit(1)

"""The command ``sayso``: opens the reader by default, and one verb for each thing that scripts do."""

import gc
import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from importlib import import_module

import click

from store.errors import SaysoError
from store.safety import label
from tui.commands.asking import interruption
from tui.commands.mistyped import MistypedGroup
from tui.commands.options import config_option, database_option


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Keep the collector away from what is being imported: all of it stays."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


VERBS = (
    *("read", "claims", "add", "list", "search", "note", "notes", "diff", "orphans"),
    *("export", "history", "verify", "bin", "db", "serve", "where", "keys"),
)
"""Each is the command of that name in the module of that name here."""


class Verbs(MutableMapping[str, click.Command]):
    """The verbs by their names, each imported when it is asked for: the reader should not wait for the others."""

    def __init__(self) -> None:
        self._commands: dict[str, click.Command | None] = dict.fromkeys(VERBS)

    def __getitem__(self, name: str) -> click.Command:
        command = self._commands[name]
        if command is None:
            with nothing_collected():
                found = vars(import_module(f"tui.commands.{name}")).values()
            command = self._commands[name] = next(
                one for one in found if isinstance(one, click.Command) and one.name == name
            )
        return command

    def __contains__(self, name: object) -> bool:
        return name in self._commands

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._commands[name] = command

    def __delitem__(self, name: str) -> None:
        del self._commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._commands)

    def __len__(self) -> int:
        return len(self._commands)


class Sayso(MistypedGroup):
    """The command, which says where Ctrl+C came unless a verb of it has said more."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb."""
        with interruption():
            return super().invoke(ctx)


@click.group(cls=Sayso, default="read", invoke_without_command=True, commands=Verbs())
@click.version_option(package_name="sayso", prog_name="sayso")
@database_option
@config_option
@click.pass_context
def cli(context: click.Context) -> None:
    """On whose say-so? Read an article beside its claims, and keep what you make of them.

    \b
    sayso FILE    open a Markdown or plain text file in the reader (- for standard input)
    sayso         open the library
    """
    if context.invoked_subcommand is None:
        context.invoke(cli.commands["read"])


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
        for line in str(error).splitlines():
            click.echo(f"sayso: {line}", err=True)
        sys.exit(2)
    except Exception as error:
        from tui.commands.crash import describe

        click.echo(f"sayso: {describe(error)}", err=True)
        sys.exit(1)

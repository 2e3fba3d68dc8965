"""``sayso db``: the library as a whole: checked, backed up, put back, merged, exported, encrypted."""

import click

from tui.commands.db.backup import backup
from tui.commands.db.check import check
from tui.commands.db.encrypt import decrypt, encrypt, rekey
from tui.commands.db.export_all import export_all
from tui.commands.db.merge import merge
from tui.commands.db.restore import restore


@click.group(invoke_without_command=True)
@click.pass_context
def db(context: click.Context) -> None:
    """Check the library, back it up, put a backup back, merge another one, export all, encrypt it."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (check, backup, restore, merge, export_all, encrypt, rekey, decrypt):
    db.add_command(command)

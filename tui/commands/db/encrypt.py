"""``sayso db encrypt``, ``rekey`` and ``decrypt``: the library under a passphrase, another one, or none."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.errors import SaysoError
from store.place import check
from store.safety import label, safe
from tui.commands.asking import agreed, counted, yes_option
from tui.commands.options import database, database_option, json_option, library, print_json
from tui.commands.passphrases import NEW, chosen, unlock
from tui.commands.progress import steps

if TYPE_CHECKING:
    from store.encrypting import Rewritten
    from store.keeping.keyring import Key


class NotEncryptedError(SaysoError):
    """The library is not encrypted."""


@click.command()
@database_option
@json_option
def encrypt(as_json: bool) -> None:
    """Encrypt the library and its backups with a passphrase, which is asked for.

    Close it in every window first. Where it is encrypted already, backups that are not are encrypted too. What it takes
    comes with an extra: pip install 'sayso[encryption]'
    """
    from store.keeping import driver, keyring

    path = _ready()
    driver.require_cipher(path)
    already = driver.key_of(path)
    done = _rewrite(path, already or keyring.derived(chosen()), "Encrypting")
    _say(done, as_json, encrypted=True, said="It was encrypted already" if already else "The library is encrypted now")


@click.command()
@database_option
@json_option
def rekey(as_json: bool) -> None:
    """Encrypt the library and its backups with another passphrase: the present one is asked for, then the new one.

    What it takes comes with an extra: pip install 'sayso[encryption]'
    """
    from store.keeping import keyring

    _check_encrypted("sayso db encrypt encrypts it")
    path = _ready()
    done = _rewrite(path, keyring.derived(chosen(NEW)), "Encrypting")
    _say(done, as_json, encrypted=True, said="The library has another passphrase now")


@click.command()
@yes_option
@database_option
@json_option
def decrypt(yes: bool, as_json: bool) -> None:
    """Take the encryption away, from the library and from its backups (asks, or --yes).

    What it takes comes with an extra: pip install 'sayso[encryption]'
    """
    _check_encrypted("there is nothing to decrypt")
    path = _ready()
    question = "Whoever gets at the file can read all of it then, notes and names. Go on?"
    if not agreed(question, "decrypting", yes=yes):
        raise click.exceptions.Exit(1)
    _say(_rewrite(path, None, "Decrypting"), as_json, encrypted=False, said="The library is not encrypted any more")


def _ready() -> Path:
    """The library's place; it is there, unlocked and up to date."""
    with library(back_up=False, makes=True, writes=True):
        return database()


def _check_encrypted(otherwise: str) -> None:
    from store.keeping import driver

    path = database()
    unlock(path)
    check(path)
    if not driver.is_encrypted(path):
        raise NotEncryptedError(f"{label(str(path))} is not encrypted: {otherwise}")


def _rewrite(path: Path, key: "Key | None", doing: str) -> "Rewritten":
    from store.encrypting import rewrite

    with steps("the library") as told:
        return rewrite(path, key, partial(told, doing))


def _say(done: "Rewritten", as_json: bool, *, encrypted: bool, said: str) -> None:
    left = [str(path) for path in done.left]
    if as_json:
        print_json({"encrypted": encrypted, "backups": done.backups, "left": left})
        return
    backups = f", with {counted(done.backups, 'backup')}" if done.backups else ""
    click.echo(f"{said}{backups}.")
    if left:
        click.echo(safe(f"Left as they were: {', '.join(left)}"))
    if encrypted:
        click.echo(
            "Not reached by it: what you exported, copies elsewhere, and what the disk still holds of deleted files, "
            "which nobody can be sure to have erased from flash."
        )

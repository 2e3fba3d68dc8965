"""Passphrases: asked for at the terminal, or read from a file that a variable names; never an option, which others see.

Nor is there a variable that holds the passphrase itself: every program that is started from here would inherit it, and
shells keep what is typed before a command. A file has permissions, and may be a pipe from a password manager.
"""

import os
import sys
from pathlib import Path

import click

from store.errors import SaysoError
from store.safety import label

OURS = "SAYSO_PASSPHRASE_FILE"
OTHER = "SAYSO_OTHER_PASSPHRASE_FILE"
NEW = "SAYSO_NEW_PASSPHRASE_FILE"
_TRIES = 3
_LONGEST = 4096


class NoPassphraseError(SaysoError):
    """A passphrase is needed, and there is neither a terminal to ask on nor a file, or that one does not serve."""


def unlock(path: Path, *, variable: str = OURS, otherwise: str = "") -> str | None:
    """Unlock the library at ``path`` if it is encrypted. Raises SaysoError where it cannot be.

    Returns the passphrase that did, for other processes of the program's; None where none was needed.

    The user has three tries at the terminal. ``variable`` names the file with the passphrase: `OTHER` for a library
    that is not their own. Where something can be done without, ``otherwise`` says what an empty answer does.
    """
    # Most libraries are new or plain: no more is imported for them than has to be.
    if not path.exists():
        return None
    from store.keeping.driver import salt_of

    if salt_of(path) is None:
        return None
    from store import unlocking
    from store.keeping.driver import require_cipher
    from store.keeping.errors import EncryptionMissingError, WrongPassphraseError

    if not unlocking.is_locked(path):
        return None
    try:
        require_cipher(path)
    except EncryptionMissingError:
        if otherwise:
            return None
        raise
    given = _from_file(variable)
    if given is not None:
        unlocking.unlock(path, given, ours=variable == OURS)
        return given
    _check_terminal(f"{label(str(path))} is encrypted, or no Sayso database", variable)
    prompt = f"Passphrase of {label(path.name)}{f' (Enter alone: {otherwise})' if otherwise else ''}: "
    for tries_left in reversed(range(_TRIES)):
        try:
            answer = _asked(prompt)
            if answer or not otherwise:
                unlocking.unlock(path, answer, ours=variable == OURS)
            return answer or None
        except WrongPassphraseError as error:
            if not tries_left:
                raise
            click.echo(f"sayso: {error}", err=True)
    return None


def chosen(variable: str = OURS) -> str:
    """Return a new passphrase, which is asked for twice. Raises `NoPassphraseError`."""
    given = _from_file(variable)
    if given is not None:
        return given
    _check_terminal("a passphrase is needed", variable)
    click.echo(
        "Choose a passphrase: some words in a row that nobody would guess. "
        "Whoever forgets it has lost the library: nothing else opens it.",
        err=True,
    )
    for _ in range(_TRIES):
        first = _asked("New passphrase: ")
        if not first:
            click.echo("sayso: a passphrase cannot be empty", err=True)
        elif first == _asked("Once more: "):
            return first
        else:
            click.echo("sayso: the two are not the same", err=True)
    raise NoPassphraseError("no passphrase was chosen; nothing was changed")


def can_ask() -> bool:
    """Return whether there is a terminal to ask on, also where standard input is none."""
    try:
        os.close(os.open("/dev/tty", os.O_RDWR))
    except OSError:
        return sys.stdin.isatty()
    return True


def _asked(prompt: str) -> str:
    from getpass import getpass

    try:
        return getpass(prompt)
    except EOFError as error:
        raise click.Abort from error


def _check_terminal(why: str, variable: str) -> None:
    if not can_ask():
        raise NoPassphraseError(f"{why}; there is no terminal to ask on: name a file that holds it in {variable}")


def _from_file(variable: str) -> str | None:
    """The passphrase in the file that the variable names, without the end of its line; None where it names none."""
    name = os.environ.get(variable)
    if not name:
        return None
    shown = f"{label(name)} ({variable})"
    try:
        with Path(name).open("rb") as file:
            data = file.read(_LONGEST + 1)
        passphrase = data.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise NoPassphraseError(f"cannot read {shown}: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:
        raise NoPassphraseError(f"{shown} is not UTF-8 text") from error
    if not passphrase or len(data) > _LONGEST or "\n" in passphrase:
        raise NoPassphraseError(f"{shown} must hold one line, the passphrase")
    return passphrase

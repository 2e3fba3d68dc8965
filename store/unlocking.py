"""Encrypted databases opened with a passphrase, once for all that follows."""

from contextlib import closing
from pathlib import Path

from store.copying import plain_errors
from store.encrypting import sweep_up
from store.keeping import driver, keyring
from store.keeping.errors import NotADatabaseError, WrongPassphraseError
from store.keeping.file import is_protected
from store.safety import label


def is_locked(path: Path) -> bool:
    """Return whether the file may be an encrypted database and was not unlocked yet. It cannot be told from noise."""
    salt = driver.salt_of(path)
    return salt is not None and keyring.find(salt) is None


def unlock(path: Path, passphrase: str, *, ours: bool = True) -> None:
    """Try the passphrase, and remember its key for this file and all copies of it. Takes some tenths of a second.

    One that is not ``ours`` is only read. Raises `WrongPassphraseError`, which a damaged file or one that is no
    database gives too, `EncryptionMissingError`, and other SaysoErrors where it cannot be read.
    """
    salt = driver.salt_of(path)
    if salt is None:
        return
    key = keyring.derived(passphrase, salt)
    ours = ours and not is_protected(path)
    how = driver.MAY_WRITE if ours else driver.only_reading(path)
    try:
        with plain_errors(path), closing(driver.connect(path, how, key=key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except NotADatabaseError as error:
        raise WrongPassphraseError(
            f"that is not the passphrase of {label(str(path))}, or the file is damaged, or no Sayso database"
        ) from error
    keyring.add(key)
    if ours:
        sweep_up(path)

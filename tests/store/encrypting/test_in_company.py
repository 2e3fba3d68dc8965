"""Encrypted libraries, backups and others' libraries together with such that are not, or have another passphrase."""

import shutil
from pathlib import Path

import pytest

from store import backups
from store.encrypting import rewrite
from store.errors import SaysoError
from store.keeping import driver, keyring
from store.library import Library
from store.merging import merge
from store.restoring import restore
from store.unlocking import is_locked
from tests.store.encrypting.hidden import PASSPHRASE, encrypt, fill, forget, found_in
from tests.store.kept import imported

pytest.importorskip("sqlcipher3")


@pytest.fixture
def copy(plain: Path, tmp_path: Path) -> Path:
    """A copy, in clear, of a library that has been changed and encrypted since."""
    shutil.copy(plain, copied := tmp_path / "copy.db")
    with Library(plain) as library:
        library.articles.add(imported("Written after it.", "After"))
    encrypt(plain)
    return copied


@pytest.mark.parametrize("passphrase", [None, "eight herons"])
def test_what_is_put_back_takes_the_librarys_passphrase(path: Path, copy: Path, passphrase: str | None) -> None:
    key = driver.key_of(path)
    if passphrase is not None:
        encrypt(copy, passphrase)
    with Library(path) as library:
        kept = restore(path, copy)
        assert library.articles.count() == 1
    assert driver.key_of(path) == key
    assert kept is not None
    assert driver.key_of(kept) == key
    assert not any(found_in([path]).values())


def test_an_encrypted_backup_is_not_put_back_in_clear(path: Path, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(SaysoError, match="encrypt the library first"):
        restore(copy, path)
    assert copy.read_bytes() == before


def test_where_there_is_no_library_an_encrypted_backup_becomes_it(secret: Path, tmp_path: Path) -> None:
    restore(tmp_path / "new.db", secret)
    assert driver.key_of(tmp_path / "new.db") == driver.key_of(secret)


def test_a_library_that_nobody_can_unlock_is_put_aside(path: Path, copy: Path) -> None:
    before = path.read_bytes()
    forget()
    kept = restore(path, copy)
    assert kept is not None
    assert kept.read_bytes() == before
    with Library(path) as library:
        assert library.articles.count() == 1


@pytest.mark.parametrize("into", ["plain", "encrypted"])
def test_another_library_with_another_passphrase_is_merged_and_left_as_it_was(tmp_path: Path, into: str) -> None:
    ours, other = tmp_path / "ours.db", tmp_path / "other.db"
    with Library(other) as library:
        fill(library)
    encrypt(other, "eight herons")
    before = other.read_bytes()
    Library(ours).close()
    if into == "encrypted":
        encrypt(ours)
    merged = merge(ours, other)
    assert (merged.articles, merged.new) == (1, 1)
    assert merge(ours, other).backup is None
    assert other.read_bytes() == before
    assert driver.is_encrypted(ours) == (into == "encrypted")


def test_a_backup_with_another_passphrase_is_not_among_those_that_can_be_put_back(secret: Path) -> None:
    kept = backups.keep(secret, backups.DAILY)
    shutil.copy(kept, again := kept.with_name("2026-01-01T00-00-00-000000-daily.db"))
    rewrite(again, keyring.derived("eight herons"))
    forget()
    keyring.add(keyring.derived(PASSPHRASE, driver.salt_of(secret)))
    assert is_locked(again)
    assert [backup.path for backup in backups.listed(secret)] == [kept]

"""A passphrase opens its library and all copies of that, and no other does."""

import os
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from store import backups
from store.errors import SaysoError
from store.keeping.errors import WrongPassphraseError
from store.library import Library
from store.unlocking import is_locked, unlock
from tests.store.encrypting.hidden import PASSPHRASE, encrypt, forget

sqlcipher = pytest.importorskip("sqlcipher3.dbapi2")


@pytest.mark.usefixtures("few_rounds")
def test_the_passphrase_opens_the_library_and_its_copies_and_no_other_does(secret: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backups.write(secret, copy)
    forget()
    assert is_locked(secret)
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.upper(), "' OR 1 --", "x'00'"):
        with pytest.raises(WrongPassphraseError, match="is not the passphrase of"):
            unlock(secret, wrong)
    assert is_locked(secret)
    unlock(secret, PASSPHRASE)
    for path in (secret, copy):
        assert not is_locked(path)
        with Library(path) as library:
            assert library.articles.count() == 1


@pytest.mark.usefixtures("few_rounds")
@pytest.mark.parametrize("passphrase", ['it\'s "quoted"; --', "пароль из слов", "\udcff bytes", "x" * 3000, "\x00\x01"])
def test_any_characters_make_a_passphrase(plain: Path, passphrase: str) -> None:
    encrypt(plain, passphrase)
    forget()
    unlock(plain, passphrase)
    with Library(plain) as library:
        assert library.articles.count() == 1


def test_a_passphrase_is_the_same_from_any_keyboard(plain: Path) -> None:
    encrypt(plain, unicodedata.normalize("NFD", "Zwölf Boxkämpfer"))
    forget()
    unlock(plain, unicodedata.normalize("NFC", "Zwölf Boxkämpfer"))


def test_other_programs_that_know_sqlcipher_open_it_with_the_passphrase(secret: Path) -> None:
    with closing(sqlcipher.connect(str(secret))) as connection:
        connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert connection.execute("SELECT title FROM articles").fetchall() == [("Lighthouse",)]


@pytest.mark.usefixtures("few_rounds")
def test_what_is_damaged_or_no_library_cannot_be_told_from_a_wrong_passphrase_and_that_is_said(
    secret: Path, tmp_path: Path
) -> None:
    forget()
    noise = tmp_path / "noise.db"
    noise.write_bytes(os.urandom(20_000))
    damaged = bytearray(secret.read_bytes())
    damaged[100] ^= 1
    secret.write_bytes(damaged)
    for path in (noise, secret):
        with pytest.raises(WrongPassphraseError, match="or the file is damaged, or no Sayso database"):
            unlock(path, PASSPHRASE)


def test_a_changed_page_is_noticed(secret: Path, tmp_path: Path) -> None:
    data = bytearray(secret.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 1000] ^= 1
    secret.write_bytes(data)
    with pytest.raises(SaysoError, match="damaged"):
        backups.write(secret, tmp_path / "copy.db")


def test_what_a_killed_decrypting_wrote_in_clear_goes_when_the_library_is_unlocked(secret: Path) -> None:
    left = secret.with_name(f".{secret.name}.rewriting-x1y2")
    left.mkdir()
    (left / "library.db").write_text("in clear")
    forget()
    with pytest.raises(WrongPassphraseError):
        unlock(secret, "wrong")
    assert left.exists()
    unlock(secret, PASSPHRASE)
    assert not left.exists()

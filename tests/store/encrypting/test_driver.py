"""Which of the two libraries opens a file, and that they never get into each other's way."""

import subprocess
import sys
from pathlib import Path

import pytest

from store.errors import SaysoError
from store.keeping import driver
from store.keeping.errors import EncryptionMissingError, LockedError
from store.library import Library
from tests.store.encrypting.hidden import forget
from tests.store.kept import imported

pytest.importorskip("sqlcipher3")

USE = """
import sys
from pathlib import Path
from store import backups, restoring
from store.checking import check, repair
from store.exporting.everything import export_all
from store.library import Library
from store.merging import merge
from tests.store.kept import imported
path = Path(sys.argv[1])
with Library(path) as library:
    library.articles.add(imported())
    copy = backups.keep(path, "daily")
restoring.restore(path, copy)
merge(path, copy)
check(path)
repair(path)
export_all(path, path.with_name("out"))
print(*(name for name in sys.modules if "sqlcipher" in name))
"""

IS_ANYBODY_THERE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
try:
    print(connection.execute("PRAGMA journal_mode = DELETE").fetchone())
except sqlite3.OperationalError as error:
    print(error)
"""


def said_by(program: str, path: Path) -> str:
    """What a program that is run on the library prints."""
    command = [sys.executable, "-c", program, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_for_a_plain_library_sqlcipher_is_never_imported(path: Path) -> None:
    assert said_by(USE, path) == ""


def test_without_the_extra_a_plain_library_works_and_an_encrypted_one_is_one_line(
    secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    with Library(tmp_path / "plain.db") as library:
        library.articles.add(imported())
    with pytest.raises(EncryptionMissingError, match=r"pip install 'sayso\[encryption\]'"):
        Library(secret)


def test_an_encrypted_library_that_was_not_unlocked_is_not_opened(secret: Path) -> None:
    forget()
    before = secret.read_bytes()
    with pytest.raises(LockedError, match="is encrypted, and was not unlocked"):
        Library(secret)
    assert secret.read_bytes() == before


def test_one_file_is_never_open_with_both(plain: Path) -> None:
    with Library(plain), pytest.raises(RuntimeError):
        driver.connect(plain, driver.MAY_WRITE, cipher=True)
    driver.connect(plain, driver.MAY_WRITE, cipher=True).close()


def test_to_ask_how_an_open_file_begins_lets_go_of_no_lock(plain: Path) -> None:
    with Library(plain) as library:
        assert driver.salt_of(plain) is None
        assert driver.is_plain(plain)
        assert said_by(IS_ANYBODY_THERE, plain) == "database is locked"
        library.articles.add(imported("Another text."))
    assert said_by(IS_ANYBODY_THERE, plain) == "('delete',)"


def test_when_it_was_closed_another_file_in_its_place_is_looked_at_anew(secret: Path) -> None:
    assert driver.is_encrypted(secret)
    with Library(secret):
        pass
    secret.write_bytes(b"")
    assert not driver.is_encrypted(secret)


@pytest.mark.parametrize(
    "contents", [b"", b"hello", b"garbage " * 500, bytes(8192), "Ein längerer Text. ".encode() * 300]
)
def test_what_does_not_look_like_noise_is_no_encrypted_library(path: Path, contents: bytes) -> None:
    path.write_bytes(contents)
    assert not driver.is_encrypted(path)
    if contents:
        with pytest.raises(SaysoError, match="is not a Sayso database"):
            Library(path)

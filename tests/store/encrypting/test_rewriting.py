"""Encrypted, with another passphrase, and in clear again: with all that was in it, and its backups along."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from store import backups, encrypting
from store.checking import check
from store.encrypting import _compare, rewrite, rewrite_file
from store.errors import SaysoError
from store.exporting.everything import export_all
from store.keeping import driver, interrupting, keyring
from store.keeping.errors import DatabaseBusyError, DatabaseDamagedError, WrongPassphraseError
from store.library import Library
from store.unlocking import unlock
from tests.store.encrypting.hidden import PASSPHRASE, TEXT, encrypt, forget
from tests.store.make_schema import SCHEMAS

pytest.importorskip("sqlcipher3")

HOLD = """
import sys
from pathlib import Path
from store.library import Library
with Library(Path(sys.argv[1])) as library:
    print("open", flush=True)
    sys.stdin.read()
"""


@contextmanager
def open_elsewhere(path: Path) -> Iterator[None]:
    """Another program has the plain library open."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        assert program.stdout.readline() == "open\n"
        yield
        program.stdin.close()


def exported(path: Path, folder: Path) -> dict[str, bytes]:
    """All that is exported of a library, but for the time at which that was done."""
    export_all(path, folder)
    (folder / "index.json").unlink()
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("schema", [1, 2, 3])
def test_encrypted_and_decrypted_a_library_is_what_it_was(path: Path, tmp_path: Path, schema: int) -> None:
    shutil.copy(SCHEMAS / f"{schema}.db", path)
    Library(path).close()
    before = exported(path, tmp_path / "before")
    encrypt(path)
    assert driver.is_encrypted(path)
    assert exported(path, tmp_path / "encrypted") == before
    rewrite(path, None)
    assert not driver.is_encrypted(path)
    assert exported(path, tmp_path / "decrypted") == before
    assert not any(finding.problems for finding in check(path))


def test_its_backups_go_along_whatever_their_schema(plain: Path) -> None:
    kept = backups.keep(plain, backups.DAILY)
    old = kept.with_name("2026-01-01T00-00-00-000000-before-schema-3.db")
    shutil.copy(SCHEMAS / "1.db", old)
    assert rewrite(plain, keyring.derived(PASSPHRASE)).backups == 2
    assert driver.is_encrypted(kept)
    assert driver.is_encrypted(old)
    assert {backup.articles for backup in backups.listed(plain)} == {1, 3}
    assert rewrite(plain, None).backups == 2
    assert not driver.is_encrypted(old)


def test_what_cannot_go_along_and_what_else_lies_in_clear_beside_it_is_named(plain: Path) -> None:
    damaged = backups.keep(plain, backups.DAILY)
    damaged.write_bytes(damaged.read_bytes()[:9000])
    unfinished = backups.folder_of(plain) / ".part-x"
    unfinished.write_bytes(b"in clear")
    beside = [plain.with_name(f"{plain.name}-wal.cut-2026"), plain.with_name("sayso-unsaved-2026.db")]
    for file in beside:
        shutil.copy(plain, file)
    plain.with_name("notes.txt").write_text("another matter")
    assert set(rewrite(plain, keyring.derived(PASSPHRASE)).left) == {damaged, *beside}
    assert not unfinished.exists()


def test_done_again_it_finishes_the_backups(plain: Path) -> None:
    kept = backups.keep(plain, backups.DAILY)
    key = keyring.derived(PASSPHRASE)
    rewrite_file(plain, key)
    before = plain.read_bytes()
    assert rewrite(plain, key).backups == 1
    assert driver.is_encrypted(kept)
    assert plain.read_bytes() == before


def test_with_another_passphrase_the_earlier_one_opens_neither_the_library_nor_its_backups(secret: Path) -> None:
    kept = backups.keep(secret, backups.DAILY)
    rewrite(secret, keyring.derived("eight herons"))
    forget()
    for path in (secret, kept):
        with pytest.raises(WrongPassphraseError):
            unlock(path, PASSPHRASE)
    unlock(secret, "eight herons")
    with Library(kept) as library:
        assert library.articles.count() == 1


def test_a_library_that_is_open_elsewhere_is_left_as_it_is(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encrypting, "_BUSY_TIMEOUT", 0.1)
    with open_elsewhere(plain), pytest.raises(DatabaseBusyError, match="close it there first"):
        encrypt(plain)
    assert not driver.is_encrypted(plain)
    with Library(plain) as library:
        assert library.articles.count() == 1
    encrypt(plain)
    with Library(plain), pytest.raises(DatabaseBusyError, match="close it there first"):
        rewrite(plain, None)
    assert driver.is_encrypted(plain)


def test_the_file_in_clear_is_overwritten_unless_it_has_another_name(plain: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked.db"
    shutil.copy(plain, tmp_path / "copy.db")
    with plain.open("rb") as old:
        encrypt(plain)
        assert set(old.read()) == {0}
    os.link(tmp_path / "copy.db", linked)
    encrypt(tmp_path / "copy.db")
    assert TEXT.encode() in linked.read_bytes()


def test_interrupted_it_leaves_everything_as_it_was(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interrupting, "_OFTEN", 100)

    def interrupt(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rewrite(plain, keyring.derived(PASSPHRASE), interrupt)
    assert not driver.is_encrypted(plain)
    assert [file.name for file in plain.parent.iterdir()] == [plain.name]
    with Library(plain) as library:
        assert library.articles.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE made.annotations SET note = 'Something else.'",
        "DELETE FROM made.drafts",
        "INSERT INTO made.tags (name) VALUES ('new')",
        "DROP INDEX made.articles_by_url",
        "PRAGMA made.user_version = 1",
    ],
)
def test_a_copy_that_differs_in_anything_is_no_copy(plain: Path, tmp_path: Path, change: str) -> None:
    with Library(plain) as library:
        library.drafts.keep(library.annotations.of(1)[0])
    shutil.copy(plain, tmp_path / "copy.db")
    with closing(driver.connect(plain, driver.MAY_WRITE, cipher=True)) as connection:
        connection.text_factory = bytes
        connection.execute("ATTACH ? AS made KEY ''", [str(tmp_path / "copy.db")])
        _compare(connection, encrypted=False)
        connection.execute(change)
        with pytest.raises(DatabaseDamagedError, match="not what was read"):
            _compare(connection, encrypted=False)


def test_a_damaged_library_is_not_encrypted(plain: Path) -> None:
    data = bytearray(plain.read_bytes())
    for page in range(5, len(data) // 4096, 2):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    plain.write_bytes(data)
    with pytest.raises(SaysoError):
        encrypt(plain)
    assert plain.read_bytes() == bytes(data)

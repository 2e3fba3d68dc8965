"""Killed while it is encrypted, decrypted or given another passphrase: a library is there whole, as before or after."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store import backups
from store.checking import check
from store.encrypting import rewrite
from store.keeping import driver, keyring
from store.library import Library
from tests.store.encrypting.hidden import PASSPHRASE, found_in
from tests.store.kept import imported

pytest.importorskip("sqlcipher3")

# A program of its own, since it forks: for each moment a copy of the library and a child that is killed there.
REWRITE_AND_BE_KILLED = """
import os, shutil, signal, sys
from pathlib import Path
from store import encrypting
from store.keeping.keyring import Key, add

original, old, new = Path(sys.argv[1]), *(Key(bytes.fromhex(a), bytes.fromhex(b)) if a else None
    for a, b in (sys.argv[2].split(":"), sys.argv[3].split(":")))
for key in (old, new):
    if key:
        add(key)

def killing(name, after, calls):
    real = getattr(encrypting, name)
    left = [calls]
    def killed(*arguments, **options):
        left[0] -= 1
        if not left[0] and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*arguments, **options)
        if not left[0] and after:
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    setattr(encrypting, name, killed)

MOMENTS = [(name, after, calls) for calls in (1, 2) for name, after in (
    ("_export", False), ("_compare", False), ("put_in_place", False), ("put_in_place", True), ("_wipe", True))]
for number, moment in enumerate(MOMENTS):
    folder = original.parent / str(number)
    shutil.copytree(original, folder)
    child = os.fork()
    if child == 0:
        killing(*moment)
        encrypting.rewrite(folder / "sayso.db", new)
        os._exit(1)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), moment
    print(folder)
"""


def argument(key: keyring.Key | None) -> str:
    return ":" if key is None else f"{key.salt.hex()}:{key.secret.hex()}"


def made(folder: Path, key: keyring.Key | None) -> Path:
    """A folder with a library and a backup under ``key``; a program that was killed left the last change in the log."""
    (folder / "made").mkdir()
    path = folder / "made" / "sayso.db"
    with Library(path) as library:
        library.articles.add(imported())
    backups.keep(path, backups.DAILY)
    if key is not None:
        rewrite(path, key)
    Library(path).close()
    with closing(driver.connect(path, driver.MAY_WRITE)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE articles SET path = '/in the log'")
        return Path(shutil.copytree(path.parent, folder / "original"))


@pytest.mark.parametrize(("before", "after"), [(None, PASSPHRASE), (PASSPHRASE, "eight herons"), (PASSPHRASE, None)])
def test_killed_at_any_moment_the_library_is_as_before_or_after_and_the_same_again_finishes_it(
    tmp_path: Path, before: str | None, after: str | None
) -> None:
    old, new = (keyring.derived(passphrase) if passphrase else None for passphrase in (before, after))
    original = made(tmp_path, old)
    command = [sys.executable, "-c", REWRITE_AND_BE_KILLED, str(original), argument(old), argument(new)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    if new is not None:
        keyring.add(new)
    seen = set()
    for folder in map(Path, ran.stdout.split()):
        path = folder / "sayso.db"
        seen.add(driver.key_of(path))
        if driver.key_of(path) == new:
            # Whatever is read into the new one from the log of the old one is ruin.
            assert not path.with_name("sayso.db-wal").exists()
        with Library(path) as library:
            assert [one.article.path for one in library.articles.list()] == ["/in the log"]
        assert not any(finding.problems for finding in check(path))
        rewrite(path, new)
        (backup,) = backups.listed(path)
        assert backup.articles == 1
        assert driver.key_of(path) == driver.key_of(backup.path) == new
        left = {file.name for file in folder.rglob("*")} - {"sayso.db", "sayso.db.backups", backup.path.name}
        assert left == set()
        if new is not None:
            assert not any(found_in(folder.rglob("*")).values())
    assert seen == {old, new}


SAVE = """
import sys
from itertools import count
from pathlib import Path
from store.keeping.keyring import Key, add
from store.library import Library
from tests.store.kept import note
add(Key(*map(bytes.fromhex, sys.argv[2].split(":"))))
with Library(Path(sys.argv[1])) as library:
    article = library.articles.get(1)
    for number in count():
        print(library.annotations.save(note(article, f"{sys.argv[3]}.{number}")).uid, flush=True)
"""


def test_what_a_killed_program_said_was_saved_is_in_the_encrypted_library(secret: Path) -> None:
    key = driver.key_of(secret)
    for said in (1, 40):
        command = [sys.executable, "-c", SAVE, str(secret), argument(key), str(said)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None
            told = [program.stdout.readline().strip() for _ in range(said)]
            program.kill()
        with Library(secret) as library:
            assert set(told) <= {annotation.uid for annotation in library.annotations.of(1)}
        assert not any(finding.problems for finding in check(secret))

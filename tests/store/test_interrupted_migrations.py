"""A library that is being brought up to date when the program is killed, or the step fails: as it was, or a step on."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import backups
from store.checking import check
from store.keeping import migrations
from store.keeping.connection import Connection
from store.keeping.errors import DatabaseDamagedError
from store.library import Library
from tests.store.make_schema import SCHEMAS
from tests.store.test_migrating import facts

POINTS = 14
"""In so many places on the way from the first schema the program is killed."""

# A program of its own, since it forks: for each copy a child that is killed after so many statements.
MIGRATE_AND_BE_KILLED = """
import os, shutil, signal, sqlite3, sys
from itertools import count
from pathlib import Path
from store.keeping.connection import Connection
from store.library import Library

real, folder, oldest, points = sqlite3.connect, Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
opened = {"Connection": Connection, "Library": Library}[sys.argv[4]]

def counting(after, said):
    statements = count()
    def counted(_):
        number = next(statements)
        said[0] = number
        if number == after:
            os.kill(os.getpid(), signal.SIGKILL)
    def connect(*arguments, **options):
        opened = real(*arguments, **options)
        opened.set_trace_callback(counted)
        return opened
    return connect

def migrate(name, after):
    said = [0]
    sqlite3.connect = counting(after, said)
    shutil.copy(oldest, folder / name)
    opened(folder / name).close()
    return said[0]

last = migrate("whole.db", -1)
print(last)
for point in range(points):
    child = os.fork()
    if child == 0:
        # The last steps have few statements of their own.
        left = points - point
        after = last - 8 * left if left <= 5 else last * (point + 1) // (points - 4)
        migrate(f"killed {point}.db", after)
        os._exit(1)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
"""


def states(folder: Path, schema: int = 1) -> list[list[tuple[object, ...]]]:
    """What is in the library that stands for ``schema`` after each step that it can be brought on, as it is first."""
    steps, found = migrations.MIGRATIONS, []
    try:
        for number in range(schema, len(steps) + 1):
            migrations.MIGRATIONS = steps[:number]
            shutil.copy(SCHEMAS / f"{schema}.db", path := folder / f"at {number}.db")
            Connection(path).close()
            found.append(facts(path))
    finally:
        migrations.MIGRATIONS = steps
    return found


def killed_on_the_way(folder: Path, schema: int, opened: str) -> None:
    """Make copies of the library that stands for ``schema``, and be killed in each while it is ``opened``."""
    arguments = [str(folder), str(SCHEMAS / f"{schema}.db"), str(POINTS), opened]
    subprocess.run([sys.executable, "-c", MIGRATE_AND_BE_KILLED, *arguments], check=True, capture_output=True)


def test_one_killed_in_any_of_14_places_is_as_before_or_a_step_on_and_then_brought_up_to_date(tmp_path: Path) -> None:
    killed_on_the_way(tmp_path, 1, "Connection")
    whole = states(tmp_path)
    seen = set()
    for point in range(POINTS):
        path = tmp_path / f"killed {point}.db"
        left = facts(path)
        assert left in whole, point
        seen.add(whole.index(left))
        Library(path).close()
        assert facts(path) == whole[-1], point
        assert not any(finding.problems for finding in check(path)), point
    assert seen >= set(range(len(whole) - 1))


def test_one_killed_anywhere_while_it_is_backed_up_and_brought_up_to_date_is_kept_as_it_was_too(tmp_path: Path) -> None:
    killed_on_the_way(tmp_path, 5, "Library")
    before, *later = states(tmp_path, 5)
    seen = set()
    for point in range(POINTS):
        path = tmp_path / f"killed {point}.db"
        kept = [facts(copy) for copy in backups.folder_of(path).glob("*.db")]
        left = facts(path)
        assert left in (before, *later), point
        assert left == before or before in kept, point
        seen.add((left == before, before in kept))
        Library(path).close()
        assert facts(path) == later[-1], point
        assert before in [facts(copy) for copy in backups.folder_of(path).glob("*.db")], point
        assert not any(finding.problems for finding in check(path)), point
    assert {(True, False), (False, True)} <= seen


class BrokenError(RuntimeError):
    """What a step of a test raises."""


def test_a_step_that_fails_at_its_end_leaves_the_library_to_the_program_that_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(SCHEMAS / "1.db", path := tmp_path / "sayso.db")
    before = facts(path)
    first, second, *later = migrations.MIGRATIONS

    def broken(db: Database) -> None:
        second(db)
        raise BrokenError

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "MIGRATIONS", (first, broken, *later))
        for _ in range(2):
            with pytest.raises(BrokenError):
                Library(path)
            assert facts(path) == before
    with Library(path) as library:
        assert library.articles.count() == 3


def test_one_with_a_record_that_cannot_be_read_is_told_of_in_one_line_and_left_as_it_was(tmp_path: Path) -> None:
    shutil.copy(SCHEMAS / "1.db", path := tmp_path / "sayso.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("""UPDATE annotations SET selectors = '[{}]' WHERE uid = 'checked'""")
    before = facts(path)
    with pytest.raises(DatabaseDamagedError, match="a record in it cannot be read; nothing was changed") as told:
        Library(path)
    assert len(str(told.value).splitlines()) == 1
    assert facts(path) == before

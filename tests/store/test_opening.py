"""Opening the library: private from the first byte, durable, brought up to date a whole step at a time."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from stat import S_IMODE

import pytest
from sqlite_utils import Database

from store.keeping import connection as database
from store.keeping import migrations
from store.library import Library
from tests.store.kept import imported


def mode(path: Path) -> int:
    """The permissions of a file or folder."""
    return S_IMODE(path.stat().st_mode)


def version(path: Path) -> int:
    """The number of the last migration that the file has seen."""
    with closing(sqlite3.connect(path)) as connection:
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return found


def test_the_file_and_its_log_are_the_users_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        with Library(path) as library:
            library.articles.add(imported())
            files = sorted(path.parent.iterdir())
            assert [file.name for file in files] == ["sayso.db", "sayso.db-shm", "sayso.db-wal"]
            assert {mode(file) for file in files} == {0o600}
    finally:
        os.umask(before)
    assert mode(path) == 0o600


def test_an_empty_file_that_was_there_becomes_private(path: Path) -> None:
    path.touch(mode=0o644)
    Library(path).close()
    assert mode(path) == 0o600


def test_folders_on_the_way_are_created_for_the_user_alone_and_others_left_as_they_are(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Library(tmp_path / "one" / "two" / "sayso.db").close()
    assert mode(tmp_path / "one") == mode(tmp_path / "one" / "two") == 0o700
    assert mode(tmp_path) == 0o755


def test_a_link_leads_to_the_library(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with Library(link) as library:
        library.articles.add(imported())
    with Library(path) as library:
        assert len(library.articles.list()) == 1
    assert link.is_symlink()


def test_opening_a_library_writes_nothing_when_it_is_up_to_date(path: Path) -> None:
    Library(path).close()
    before = path.read_bytes()
    Library(path).close()
    assert path.read_bytes() == before


def test_a_migration_that_fails_leaves_nothing_of_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Library(path).close()

    def failing(db: Database) -> None:
        db.executescript("CREATE TABLE half (id INTEGER); INSERT INTO half VALUES (1);")
        raise RuntimeError("power cut")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, failing))
    with pytest.raises(RuntimeError, match="power cut"):
        Library(path)
    assert version(path) == len(migrations.MIGRATIONS) - 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT * FROM sqlite_master WHERE name = 'half'").fetchall() == []


def test_a_new_step_is_taken_once_and_keeps_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(path) as library:
        article, _ = library.articles.add(imported())
    taken = []
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, taken.append))
    monkeypatch.setattr(migrations, "LATEST", len(migrations.MIGRATIONS))
    for _ in range(2):
        with Library(path) as library:
            assert library.articles.get(article.id) == article
    assert len(taken) == 1
    assert version(path) == len(migrations.MIGRATIONS)


def test_a_step_that_another_program_takes_meanwhile_is_not_taken_twice(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = database._version

    def asked_just_before_another_program_opens_the_file(db: Database) -> int:
        found = asked(db)
        monkeypatch.undo()
        Library(path).close()
        return found

    monkeypatch.setattr(database, "_version", asked_just_before_another_program_opens_the_file)
    with Library(path) as library:
        library.articles.add(imported())


def test_a_program_that_is_writing_the_new_file_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(database, "sleep", lambda _: other.execute("COMMIT"))
        Library(path).close()
    assert version(path) == migrations.LATEST


def test_nobody_finds_a_library_half_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    last = migrations.MIGRATIONS[-1]

    def watched(db: Database) -> None:
        seen.append(version(path))
        last(db)

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS[:-1], watched))
    Library(path).close()
    assert (seen, version(path)) == ([0], migrations.LATEST)


def test_programs_that_create_one_library_at_the_same_moment_all_succeed(path: Path) -> None:
    script = "import sys; from pathlib import Path; from store.library import Library; sys.stdin.read(1);"
    script += "Library(Path(sys.argv[1])).close()"
    programs = [subprocess.Popen([sys.executable, "-c", script, path], stdin=subprocess.PIPE) for _ in range(4)]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(b"!")
        program.stdin.flush()
    for program in programs:
        program.communicate()
    assert [program.returncode for program in programs] == [0] * 4
    assert version(path) == migrations.LATEST

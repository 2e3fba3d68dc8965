"""Backups: whole, few, private, made by themselves once a day and before the library is brought up to date."""

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store import backups
from store.article import Article
from store.errors import SaysoError
from store.keeping import migrations
from store.keeping.errors import DatabaseDamagedError
from store.library import Library
from tests.store.kept import another_program, imported, made_by_a_newer_version, note
from tests.store.make_schema import SCHEMAS


def age(path: Path, hours: float) -> None:
    """Have the daily backups been made that much earlier."""
    for file in backups.folder_of(path).glob("*-daily.db"):
        at = datetime.now(UTC) - timedelta(hours=hours)
        file.rename(file.with_name(f"{at:%Y-%m-%dT%H-%M-%S-%f}-daily.db"))


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_backup_holds_what_the_library_holds_and_is_the_users_alone(
    path: Path, library: Library, article: Article
) -> None:
    library.annotations.save(note(article))
    copy = backups.keep(path, backups.DAILY)
    assert (copy.stat().st_mode & 0o777, copy.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    with Library(copy) as kept:
        assert kept.annotations.of(article.id) == library.annotations.of(article.id)
        assert kept.history.of(article.id) == library.history.of(article.id)


def test_a_backup_taken_while_another_program_writes_is_whole(path: Path, library: Library, tmp_path: Path) -> None:
    for number in range(20):
        library.articles.add(imported(f"Text {number}. " * 400))
    done = threading.Event()

    def write() -> None:
        with Library(path) as other:
            number = 20
            while not done.is_set():
                other.articles.add(imported(f"Text {number}. " * 400))
                number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            backups.write(path, tmp_path / f"{number}.db")
    finally:
        done.set()
        writer.join()
    counts = [count(tmp_path / f"{number}.db", "articles") for number in range(5)]
    assert counts == sorted(counts)
    assert counts[0] >= 20
    for number in range(5):
        # Each article with its text: no transaction is in it by half.
        assert count(tmp_path / f"{number}.db", "revisions") == counts[number]


@pytest.mark.usefixtures("article")
def test_a_library_is_backed_up_once_a_day_that_it_is_used(path: Path, library: Library) -> None:
    assert backups.daily(path) is not None
    library.articles.add(imported("Another text."))
    assert backups.daily(path) is None
    age(path, 21)
    assert backups.daily(path) is not None


@pytest.mark.usefixtures("article")
def test_a_library_that_has_not_changed_is_not_backed_up_again(path: Path, library: Library) -> None:
    assert backups.daily(path) is not None
    library.close()
    # An hour in the future of the last change.
    age(path, -1)
    assert backups.daily(path) is None


@pytest.mark.usefixtures("library")
def test_an_empty_library_is_not_backed_up(path: Path) -> None:
    assert backups.daily(path) is None
    assert not backups.folder_of(path).exists()


@pytest.mark.usefixtures("article")
def test_three_backups_of_each_kind_are_kept(path: Path) -> None:
    other = backups.keep(path, "before-merge")
    made = [backups.keep(path, backups.DAILY) for _ in range(5)]
    assert {backup.path for backup in backups.listed(path)} == {other, *made[-3:]}


@pytest.mark.usefixtures("article")
def test_what_a_killed_program_left_unfinished_goes_with_the_next_backup(path: Path) -> None:
    backups.keep(path, backups.DAILY)
    leftover = backups.folder_of(path) / ".part-x"
    leftover.write_bytes(b"half")
    backups.keep(path, backups.DAILY)
    assert leftover.exists()  # it may be another program's that is still at it
    os.utime(leftover, (0, 0))
    backups.keep(path, backups.DAILY)
    assert not leftover.exists()


@pytest.mark.usefixtures("article")
def test_one_that_another_program_finishes_at_the_same_moment_does_no_harm(path: Path) -> None:
    folder = backups.keep(path, backups.DAILY).parent
    (folder / ".part-x").symlink_to(folder / "has its name by now")  # is listed, and is not there when looked at
    backups.keep(path, backups.DAILY)
    assert len(backups.listed(path)) == 2


def test_a_library_is_backed_up_before_it_is_brought_up_to_date(path: Path) -> None:
    shutil.copy(SCHEMAS / "1.db", path)
    Library(path).close()
    (backup,) = backups.listed(path)
    assert backup.kind == f"before-schema-{migrations.LATEST}"
    with closing(sqlite3.connect(backup.path)) as copy, closing(sqlite3.connect(SCHEMAS / "1.db")) as old:
        assert list(copy.iterdump()) == list(old.iterdump())
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_library_that_cannot_be_backed_up_is_not_brought_up_to_date(path: Path) -> None:
    shutil.copy(SCHEMAS / "1.db", path)
    before = path.read_bytes()
    backups.folder_of(path).write_text("in the way")
    with pytest.raises(SaysoError, match="nothing was changed"):
        Library(path)
    assert path.read_bytes() == before


def test_a_copy_is_never_written_over_something_else(path: Path, library: Library, tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "bookmarks.db"
    text.write_text("precious")
    another_program(other)
    for target in (text, other, tmp_path, path):
        with pytest.raises(SaysoError):
            backups.write(path, target)
    assert text.read_text() == "precious"
    assert count(other, "bookmarks") == 0
    with Library(tmp_path / "open.db"), pytest.raises(SaysoError, match="open elsewhere"):
        backups.write(path, tmp_path / "open.db")
    assert library.articles.count() == 0


@pytest.mark.usefixtures("article")
def test_an_earlier_copy_is_replaced_in_one_step(path: Path, library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert backups.write(path, target).articles == 1
    library.articles.add(imported("Another text."))
    assert backups.write(path, target).articles == 2
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_damaged_library_is_not_copied(path: Path, library: Library, tmp_path: Path) -> None:
    for number in range(50):
        library.articles.add(imported(f"Text {number}. " * 200))
    library.close()
    data = bytearray(path.read_bytes())
    for page in range(5, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(data)
    with pytest.raises(DatabaseDamagedError):
        backups.write(path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_copying_can_be_stopped_and_leaves_nothing(path: Path, library: Library) -> None:
    library.articles.add(imported("words " * 200_000))

    class StoppedError(Exception):
        pass

    def stop(_done: int, _all: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        backups.daily(path, stop)
    assert list(backups.folder_of(path).iterdir()) == []


def test_a_newer_programs_library_is_no_backup_to_put_back(tmp_path: Path) -> None:
    made_by_a_newer_version(tmp_path / "newer.db")
    with pytest.raises(SaysoError, match="newer version"):
        backups.described(tmp_path / "newer.db")

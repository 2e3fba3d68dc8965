"""What may happen to the database file while a program has it open: no change is said to be kept that is not there."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.errors import SaysoError
from store.library import Library
from tests.store.kept import another_program, imported, note


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replaced_by_garbage(path: Path) -> None:
    other = path.with_name("garbage")
    other.write_bytes(b"Dear diary\n" * 5000)
    other.replace(path)


def overwritten_with_garbage(path: Path) -> None:
    write_over(path, os.urandom(path.stat().st_size))


def overwritten_with_less(path: Path) -> None:
    write_over(path, b"Dear diary\n" * 500)


def emptied(path: Path) -> None:
    write_over(path, b"")


def cut_in_half(path: Path) -> None:
    write_over(path, path.read_bytes()[: path.stat().st_size // 2])


def overwritten_with_another_database(path: Path) -> None:
    other = path.with_name("bookmarks.db")
    another_program(other)
    write_over(path, other.read_bytes())


def write_over(path: Path, contents: bytes) -> None:
    """Put ``contents`` into the file that stands there, as a shell's > does."""
    time.sleep(0.02)  # file systems count time in steps of some milliseconds
    with path.open("r+b") as file:
        file.truncate(0)
        file.write(contents)


LOST = (
    deleted,
    moved,
    replaced_by_garbage,
    overwritten_with_garbage,
    overwritten_with_less,
    emptied,
    cut_in_half,
    overwritten_with_another_database,
)


@pytest.mark.parametrize("fault", LOST, ids=lambda fault: fault.__name__)
def test_a_file_lost_under_the_program_is_told_of_in_one_line_and_nothing_more_is_said_to_be_kept(
    path: Path, fault: Callable[[Path], None]
) -> None:
    with Library(path) as library:
        article = library.articles.add(imported())[0]
        library.annotations.save(note(article))
        fault(path)
        for _ in range(2):
            with pytest.raises(SaysoError) as refused:
                library.annotations.save(note(article, "u2"))
            assert path.name in str(refused.value)
            assert "\n" not in str(refused.value)


@pytest.mark.parametrize("fault", [f for f in LOST if f is not cut_in_half], ids=lambda fault: fault.__name__)
def test_a_file_lost_under_the_program_is_noticed_without_any_change(path: Path, fault: Callable[[Path], None]) -> None:
    with Library(path) as library:
        library.articles.add(imported())
        library.data_version()
        fault(path)
        with pytest.raises(SaysoError):
            library.data_version()


def test_a_file_that_comes_back_serves_again(path: Path) -> None:
    with Library(path) as library:
        article = library.articles.add(imported())[0]
        path.rename(path.with_name("elsewhere.db"))
        with pytest.raises(SaysoError):
            library.annotations.save(note(article))
        path.with_name("elsewhere.db").rename(path)
        library.annotations.save(note(article))
    with Library(path) as library:
        assert [annotation.uid for annotation in library.annotations.of(article.id)] == ["u1"]


@pytest.mark.parametrize("what", ["-wal cut short", "-wal emptied", "-wal garbage", "-wal deleted"])
def test_a_log_damaged_under_the_program_costs_nothing_that_was_kept(path: Path, what: str) -> None:
    with Library(path) as library:
        article = library.articles.add(imported())[0]
        for number in range(20):
            library.annotations.save(note(article, f"before{number}"))
        log = path.with_name(f"{path.name}-wal")
        size = log.stat().st_size
        if what == "-wal deleted":
            log.unlink()
        else:
            with log.open("r+b") as file:
                file.write(os.urandom(size) if what == "-wal garbage" else b"")
                file.truncate({"-wal cut short": size // 2, "-wal emptied": 0}.get(what, size))
        for number in range(20):
            library.annotations.save(note(article, f"after{number}"))
    with Library(path) as library:
        assert len(library.annotations.of(article.id)) == 40
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_another_window_writes_is_no_fault(path: Path) -> None:
    with Library(path) as library, Library(path) as other:
        article = library.articles.add(imported())[0]
        for number in range(30):
            other.annotations.save(note(article, f"o{number}"))
            library.annotations.save(note(article, f"m{number}"))
            library.data_version()
        assert len(library.annotations.of(article.id)) == len(other.annotations.of(article.id)) == 60

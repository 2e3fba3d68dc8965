"""The file under an open library: what is acknowledged is in it, and that it is gone is noticed."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from store.article import Article
from store.errors import SaysoError
from store.keeping.errors import DatabaseGoneError, NewerDatabaseError
from store.keeping.migrations import LATEST
from store.library import Library
from tests.store.kept import imported, note


def log(path: Path) -> Path:
    """The write-ahead log beside a database."""
    return path.with_name(path.name + "-wal")


def test_what_is_acknowledged_is_in_the_database_itself_even_if_the_log_is_cut_off(
    path: Path, library: Library, article: Article, tmp_path: Path
) -> None:
    for number in range(40):
        library.annotations.save(note(article, f"u{number}"))
        for length in (0, 100, 4000):
            copy = tmp_path / f"{number}-{length}.db"
            shutil.copy(path, copy)
            shutil.copy(log(path), log(copy))
            os.truncate(log(copy), length)
            with closing(sqlite3.connect(copy)) as connection:
                assert connection.execute("SELECT count(*) FROM annotations").fetchone() == (number + 1,)


def test_a_log_that_was_cut_off_is_kept_and_told_of(path: Path, library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    log(copy).write_bytes(log(path).read_bytes()[:5000])
    with Library(copy) as again:
        assert len(again.annotations.of(article.id)) == 1
        assert [notice.split(";")[0] for notice in again.notices] == ["the log of the database was cut short"]
    (kept,) = path.parent.glob("copy.db-wal.cut-*")
    assert kept.stat().st_size == 5000
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_log_that_is_whole_is_nothing_to_tell(path: Path, library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    with Library(path) as other:
        assert other.notices == ()
    assert list(path.parent.glob("*.cut-*")) == []


FAULTS: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "moved": lambda path: path.rename(path.with_name("moved.db")),
    "replaced by garbage": lambda path: (path.unlink(), path.write_bytes(b"garbage" * 2000)),
    "replaced by a copy": lambda path: (shutil.copy(path, f"{path}2"), Path(f"{path}2").replace(path)),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_was_deleted_or_replaced_is_noticed_before_anything_is_said_to_be_saved(
    path: Path, library: Library, article: Article, fault: str
) -> None:
    library.annotations.save(note(article))
    FAULTS[fault](path)
    for attempt in (
        lambda: library.annotations.save(note(article, "u2")),
        lambda: library.drafts.keep(note(article, "u2")),
        lambda: library.annotations.of(article.id),
    ):
        with pytest.raises(DatabaseGoneError, match="moved, deleted or replaced"):
            attempt()
    with suppress(SaysoError):
        library.close()


def test_a_file_that_is_deleted_while_a_change_is_written_is_noticed_too(path: Path, library: Library) -> None:
    article, _ = library.articles.add(imported())
    writing = library._connection.writing()
    writing.__enter__().execute("UPDATE articles SET title = 'x' WHERE id = ?", [article.id])
    path.unlink()
    with pytest.raises(DatabaseGoneError):
        writing.__exit__(None, None, None)


def test_a_library_that_a_newer_version_has_brought_up_to_date_meanwhile_is_left_alone(
    path: Path, library: Library, article: Article
) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {LATEST + 1}")
    for attempt in (lambda: library.annotations.save(note(article)), lambda: library.articles.list()):
        with pytest.raises(NewerDatabaseError, match="start Sayso again"):
            attempt()


def test_what_others_write_is_told_from_what_this_program_writes(path: Path, library: Library) -> None:
    before = library.data_version()
    article, _ = library.articles.add(imported())
    assert library.data_version() == before
    with Library(path) as other:
        other.annotations.save(note(article))
    assert library.data_version() != before

"""When writing fails, the reader is told so in one line, and nothing is half written."""

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store.article import Article
from store.keeping import changes
from store.keeping.errors import DatabaseBusyError, DatabaseDamagedError, DatabaseFailedError, DatabaseFullError
from store.library import Library
from tests.store.kept import imported, note, resave


def test_an_error_halfway_through_a_change_undoes_the_whole_change(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = library.annotations.save(note(article))
    library.drafts.keep(note(article, note="Who"))

    def fail(*_: object) -> None:
        raise RuntimeError("halfway")

    monkeypatch.setattr(changes, "recount", fail)
    with pytest.raises(RuntimeError, match="halfway"):
        resave(library, note(article, note="Who says so?"))
    monkeypatch.undo()
    assert library.annotations.of(article.id) == [saved]
    assert len(library.history.of(article.id)) == 1
    assert len(library.drafts.of(article.id)) == 1
    library.annotations.delete("u1")


def test_an_annotation_of_no_article_cannot_be_kept(library: Library, article: Article) -> None:
    with pytest.raises(DatabaseFailedError, match="deleted for good"):
        library.annotations.save(replace(note(article), article=article.id + 1))


def test_a_full_disk_is_told_and_reading_goes_on(path: Path) -> None:
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        # A limit of the connection: what SQLite does when it is reached is what it does when the disk is full.
        (pages,) = library._connection._db.execute("PRAGMA page_count").fetchone()
        library._connection._db.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(DatabaseFullError, match="no room"):
            library.articles.add(imported("words " * 200_000))
        assert [summary.article for summary in library.articles.list()] == [article]
        library.annotations.save(note(article))


def test_a_program_that_keeps_the_library_to_itself_is_waited_for_and_then_told_of(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.keeping.connection.BUSY_TIMEOUT", 0.05)
    with Library(path) as library, closing(sqlite3.connect(path, isolation_level=None)) as other:
        article, _ = library.articles.add(imported())
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusyError, match="in use by another program"):
            library.annotations.save(note(article))
        assert library.annotations.of(article.id) == []
        other.execute("COMMIT")
        library.annotations.save(note(article))


def test_a_damaged_file_is_told_of(path: Path) -> None:
    with Library(path) as library:
        library.articles.add(imported("words " * 20_000))
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    path.write_bytes(whole)
    with pytest.raises(DatabaseDamagedError, match="is damaged: sayso db restore"), Library(path) as library:
        library.articles.list()


@pytest.mark.parametrize(
    "spoilt",
    [
        "UPDATE annotations SET selectors = '[{}]'",
        "UPDATE annotations SET selectors = 'null'",
        "UPDATE annotations SET selectors = '[]'",
        "UPDATE history SET after = '{'",
        "UPDATE history SET after = CAST(x'ff' AS TEXT)",
        "UPDATE drafts SET annotation = '[1]'",
    ],
)
def test_a_record_that_cannot_be_read_is_told_of(path: Path, library: Library, article: Article, spoilt: str) -> None:
    library.annotations.save(note(article))
    library.drafts.keep(note(article, note="Who"))
    with closing(sqlite3.connect(path)) as other:
        other.executescript(f"DROP TRIGGER history_is_never_changed; {spoilt};")
    with pytest.raises(DatabaseDamagedError) as told:
        library.annotations.of(article.id), library.history.of(article.id), library.drafts.of(article.id)
    assert len(str(told.value).splitlines()) == 1


def test_threads_take_turns(library: Library, article: Article) -> None:
    def save(name: str) -> None:
        for number in range(20):
            library.annotations.save(note(article, f"{name}{number}"))

    threads = [threading.Thread(target=save, args=[name]) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(library.annotations.of(article.id)) == 40


def test_closing_twice_does_nothing(library: Library) -> None:
    library.close()
    library.close()

"""A backup put back: while windows are open, in the place of garbage, and never at the cost of what was there."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store import backups
from store.article import Article
from store.checking import check
from store.errors import SaysoError
from store.library import Library
from store.restoring import restore
from tests.store.kept import another_program, imported, made_by_a_newer_version, note, resave
from tests.store.make_schema import SCHEMAS, made


def sound(path: Path) -> bool:
    return not any(finding.problems for finding in check(path))


def test_what_is_put_back_shows_in_a_window_that_is_open(path: Path, library: Library, article: Article) -> None:
    saved = library.annotations.save(note(article))
    backup = backups.keep(path, backups.DAILY)
    resave(library, note(article, note="Spoilt"))
    seen = library.data_version()
    restore(path, backup)
    assert library.data_version() != seen
    assert library.annotations.of(article.id) == [saved]
    library.articles.add(imported("Written after it."))
    assert sound(path)


def test_the_library_as_it_was_is_kept_as_a_backup(path: Path, library: Library, article: Article) -> None:
    backup = backups.keep(path, backups.DAILY)
    saved = library.annotations.save(note(article))
    kept = restore(path, backup)
    assert kept is not None
    assert library.annotations.of(article.id) == []
    restore(path, kept)
    assert library.annotations.of(article.id) == [saved]


@pytest.mark.usefixtures("article")
def test_the_backup_that_is_put_back_is_not_thinned_out(path: Path) -> None:
    first = backups.keep(path, "before-restore")
    for _ in range(5):
        restore(path, first)
    assert first.exists()


@pytest.mark.usefixtures("article")
def test_a_library_that_is_garbage_is_put_aside_and_the_backup_takes_its_place(path: Path, library: Library) -> None:
    backup = backups.keep(path, backups.DAILY)
    library.close()
    garbage = bytes(range(256)) * 50
    path.write_bytes(garbage)
    kept = restore(path, backup)
    assert kept is not None
    assert kept.read_bytes() == garbage
    with Library(path) as again:
        assert again.articles.count() == 1


@pytest.mark.usefixtures("article")
def test_at_no_moment_of_putting_a_backup_in_the_place_of_garbage_is_there_nothing(
    path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backups.keep(path, backups.DAILY)
    library.close()
    garbage = bytes(range(256)) * 50
    path.write_bytes(garbage)
    replace = Path.replace

    def killed(self: Path, target: Path) -> Path:
        if target == path:
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            restore(path, backup)
    assert path.read_bytes() == garbage
    assert restore(path, backup) is not None
    assert sound(path)


@pytest.mark.usefixtures("article")
def test_what_a_killed_restoring_left_beside_the_library_goes_the_next_day(path: Path) -> None:
    backup = backups.keep(path, backups.DAILY)
    left, new = path.with_name(f".{path.name}.restoring-old"), path.with_name(f".{path.name}.restoring-new")
    for folder in (left, new):
        folder.mkdir()
        (folder / "library.db").write_bytes(b"a copy")
    os.utime(left, (0, 0))
    restore(path, backup)
    assert (left.exists(), new.exists()) == (False, True)


@pytest.mark.usefixtures("article")
def test_a_library_that_is_gone_comes_back(path: Path, library: Library, tmp_path: Path) -> None:
    backup = backups.keep(path, backups.DAILY)
    library.close()
    elsewhere = tmp_path / "new" / "home" / "sayso.db"
    assert restore(elsewhere, backup) is None
    with Library(elsewhere) as again:
        assert again.articles.count() == 1
    assert [file.name for file in elsewhere.parent.iterdir()] == ["sayso.db"]


def test_a_backup_of_an_earlier_schema_is_brought_up_to_date_and_stays_as_it_was(path: Path, tmp_path: Path) -> None:
    backup = tmp_path / "old.db"
    shutil.copy(SCHEMAS / "1.db", backup)
    before = backup.read_bytes()
    with Library(path) as library:
        restore(path, backup)
        assert library.articles.count() == 3
    assert sound(path)
    assert backup.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir() if file.name.startswith("old")) == ["old.db"]


def test_a_copy_with_other_pages_can_be_put_back(path: Path, library: Library, tmp_path: Path) -> None:
    library.articles.add(imported())
    copy = tmp_path / "copy.db"
    backups.write(path, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.executescript("PRAGMA page_size = 1024; VACUUM;")
    library.articles.add(imported("Another text."))
    restore(path, copy)
    assert library.articles.count() == 1


@pytest.mark.usefixtures("article")
def test_what_is_no_backup_is_refused_and_nothing_is_changed(path: Path, library: Library, tmp_path: Path) -> None:
    text, other, newer = (tmp_path / name for name in ("notes.txt", "bookmarks.db", "newer.db"))
    text.write_text("precious " * 1000)
    another_program(other)
    made_by_a_newer_version(newer)
    half = tmp_path / "half.db"
    backups.write(path, half)
    half.write_bytes(half.read_bytes()[:20_000])
    for wrong in (text, other, newer, half, tmp_path, tmp_path / "missing.db", path):
        with pytest.raises(SaysoError):
            restore(path, wrong)
    assert library.articles.count() == 1
    assert not backups.folder_of(path).exists()


def test_another_programs_database_is_never_written_over(path: Path, library: Library, tmp_path: Path) -> None:
    library.articles.add(imported())
    backup = backups.keep(path, backups.DAILY)
    other = tmp_path / "bookmarks.db"
    another_program(other)
    before = other.read_bytes()
    with pytest.raises(SaysoError, match="another program's"):
        restore(other, backup)
    assert other.read_bytes() == before


def test_a_copy_that_ends_within_its_last_page_is_not_put_back(
    path: Path, library: Library, article: Article, tmp_path: Path
) -> None:
    made(backup := tmp_path / "cut.db")
    library.annotations.save(note(article))
    # What is gone is a row of history: SQLite reads zeros there, and complains of nothing.
    os.truncate(backup, backup.stat().st_size - 1_215)
    with pytest.raises(SaysoError, match="cut short"):
        restore(path, backup)
    assert len(library.annotations.of(article.id)) == 1

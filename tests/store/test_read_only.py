"""A library that may only be read: everything in it can be, nothing is written, and no permission is changed."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store import backups, checking
from store.exporting.everything import export_all
from store.keeping.errors import ReadOnlyError, UnusablePlaceError
from store.library import Library
from store.merging import merge
from store.place import check
from store.searching.query import parse
from store.verifying import verify
from tests.store.kept import TEXT, imported, note
from tests.store.make_schema import SCHEMAS

PROTECTED = {"file": (0o444, 0o700), "folder": (0o600, 0o555), "both": (0o444, 0o555)}


@pytest.fixture(params=PROTECTED)
def protected(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A library with a note, of which the file, its folder or both may not be written."""
    folder = tmp_path / "kept"
    with Library(folder / "sayso.db") as library:
        library.annotations.save(note(library.articles.add(imported()).article))
    file_mode, folder_mode = PROTECTED[request.param]
    (folder / "sayso.db").chmod(file_mode)
    folder.chmod(folder_mode)
    yield folder / "sayso.db"
    folder.chmod(0o700)
    (folder / "sayso.db").chmod(0o600)


def test_all_of_it_can_be_read_searched_verified_checked_exported_and_copied(protected: Path, tmp_path: Path) -> None:
    before = _state(protected)
    check(protected)
    with Library(protected) as library:
        assert library.read_only
        (summary,) = library.articles.list()
        assert library.articles.document(summary.article).text == TEXT
        assert library.annotations.of(1)[0].note == "Who measured?"
        assert library.search.find(parse("bridge"), 5).results
        assert library.readings.read(summary.article).engine
        assert all(one.text_is_sound for one in verify(library, summary.article))
        library.articles.remember_position(1, 5)
    assert not any(finding.problems for finding in checking.check(protected))
    assert export_all(protected, tmp_path / "out").annotations == 1
    assert backups.write(protected, tmp_path / "copy.db").annotations == 1
    assert backups.daily(protected) is None
    assert _state(protected) == before


def test_whatever_would_write_is_refused_and_nothing_is_changed(protected: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Library(other) as library:
        library.articles.add(imported("Another text about something else.", title="Other"))
    before = _state(protected)
    with Library(protected) as library:
        for write in (
            lambda: library.articles.add(imported("Something that is not there yet.")),
            lambda: library.annotations.delete("u1"),
            lambda: library.bin.put(library.articles.get(1)),
            lambda: library.history.undo(1),
            lambda: library.settings.keep("theme", "night"),
        ):
            with pytest.raises(ReadOnlyError, match="may only be read"):
                write()
    for change in (
        lambda: merge(protected, other),
        lambda: checking.repair(protected),
        lambda: _restore(protected, other),
    ):
        with pytest.raises(ReadOnlyError):
            change()
    assert _state(protected) == before


def test_what_another_program_left_in_its_log_is_read_too(tmp_path: Path) -> None:
    path, copy = tmp_path / "sayso.db", tmp_path / "copy.db"
    with Library(path) as library:
        library.articles.add(imported())
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("PRAGMA wal_autocheckpoint = 0")
            other.execute("UPDATE articles SET title = 'In the log'")
            shutil.copy(path, copy)
            shutil.copy(f"{path}-wal", f"{copy}-wal")
    copy.chmod(0o444)
    with Library(copy) as library:
        assert library.articles.get(1).metadata.title == "In the log"
    assert copy.stat().st_mode & 0o777 == 0o444


def test_one_of_an_earlier_version_is_refused_since_it_would_have_to_be_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(SCHEMAS / "1.db", path)
    path.chmod(0o444)
    before = path.read_bytes()
    with pytest.raises(UnusablePlaceError, match="earlier version"):
        Library(path)
    assert path.read_bytes() == before


def _restore(database: Path, backup: Path) -> None:
    from store.restoring import restore

    restore(database, backup)


def _state(path: Path) -> tuple[list[str], bytes, int, int]:
    beside = sorted(file.name for file in path.parent.iterdir())
    return beside, path.read_bytes(), path.stat().st_mode, path.parent.stat().st_mode

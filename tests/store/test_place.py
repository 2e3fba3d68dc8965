"""Where the database is, and the places that are refused before a screen opens: nothing is changed there."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from store.errors import SaysoError
from store.keeping.errors import DatabaseDamagedError, NewerDatabaseError, NotADatabaseError, UnusablePlaceError
from store.library import Library
from store.place import check, database_path
from tests.store.kept import another_program, imported, made_by_a_newer_version


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file under ``folder`` with its permissions and bytes, but for the scratch index of SQLite's log."""
    return {
        str(file.relative_to(folder)): (file.stat().st_mode, file.read_bytes() if file.is_file() else b"")
        for file in sorted(folder.rglob("*"))
        if not file.name.endswith("-shm")
    }


def refused(path: Path, kind: type[SaysoError], words: str) -> None:
    """Assert that neither check nor the library takes the place, for that reason, and that nothing there changes."""
    before = contents(path.parent) if path.parent.is_dir() else {}
    for attempt in (check, Library):
        with pytest.raises(kind, match=words) as caught:
            attempt(path)
        assert "\n" not in str(caught.value)
        assert path.name in str(caught.value)
    assert (contents(path.parent) if path.parent.is_dir() else {}) == before


@pytest.fixture
def plain_user() -> Iterator[Path]:
    """A folder of a user whom permissions stop, and for the test that user, even where root runs it."""
    with TemporaryDirectory() as folder:
        if os.getuid() != 0:
            yield Path(folder)
            return
        os.chown(folder, 65534, 65534)
        os.setresuid(65534, 65534, 0)
        try:
            yield Path(folder)
        finally:
            os.setresuid(0, 0, 0)


def test_the_option_goes_before_the_environment_and_that_before_the_user_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("SAYSO_DB", "~/other.db")
    assert database_path("~/mine.db") == tmp_path / "mine.db"
    assert database_path() == tmp_path / "other.db"
    monkeypatch.setenv("SAYSO_DB", "")
    assert database_path() == database_path(None)
    assert database_path().parts[-2:] == ("sayso", "sayso.db")


def test_a_place_that_does_not_exist_yet_is_fine_and_is_not_created(tmp_path: Path) -> None:
    check(tmp_path / "new" / "folder" / "sayso.db")
    assert list(tmp_path.iterdir()) == []


def test_a_library_is_fine_while_another_program_uses_it_and_after(path: Path) -> None:
    with Library(path) as library:
        library.articles.add(imported())
        check(path)
        with Library(path) as other:
            assert len(other.articles.list()) == 1
    check(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    refused(tmp_path / "folder", UnusablePlaceError, "is a folder")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    for name, content in (
        ("byte", b"\n"),
        ("short", b"Dear diary"),
        ("text", b"Dear diary\n" * 500),
        ("zeros", bytes(5000)),
    ):
        (tmp_path / name).write_bytes(content)
        refused(tmp_path / name, NotADatabaseError, "is not a Sayso database")


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for attempt in (check, Library):
        with pytest.raises(NotADatabaseError, match="not an ordinary file"):
            attempt(tmp_path / "pipe")


def test_another_programs_database_is_refused(path: Path) -> None:
    another_program(path)
    refused(path, NotADatabaseError, "another program's database")


def test_a_database_made_by_a_newer_version_is_refused(path: Path) -> None:
    made_by_a_newer_version(path)
    refused(path, NewerDatabaseError, "newer version")


def test_a_newer_version_is_recognised_though_it_was_killed_with_everything_in_its_log(path: Path) -> None:
    script = "import sys, os; from tests.store.kept import made_by_a_newer_version as m; m(sys.argv[1], killed=True)"
    subprocess.run([sys.executable, "-c", script, path], check=False, cwd=Path.cwd())
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    refused(path, NewerDatabaseError, "newer version")


def test_a_file_cut_short_is_refused(path: Path) -> None:
    with Library(path) as library:
        library.articles.add(imported())
    whole = path.read_bytes()
    for length, kind in ((150, NotADatabaseError), (5000, DatabaseDamagedError)):
        path.write_bytes(whole[:length])
        refused(path, kind, "not a Sayso database|is damaged")


def test_a_place_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    refused(tmp_path / "file" / "sayso.db", UnusablePlaceError, "file is not a folder")


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    for attempt in (check, Library):
        with pytest.raises(UnusablePlaceError, match="too long"):
            attempt(tmp_path / ("x" * 300))


def test_a_folder_that_may_not_be_written_is_refused(plain_user: Path) -> None:
    folder = plain_user / "folder"
    folder.mkdir(mode=0o500)
    refused(folder / "sayso.db", UnusablePlaceError, "folder is read-only")
    refused(folder / "below" / "sayso.db", UnusablePlaceError, "folder is read-only")


def test_a_file_that_may_not_be_read_is_refused(plain_user: Path) -> None:
    path = plain_user / "sayso.db"
    Library(path).close()
    path.chmod(0o200)
    for attempt in (check, Library):
        with pytest.raises(UnusablePlaceError, match="may not be read"):
            attempt(path)


def test_foreign_characters_in_a_path_cannot_reach_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "\x1b[31m\n"
    folder.mkdir()
    with pytest.raises(SaysoError) as caught:
        check(folder)
    assert "\x1b" not in str(caught.value)


def test_a_place_is_checked_and_an_anchor_made_without_the_slow_imports() -> None:
    script = "import sys, store.place, store.anchors; store.place.check(store.place.database_path('/tmp/x/y.db'));"
    script += "sys.exit(bool({'sqlite_utils', 'markdown_it', 'platformdirs'} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", script], check=True)

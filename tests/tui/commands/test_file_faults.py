"""What may happen to the library's file, on the command line: one line, exit code 2, and nothing kept is lost."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from store.checking import check
from store.keeping.connection import Connection
from store.library import Library
from tests.tui.commands.conftest import Sayso
from tui.commands import reading as reading_files

BIG = "Nothing happened at the quay. " * 2_000
Patch = pytest.MonkeyPatch


@pytest.fixture
def database() -> Iterator[Path]:
    """A place outside the test's own folder, which no other user may enter."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "kept").mkdir()
        yield Path(folder) / "kept" / "sayso.db"
        regain()


def give_up(database: Path) -> None:
    """Become the owner of the library, and a user whom permissions stop, even where root runs the test."""
    if os.getuid() == 0:
        for place in (database.parent, *database.parent.iterdir()):
            os.chown(place, 65534, 65534)
        os.setresuid(65534, 65534, 0)


def regain() -> None:
    """Become again who runs the test."""
    if os.getresuid()[2] == 0:
        os.setresuid(0, 0, 0)


def full_disk(_: Path, patch: Patch) -> None:
    """What SQLite does at this limit of a connection is what it does when the disk is full."""
    opened = Connection.__init__

    def limited(self: Connection, *arguments: object) -> None:
        opened(self, *arguments)  # type: ignore[arg-type]
        self._db.execute("PRAGMA max_page_count = 1")

    patch.setattr(Connection, "__init__", limited)


def read_only_file(database: Path, _: Patch) -> None:
    database.chmod(0o400)
    give_up(database)


def read_only_folder(database: Path, _: Patch) -> None:
    database.parent.chmod(0o500)
    give_up(database)


def replaced_by_garbage(database: Path, _: Patch) -> None:
    database.rename(database.with_name("moved.db"))
    database.write_bytes(b"Dear diary\n" * 5000)


def cut_short(database: Path, _: Patch) -> None:
    database.rename(database.with_name("moved.db"))
    database.write_bytes(database.with_name("moved.db").read_bytes()[:20_000])


def mended(database: Path) -> None:
    """Undo the fault."""
    regain()
    database.parent.chmod(0o700)
    database.chmod(0o600)
    if (moved := database.with_name("moved.db")).exists():
        moved.replace(database)


FAULTS: dict[Callable[[Path, Patch], None], str] = {
    full_disk: "no room is left",
    read_only_file: "may only be read",
    read_only_folder: "may only be read",
    replaced_by_garbage: "is not a Sayso database any more",
    cut_short: "is damaged",
}


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_each_of_5_faults_is_one_line_and_exit_code_2_and_what_was_kept_is_there_when_it_is_mended(
    sayso: Sayso, database: Path, article: Path, fault: Callable[[Path, Patch], None]
) -> None:
    quote = ("--quote", "Passengers noticed nothing")
    big = article.with_name("big.txt")
    big.write_text(BIG, encoding="utf-8")
    assert sayso("add", article).code == 0
    assert sayso("note", "ferry", *quote, "--note", "Ask one.").code == 0
    with pytest.MonkeyPatch.context() as patch:
        fault(database, patch)
        for arguments in (("add", big), ("note", "ferry", *quote, "--note", "word " * 5000)):
            ran = sayso(*arguments)
            assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1), ran
            assert ran.err.startswith("sayso: ")
            assert FAULTS[fault] in ran.err
    mended(database)
    with Library(database) as library:
        assert [annotation.note for annotation in library.annotations.of(1)] == ["Ask one."]
        assert library.articles.count() == 1
    assert not any(finding.problems for finding in check(database))


@pytest.mark.parametrize("gone", [Path.unlink, lambda path: replaced_by_garbage(path, Patch())])
def test_a_library_that_goes_while_files_are_added_is_told_of_for_each_not_kept_and_none_is_made_anew(
    sayso: Sayso, database: Path, tmp_path: Path, monkeypatch: Patch, gone: Callable[[Path], None]
) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(4)]
    for path in files:
        path.write_text(f"The {path.stem} mayors said the bridge was safe.", encoding="utf-8")
    whole = reading_files.read_file

    def reading(path: str) -> object:
        if path == str(files[1]):
            gone(database)
        return whole(path)

    monkeypatch.setattr(reading_files, "read_file", reading)
    ran = sayso("add", *files)
    assert ran.code == 2
    told = [line for line in ran.err.splitlines() if "moved, deleted or replaced" in line]
    assert ran.out.count("\tadded") + len(told) == len(files)
    assert len(told) >= len(files) - 1
    assert not database.exists() or database.read_bytes().startswith(b"Dear diary")


def test_a_log_that_was_cut_short_is_told_of_in_one_line_and_costs_nothing(
    sayso: Sayso, database: Path, article: Path
) -> None:
    sayso("add", article)
    with Library(database) as library:
        library.articles.remember_position(1, 5)
        copy = database.with_name("copy.db")
        shutil.copy(database, copy)
        log = database.with_name(f"{database.name}-wal").read_bytes()
    copy.with_name("copy.db-wal").write_bytes(log[: len(log) // 2])
    ran = sayso("--db", copy, "list")
    assert (ran.code, len(ran.err.splitlines())) == (0, 1)
    assert ran.err.startswith("sayso: the log of the database was cut short; what is left of it is in ")
    assert "Ferry company" in ran.out
    assert not any(finding.problems for finding in check(copy))

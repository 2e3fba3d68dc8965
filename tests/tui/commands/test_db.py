"""The verbs of the library as a whole: db check, backup, restore, merge, export-all."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from store import backups
from tests.store.make_schema import SCHEMAS
from tests.tui.commands.conftest import Sayso


def spoil(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(statement)


@pytest.fixture
def kept(sayso: Sayso, article: Path, database: Path) -> Path:
    """A library with an article."""
    assert sayso("add", article).code == 0
    return database


def test_a_sound_library_is_told_check_by_check(sayso: Sayso, kept: Path) -> None:
    ran = sayso("--db", kept, "db", "check")
    assert (ran.code, ran.err) == (0, "")
    assert {line.split()[-1] for line in ran.out.splitlines()} == {"ok"}
    assert sayso("db", "check", "--json").json["ok"] is True


def test_what_is_wrong_is_told_with_what_to_do_and_exit_code_1(sayso: Sayso, kept: Path) -> None:
    spoil(kept, "UPDATE articles SET unreviewed = 77")
    ran = sayso("db", "check")
    assert ran.code == 1
    assert "counts           article 1: the numbers in the list" in ran.out
    assert "--repair" in ran.err
    assert sayso("db", "check", "--json").json["ok"] is False
    repaired = sayso("db", "check", "--repair")
    assert repaired.code == 0
    assert "before-repair.db" in repaired.out


def test_what_cannot_be_built_anew_is_to_be_restored(sayso: Sayso, kept: Path) -> None:
    spoil(kept, "UPDATE revisions SET text = text || ' Forged.'")
    ran = sayso("db", "check", "--repair")
    assert ran.code == 1
    assert "the text is not the one that was added" in ran.out
    assert "sayso db restore" in ran.err


def test_where_there_is_no_library_none_is_made(sayso: Sayso, database: Path) -> None:
    assert sayso("db", "check").code == 0
    assert "No backups yet" in sayso("db", "restore").out
    assert not database.parent.exists()


def test_a_verb_that_writes_is_followed_by_the_backup_of_the_day_and_one_that_asks_is_not(
    sayso: Sayso, kept: Path
) -> None:
    (backup,) = sayso("db", "restore", "--json").json
    assert (backup["kind"], backup["articles"]) == ("daily", 1)
    shutil.rmtree(backups.folder_of(kept))
    sayso("list")
    assert not backups.folder_of(kept).exists()


def test_a_backup_of_the_day_that_fails_is_a_line_and_the_work_is_done(
    sayso: Sayso, database: Path, article: Path
) -> None:
    database.parent.mkdir()
    backups.folder_of(database).write_text("in the way")
    ran = sayso("add", article)
    assert ran.code == 0
    assert ran.err.startswith("sayso: the backup of the day could not be made: ")
    assert len(ran.err.splitlines()) == 1


def test_an_old_library_is_backed_up_when_a_verb_brings_it_up_to_date(sayso: Sayso, database: Path) -> None:
    database.parent.mkdir()
    shutil.copy(SCHEMAS / "1.db", database)
    assert sayso("db", "check").code == 0
    assert [backup.kind[:13] for backup in backups.listed(database)] == ["before-schema"]


@pytest.mark.usefixtures("kept")
def test_a_copy_is_written_and_put_back(sayso: Sayso, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert sayso("db", "backup", copy).out == f"Wrote {copy}: 1 article, 0 annotations.\n"
    sayso("note", "ferry", "--quote", "Passengers noticed nothing", "--note", "Ask one.")
    assert sayso("db", "backup", copy, "--json").json["annotations"] == 1
    sayso("note", "ferry", "--quote", "Passengers noticed nothing", "--note", "Never mind.")
    assert sayso("db", "restore", copy, "--yes").code == 0
    assert "Never mind." not in sayso("export", "ferry").out
    (before,) = (one for one in sayso("db", "restore", "--json").json if one["kind"] == "before-restore")
    assert sayso("db", "restore", Path(before["path"]).name, "--yes", "--json").json["restored"] == before["path"]
    assert "Never mind." in sayso("export", "ferry").out


def test_restoring_asks_and_without_a_terminal_refuses(sayso: Sayso, kept: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    sayso("db", "backup", copy)
    before = kept.read_bytes()
    ran = sayso("db", "restore", copy)
    assert (ran.code, ran.err) == (2, "sayso: restoring asks first: give --yes\n")
    assert kept.read_bytes() == before


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "arguments",
    [
        ("backup", "{tmp}/notes.txt"),
        ("backup", "{tmp}"),
        ("backup", "{tmp}/no/folder/copy.db"),
        ("backup", "{tmp}/\x1b[31mred/x.db"),
        ("restore", "{tmp}/notes.txt", "--yes"),
        ("restore", "{tmp}/missing.db", "--yes"),
        ("restore", "{tmp}", "--yes"),
        ("restore", "/dev/null", "--yes"),
        ("restore", "{tmp}/\x1b[31mred.db", "--yes"),
        ("merge", "{tmp}/notes.txt"),
        ("merge", "{tmp}/missing.db"),
        ("merge", "{tmp}/\x1b[31mred.db"),
        ("nonsense",),
    ],
)
def test_bad_input_is_one_safe_line_and_exit_code_2(sayso: Sayso, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "notes.txt").write_text("precious")
    ran = sayso("db", *(argument.replace("{tmp}", str(tmp_path)) for argument in arguments))
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "\x1b" not in ran.err
    assert (tmp_path / "notes.txt").read_text() == "precious"


def test_another_library_is_merged_and_the_second_time_nothing_is_new(sayso: Sayso, kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copy(SCHEMAS / "1.db", other)
    ran = sayso("db", "merge", other)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (f"Merged {other}: 3 articles and 5 annotations are new, 0 changed there later, 0 here.\n")
    assert sayso("db", "merge", other).out == f"Nothing new in {other}.\n"
    assert len(sayso("list", "--json").json) == 4
    assert [backup.kind for backup in backups.listed(kept)] == ["before-merge", "daily"]


@pytest.mark.usefixtures("kept")
def test_a_bad_record_of_another_library_is_a_line_and_the_exit_code_2(sayso: Sayso, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copy(SCHEMAS / "1.db", other)
    spoil(other, "UPDATE annotations SET decision = char(27) || '[31m' WHERE uid = 'mind'")
    ran = sayso("db", "merge", other)
    assert (ran.code, ran.err) == (2, "sayso: annotation mind skipped: its decision is not readable\n")
    assert ran.out.endswith("; 1 skipped.\n")
    assert sayso("db", "merge", other, "--json").json["skipped"] == 1


@pytest.mark.usefixtures("kept")
def test_all_is_written_as_plain_files(sayso: Sayso, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert sayso("db", "export-all", out).out == f"Wrote {out}: 1 article, 0 annotations.\n"
    assert sorted(entry.name for entry in out.iterdir()) == ["00001-ferry-company-denies-cutting-crews", "index.json"]
    ran = sayso("db", "export-all", out)
    assert (ran.code, ran.err) == (2, f"sayso: {out} is not an empty folder; choose another place\n")
    assert sayso("db", "export-all", tmp_path / "again", "--json").json["articles"] == 1


def test_a_library_made_by_merging_is_made_where_there_was_none(sayso: Sayso, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copy(SCHEMAS / "1.db", other)
    assert sayso("db", "merge", other).code == 0
    assert len(sayso("list", "--json").json) == 3


@pytest.mark.parametrize(
    ("arguments", "interrupted", "line"),
    [
        (("db", "merge", "other.db"), "store.merging.merge", "nothing was merged"),
        (("db", "check"), "store.checking.check", "nothing was changed"),
        (("db", "restore", "other.db", "--yes"), "store.restoring.restore", "the library is as it was"),
        (("bin", "purge", "1", "--yes"), "store.keeping.bin.purge", "nothing was deleted"),
    ],
)
def test_what_ctrl_c_has_left_is_said_in_one_line(
    sayso: Sayso,
    kept: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    interrupted: str,
    line: str,
) -> None:
    shutil.copy(kept, tmp_path / "other.db")
    sayso("bin", "put", "1")

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(interrupted, interrupt)
    ran = sayso(*(str(tmp_path / one) if one == "other.db" else one for one in arguments))
    assert (ran.code, ran.err.splitlines()) == (130, [f"sayso: interrupted; {line}"])


def test_what_was_deleted_for_good_on_either_side_of_a_merge_is_told(sayso: Sayso, kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    shutil.copy(kept, other)
    sayso("bin", "put", "1")
    sayso("bin", "purge", "1", "--yes")
    assert "Deleted for good here, and left away: 1." in sayso("db", "merge", other).out
    assert sayso("db", "merge", other, "--json").json["stayed_away"] == 1
    there = sayso("--db", other, "db", "merge", kept)
    assert "Deleted for good there, and still here: 1." in there.out


def test_a_damaged_library_is_exported_as_far_as_it_can_be_read_and_told_what_to_do(
    sayso: Sayso, article: Path, database: Path, tmp_path: Path
) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", "Passengers noticed nothing.", "--note", "Ask some.")
    sayso("db", "backup", tmp_path / "sound.db")
    overwrite(database, "history")
    assert "Ferry company" in sayso("list").out
    checked = sayso("db", "check", "--repair")
    assert checked.code == 1
    assert "not repaired: integrity" in checked.err
    assert "sayso db restore" in checked.err
    assert "sayso db export-all FOLDER saves what can be read" in checked.err
    ran = sayso("db", "export-all", tmp_path / "out")
    assert ran.code == 1
    assert "the library is damaged: this is what can be read of it" in ran.err
    assert "cannot be read" in ran.err
    assert "Ask some." in "".join(file.read_text() for file in (tmp_path / "out").rglob("article.json"))


def test_a_library_whose_beginning_was_overwritten_is_said_to_be_damaged(
    sayso: Sayso, article: Path, database: Path
) -> None:
    sayso("add", article)
    database.write_bytes(b"\0" * 16 + database.read_bytes()[16:])
    refused = sayso("list")
    assert refused.code == 2
    assert "damaged" in refused.err
    assert "sayso db restore" in refused.err
    (backup, *_) = sayso("db", "restore", "--json").json
    assert sayso("db", "restore", backup["path"], "--yes").code == 0
    assert sayso("list", "--json").json[0]["id"] == 1


def overwrite(database: Path, table: str) -> None:
    """Overwrite the pages that hold the rows of a table."""
    with closing(sqlite3.connect(database)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
    data = bytearray(database.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    database.write_bytes(data)

"""``sayso bin``: in, out, and for good only when that was agreed to."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.commands.conftest import Ran, Sayso

SECRET = "zumbelquartz"


@pytest.fixture
def uid(sayso: Sayso, article: Path) -> str:
    """A note on the one article of the library."""
    sayso("add", article)
    noted = sayso("note", "1", "--quote", "Passengers noticed nothing", "--note", SECRET, "--tag", "ask", "--json").json
    return str(noted["uid"])


def one_line(ran: Ran) -> str:
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    return line


def holds_secret(database: Path) -> bool:
    """Asked of another program: this one must not open the database past SQLite."""
    files = [file for file in database.parent.glob(f"{database.name}*") if file.is_file()]
    return SECRET.encode() in subprocess.run(["cat", *files], capture_output=True, check=True).stdout


def test_a_note_goes_into_the_bin_and_comes_out_again(sayso: Sayso, uid: str) -> None:
    assert uid in sayso("bin", "put", uid).out
    assert sayso("list", "--json").json[0]["annotations"] == 0
    assert SECRET in sayso("bin").out
    assert [one["uid"] for one in sayso("bin", "--json").json] == [uid]
    assert sayso("bin", "list", "--json").json == sayso("bin", "--json").json
    assert sayso("bin", "restore", uid, "--json").json["note"] == SECRET
    assert sayso("list", "--json").json[0]["annotations"] == 1
    assert sayso("bin").out == "The bin is empty.\n"


def test_an_article_goes_into_the_bin_and_comes_out_again_by_its_title(sayso: Sayso, uid: str) -> None:
    assert sayso("bin", "put", "ferry", "--json").json["kind"] == "article"
    assert sayso("list", "--json").json == []
    assert "Ferry company denies" in sayso("bin").out
    sayso("bin", "restore", "ferry")
    assert sayso("list", "--json").json[0]["annotations"] == 1
    assert sayso("bin", "--json").json == []
    assert uid in sayso("history", "1", "--json").out


def test_purging_asks_and_without_a_terminal_refuses(
    sayso: Sayso, uid: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sayso("bin", "put", uid)
    assert one_line(sayso("bin", "purge", uid)) == "sayso: purging asks first: give --yes"
    asked: list[str] = []

    def answered(question: str, **_: object) -> bool:
        asked.append(question)
        return len(asked) > 1

    run = sayso

    def at_a_terminal(*arguments: str) -> Ran:
        with monkeypatch.context() as patched:
            patched.setattr("tui.commands.asking.click.confirm", answered)
            patched.setattr("tests.tui.commands.conftest._Stdin.isatty", lambda _: True)
            return run(*arguments)

    assert at_a_terminal("bin", "purge", uid).code == 1
    assert [one["uid"] for one in sayso("bin", "--json").json] == [uid]
    ran = at_a_terminal("bin", "purge", uid)
    assert asked == ["Delete 1 annotation for good? This cannot be undone."] * 2
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Deleted for good: 1 annotation.")
    assert sayso("bin", "--json").json == []
    assert not holds_secret(database)


def test_all_is_purged_with_what_is_on_it_and_the_backups_that_still_hold_it_are_named(
    sayso: Sayso, uid: str, database: Path
) -> None:
    backup = database.with_name("sayso.db.backups")
    backup.mkdir(exist_ok=True)
    sayso("bin", "put", uid)
    sayso("bin", "put", "1")
    assert holds_secret(database)
    purged = sayso("bin", "purge", "--all", "--yes", "--json").json
    assert purged == {"articles": 1, "annotations": 1, "copies": [str(backup)]}
    assert not holds_secret(database)
    assert sayso("bin", "--json").json == sayso("list", "--json").json == []
    assert sayso("bin", "purge", "--all").out == "The bin is empty.\n"
    assert [one["action"] for one in sayso("history", uid, "--json").json] == ["purge"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["put", "nobody"],
        ["put", "\x1b[31m"],
        ["restore", "1"],
        ["restore", "\udce9"],
        ["purge"],
        ["purge", "1"],
        ["purge", "1", "--all"],
        ["purge", "1", "--yes"],
        ["--json", "put", "1"],
        ["empty"],
    ],
)
def test_what_cannot_be_done_is_said_in_one_safe_line_and_changes_nothing(
    sayso: Sayso, uid: str, arguments: list[str]
) -> None:
    before = sayso("history", "1", "--json").json
    assert "\x1b" not in one_line(sayso("bin", *arguments))
    assert sayso("history", "1", "--json").json == before
    assert uid


def test_asking_what_is_in_the_bin_makes_no_library(sayso: Sayso, database: Path) -> None:
    assert sayso("bin").out == "The bin is empty.\n"
    assert sayso("bin", "list", "--json").json == []
    assert not database.parent.exists()


def test_hostile_words_in_the_bin_do_not_act_on_a_terminal(sayso: Sayso, uid: str) -> None:
    from tests.e2e.hostile import all_at, breaches

    sayso("note", "1", "--quote", "Passengers noticed nothing", "--note", all_at("note").replace("\x00", ""))
    sayso("bin", "put", uid)
    for ran in (sayso("bin"), sayso("bin", "--json"), sayso("history", "1"), sayso("history", uid, "--json")):
        assert not list(breaches(ran.out.encode()))
    assert sys.stdout

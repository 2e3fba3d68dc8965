"""Bad input gets one clear line, exit code 2, and changes nothing."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.tui.commands.conftest import Ran, Sayso


def refused(ran: Ran, *words: str) -> None:
    """One line on standard error that holds ``words``, nothing on standard output, exit code 2."""
    assert ran.code == 2, ran
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1, ran.err
    assert "Traceback" not in ran.err
    for word in words:
        assert word in ran.err


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    """A file of each bad kind, by name."""
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n\n\t\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    names = ("binary", "empty.md", "blank.txt", "folder", "missing.md")
    return {name: tmp_path / name for name in names}


@pytest.mark.parametrize("name", ["binary", "empty.md", "blank.txt", "folder", "missing.md"])
@pytest.mark.parametrize("verb", ["claims", "add"])
def test_a_file_that_is_no_article_is_refused_by_name(sayso: Sayso, bad: dict[str, Path], name: str, verb: str) -> None:
    refused(sayso(verb, bad[name]), name)


def test_an_unreadable_file_is_refused(sayso: Sayso, article: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    article.chmod(0)
    refused(sayso("claims", article), "ferry.md")


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(
    sayso: Sayso, article: Path, database: Path
) -> None:
    sayso("add", article)
    with sqlite3.connect(database) as connection:
        connection.execute("pragma user_version = 999")
    connection.close()
    before = database.read_bytes()
    refused(sayso("list"), "newer")
    assert database.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(sayso: Sayso, database: Path) -> None:
    database.parent.mkdir()
    database.write_text("my shopping list, which happens to be long enough to be read as a header " * 10)
    before = database.read_bytes()
    refused(sayso("list"), str(database.name))
    assert database.read_bytes() == before


def test_a_place_that_cannot_be_written_is_refused(sayso: Sayso, article: Path) -> None:
    refused(sayso("add", article, "--db", "/proc/nowhere/sayso.db"), "/proc/nowhere")


def test_an_unknown_article_is_refused(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    refused(sayso("export", "no such title"), "no such title")
    refused(sayso("export", "99"), "99")


def test_an_ambiguous_title_is_refused_with_the_candidates(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    sayso("add", article)
    other = tmp_path / "other.md"
    other.write_text("# Ferry company buys a ship\n\nThe company said it had paid in cash.\n", encoding="utf-8")
    sayso("add", other)
    refused(sayso("export", "ferry"), "1", "2")


def test_an_export_to_a_place_that_is_not_there_is_refused(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    sayso("add", article)
    refused(sayso("export", "1", "-o", tmp_path / "no" / "such" / "folder" / "out.md"), "out.md")


def test_hostile_names_are_harmless_in_messages(sayso: Sayso, tmp_path: Path) -> None:
    ran = sayso("claims", tmp_path / "no\x1b[2J\u202esuch.md")
    refused(ran, "such.md")
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


def test_text_that_is_not_utf8_is_read_and_said_so(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    words = "Der Bürgermeister sagte, die Brücke über den Fluß sei „völlig sicher“ und müsse nicht gesperrt werden.\n"
    path.write_bytes((words * 6).replace("„", '"').replace("“", '"').encode("windows-1252"))
    ran = sayso("claims", path)
    assert ran.code == 0
    assert "UTF-8" in ran.err


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [(("serach", "wolf"), "search"), (("serach",), "search"), (("hstory", "1"), "history"), (("lst",), "list")],
)
def test_a_mistyped_verb_is_answered_with_the_one_that_was_meant(
    sayso: Sayso, arguments: tuple[str, ...], meant: str
) -> None:
    refused(sayso(*arguments), "no such command or file", f"did you mean {meant}?")


def test_a_file_that_is_named_like_a_verb_but_for_a_letter_is_opened(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("serach").write_text("The mayor said the bridge was safe.", encoding="utf-8")
    assert "the bridge was safe" in sayso("serach").out


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html>\n<html><body><h1>Hello</h1>",
        "\n<!-- saved -->\n<HTML lang=en>",
        '<?xml version="1.0"?>\n<html>',
    ],
)
def test_a_web_page_is_refused(sayso: Sayso, tmp_path: Path, page: str) -> None:
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    refused(sayso("add", tmp_path / "page.html"), "page.html is a web page (HTML); save its text")
    refused(sayso("claims", "-", stdin=page.encode()), "web page")


@pytest.mark.parametrize("address", ["https://example.org/a", "http://example.org", "www.example.org/a"])
def test_an_address_is_refused(sayso: Sayso, address: str) -> None:
    for verb in ("read", "add", "claims"):
        refused(sayso(verb, address), "is an address: save the page first")


@pytest.mark.parametrize(
    "arguments",
    [
        *(("list",), ("search", "wolf"), ("history", "1"), ("notes", "1"), ("verify", "1"), ("orphans",), ("bin",)),
        *(("note", "1", "--quote", "a", "--note", "b"), ("export", "1"), ("diff", "1"), ("bin", "put", "1")),
        *(("db", "check"), ("db", "backup", "copy.db"), ("db", "export-all", "out")),
    ],
)
def test_a_library_that_is_named_and_not_there_is_not_made_by_what_only_reads_or_changes_it(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(sayso("--db", "typo.db", *arguments), "there is no library at typo.db: check the path")
    assert list(tmp_path.iterdir()) == []


def test_a_failing_note_makes_no_library(sayso: Sayso, database: Path) -> None:
    refused(sayso("note", "1", "--quote", "a", "--note", "b"), "there is no library", "sayso FILE")
    assert not database.parent.exists()

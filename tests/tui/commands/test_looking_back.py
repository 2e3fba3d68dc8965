"""``sayso history`` and ``sayso verify``: what happened, and whether it is still what came."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from store.annotations import Evidence
from store.library import Library
from tests.tui.commands.conftest import Sayso

QUOTE = "We have not cut a single post"


def test_the_history_of_an_article_lists_all_changes_with_version_the_newest_first(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", QUOTE, "--note", "First.")
    sayso("note", "1", "--quote", QUOTE, "--note", "Second.")
    lines = sayso("history", "ferry").out.splitlines()
    assert [line.split("  ")[1] for line in lines] == [
        "changed note on a claim",
        "added note on a claim",
        "added to the library",
    ]
    assert "“First.” → “First. Second.”" in lines[0]
    assert all("sayso " in line and "command line" in line for line in lines)


def test_a_note_tells_its_uid_and_so_do_the_history_and_the_notes_of_the_article(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    noted = sayso("note", "1", "--quote", QUOTE, "--note", "Ask her.", "--tag", "crew")
    (one,) = sayso("notes", "ferry", "--json").json
    assert f"({one['uid']})" in noted.out
    assert (one["speaker"], one["note"], one["tags"], one["finding"]) == ("Marta Lindqvist", "Ask her.", ["crew"], None)
    assert sayso("history", "1").out.splitlines()[0].endswith(one["uid"])
    listed = sayso("notes", "1").out
    assert all(words in listed for words in (one["uid"], "Marta Lindqvist", QUOTE, "Ask her.", "tags: crew"))


def test_the_beginning_of_a_uid_is_enough_where_no_other_begins_so(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    uid = sayso("note", "1", "--quote", QUOTE, "--note", "Ask her.", "--json").json["uid"]
    sayso("note", "1", "--quote", "Passengers noticed nothing.", "--note", "Ask some.", "--json")
    others = {one["uid"] for one in sayso("history", "1", "--json").json} - {uid}
    short = next(uid[:n] for n in range(4, 19) if not any(other.startswith(uid[:n]) for other in others))
    if len(short) < 18:
        assert "Ask her." in sayso("history", short).out
        assert sayso("bin", "put", short, "--json").json["uid"] == uid
        assert sayso("bin", "restore", short, "--json").json["uid"] == uid
        assert sayso("orphans", "--bin", short, "--json").json["uid"] == uid
    ambiguous = sayso("history", uid[:4])
    assert (ambiguous.code, len(ambiguous.err.splitlines())) == (2, 1)
    assert uid in ambiguous.err
    unknown = sayso("bin", "put", "zzzzzzzz")
    assert (unknown.code, len(unknown.err.splitlines())) == (2, 1)


def test_the_same_note_again_is_not_written_twice(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    for text in ("First.", "Second.", "First.", "Second."):
        assert sayso("note", "1", "--quote", QUOTE, "--note", text).code == 0
    (one,) = sayso("notes", "1", "--json").json
    assert one["note"] == "First.\n\nSecond."
    assert len(sayso("history", one["uid"], "--json").json) == 2


def test_the_history_as_json_holds_the_whole_of_what_was_before_and_after(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    uid = sayso("note", "1", "--quote", QUOTE, "--note", "First.", "--json").json["uid"]
    sayso("note", "1", "--quote", QUOTE, "--note", "x" * 500)
    second, first = sayso("history", uid, "--json").json
    assert (first["before"], first["after"]["note"], first["origin"], first["undone"]) == (
        None,
        "First.",
        "script",
        False,
    )
    assert second["before"]["note"] == "First."
    assert second["after"]["note"].endswith("x" * 500)
    assert first["key"] != second["key"]


def test_what_is_in_the_bin_has_a_history_too(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    uid = sayso("bin", "put", "1", "--json").json["uid"]
    for name in ("1", "ferry", uid):
        assert sayso("history", name).out.splitlines()[0].split("  ")[1] == "put into the bin"


@pytest.mark.parametrize("verb", ["history", "verify"])
@pytest.mark.parametrize("name", ["nobody", "", "\x1b[31m", "\udce9", "9" * 40])
def test_an_unknown_name_gets_one_safe_line_and_makes_no_library(
    sayso: Sayso, database: Path, verb: str, name: str
) -> None:
    ran = sayso(verb, name)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "\x1b" not in ran.err
    assert not database.parent.exists()


def test_what_is_as_it_came_verifies_with_the_hashes_of_text_and_file(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    (verified,) = sayso("verify", "1", "--json").json
    assert verified["file_sha256"] == verified["file_sha256_now"] == sha256(article.read_bytes()).hexdigest()
    assert (verified["file"], verified["text_as_it_came"], verified["path"]) == ("as it came", True, str(article))
    ran = sayso("verify", "ferry")
    assert ran.code == 0
    assert ran.out.count("as it came") == 2
    assert verified["text_sha256"] in ran.out


def test_a_text_changed_behind_our_back_does_not_verify(sayso: Sayso, article: Path, database: Path) -> None:
    sayso("add", article)
    with closing(sqlite3.connect(database)) as db, db:
        db.execute("UPDATE revisions SET text = replace(text, 'nothing', 'nothinG')")
    ran = sayso("verify", "1")
    assert ran.code == 1
    assert "CHANGED" in ran.out
    (verified,) = sayso("verify", "1", "--json").json
    assert verified["text_as_it_came"] is False
    assert verified["text_sha256"] != verified["text_sha256_now"]


def test_a_file_that_changed_or_went_is_told_apart_from_a_text_that_did(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    article.write_text("Something else.", encoding="utf-8")
    ran = sayso("verify", "1")
    assert ran.code == 1
    assert "changed since" in ran.out
    assert sha256(b"Something else.").hexdigest() in ran.out
    article.unlink()
    assert sayso("verify", "1").code == 0
    assert sayso("verify", "1", "--json").json[0]["file"] == "no longer there"
    article.mkdir()
    assert sayso("verify", "1", "--json").json[0]["file"] == "no longer there"


def test_what_came_by_standard_input_has_no_file(sayso: Sayso) -> None:
    sayso("add", "-", stdin=b"A text of its own.")
    (verified,) = sayso("verify", "1", "--json").json
    assert (verified["file"], verified["came"], verified["path"]) == (None, "standard input", None)
    assert verified["file_sha256"] == sha256(b"A text of its own.").hexdigest()
    assert "standard input" in sayso("verify", "1").out


def test_each_revision_verifies_by_itself(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    article.write_text(article.read_text(encoding="utf-8") + "\nMore to follow.\n", encoding="utf-8")
    sayso("add", article)
    first, second = sayso("verify", "1", "--json").json
    assert [one["revision"] for one in (first, second)] == [1, 2]
    assert (first["file"], first["replaced_by"], second["file"]) == ("replaced since", 2, "as it came")
    assert "replaced by revision 2" in sayso("verify", "1").out
    assert sayso("verify", "1").code == 0
    assert first["text_as_it_came"]
    assert second["text_as_it_came"]


def test_an_exports_hashes_are_those_that_verify_prints(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    (verified,) = sayso("verify", "1", "--json").json
    exported = sayso("export", "1").out.split("---\n")[1]
    assert f"text-sha256: {verified['text_sha256']}\n" in exported
    assert f"file-sha256: {verified['file_sha256']}\n" in exported
    assert "revision: 1\n" in exported
    assert "added-from: ferry.md\n" in exported
    assert str(article.parent) not in exported


def test_the_notes_of_an_article_tell_the_evidence(sayso: Sayso, article: Path, database: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", QUOTE, "--note", "Ask her.")
    with Library(database) as library:
        (one,) = library.annotations.of(1)
        evidence = (Evidence("https://a.example/x", "contradicts", "page 3"), Evidence("\x1bletter", "supports"))
        library.annotations.save(replace(one, evidence=evidence))
    lines = [line.strip() for line in sayso("notes", "1").out.splitlines()]
    assert "evidence, contradicts: https://a.example/x – page 3" in lines
    assert any(line.startswith("evidence, supports: ") and line.endswith("letter") for line in lines)

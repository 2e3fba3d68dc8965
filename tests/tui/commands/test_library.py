"""The verbs that keep: add, list, note, export, where."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.tui.commands.conftest import Sayso

QUOTE = "We have not cut a single post"


def test_an_added_article_is_listed_with_its_counts(sayso: Sayso, article: Path) -> None:
    added = sayso("add", article, "--json").json
    assert added[0]["new"] is True
    listed = sayso("list", "--json").json
    assert listed[0]["id"] == added[0]["id"]
    assert listed[0]["title"] == "Ferry company denies cutting crews"
    assert listed[0]["claims"] == listed[0]["unreviewed"] == added[0]["claims"] >= 2
    assert "Ferry company denies" in sayso("list").out


def test_the_same_text_is_found_again_not_doubled(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.md"
    copy.write_bytes(article.read_bytes())
    first = sayso("add", article, "--json").json[0]
    again = sayso("add", copy, "--json").json[0]
    assert (again["id"], again["new"]) == (first["id"], False)
    assert len(sayso("list", "--json").json) == 1


def test_a_file_whose_text_changed_is_the_next_revision_of_its_article(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", QUOTE, "--note", "Ask for the rota.")
    article.write_text(article.read_text(encoding="utf-8") + "\nMore to follow.\n", encoding="utf-8")
    added = sayso("add", article, "--json").json[0]
    assert (added["id"], added["new"], added["outcome"], added["revision"]) == (1, False, "revised", 2)
    assert added["annotations"] == {"moved": 1, "reworded": 0, "to_confirm": 0, "lost": 0}
    assert "Ask for the rota." in sayso("export", "1").out


def test_a_revision_is_told_of_in_one_line(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    article.write_text(article.read_text(encoding="utf-8").replace("nothing", "nothing at all"), encoding="utf-8")
    assert "revision 2: 2 words changed, " in sayso("add", article).out


def test_a_text_that_neither_address_nor_file_tells_is_named_with_as(
    sayso: Sayso, article: Path, tmp_path: Path
) -> None:
    sayso("add", article)
    other = tmp_path / "pasted.txt"
    other.write_text("All of it was written anew.", encoding="utf-8")
    assert sayso("add", other, "--as", "ferry", "--json").json[0]["revision"] == 2
    assert sayso("add", other, "--as", "no such thing").code == 2
    assert sayso("add", other, article, "--as", "1").code == 2


def test_a_file_that_holds_another_article_by_now_is_said_to(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    article.write_text("Nothing of what stood here was left, all was about the weather.", encoding="utf-8")
    ran = sayso("add", article)
    assert ran.code == 0
    assert "held another text before (article 1): added as article 2" in ran.err
    assert "--as 1" in ran.err


def test_a_changed_text_is_an_article_of_its_own_if_it_is_to_be(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    article.write_text(article.read_text(encoding="utf-8") + "\nMore to follow.\n", encoding="utf-8")
    ran = sayso("add", article, "--new", "--json")
    assert (ran.json[0]["id"], ran.err) == (2, "")


def test_a_list_with_a_limit_holds_the_newest_and_says_how_many_more_there_are(sayso: Sayso, tmp_path: Path) -> None:
    for number in range(4):
        path = tmp_path / f"{number}.md"
        path.write_text(f"# Ferry {number}\n\nA ferry sank, number {number}.\n", encoding="utf-8")
        sayso("add", path)
    *rows, last = sayso("list", "--limit", "2").out.splitlines()
    assert last == "… and 2 more."
    assert [row.split()[1:3] for row in rows[-2:]] == [["Ferry", "3"], ["Ferry", "2"]]
    assert [one["title"] for one in sayso("list", "--limit", "1", "--json").json] == ["Ferry 3"]
    assert sayso("list", "--limit", "4").out == sayso("list").out
    assert sayso("list", "--limit", "9" * 30).out == sayso("list").out
    for limit in ("0", "-1", "many"):
        ran = sayso("list", "--limit", limit)
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)


def test_asking_makes_no_library(sayso: Sayso, database: Path) -> None:
    assert "No articles yet" in sayso("list").out
    assert not database.parent.exists()


def test_a_misused_command_gets_one_line(sayso: Sayso) -> None:
    for arguments in (["claims"], ["add"], ["claims", "--nonsense"], ["one.md", "two.md"]):
        ran = sayso(*arguments)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_files_that_cannot_be_read_do_not_keep_the_others_out(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    ran = sayso("add", tmp_path / "missing.md", article)
    assert ran.code == 2
    assert "missing.md" in ran.err
    assert len(sayso("list", "--json").json) == 1


def test_a_note_on_the_words_of_a_claim_goes_to_the_claim(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    noted = sayso("note", "ferry", "--quote", QUOTE, "--note", "Ask for the rota.", "--tag", "labour", "--json").json
    assert (noted["kind"], noted["speaker"], noted["tags"]) == ("claim", "Marta Lindqvist", ["labour"])
    assert sayso("list", "--json").json[0]["annotations"] == 1


def test_a_note_on_other_words_goes_to_the_passage(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    noted = sayso("note", "1", "--quote", "Passengers noticed nothing", "--note", "Who asked them?", "--json").json
    assert noted["kind"] == "passage"
    assert "Who asked them?" in sayso("export", "1").out


def test_a_second_note_on_the_same_words_follows_the_first(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", QUOTE, "--note", "First.")
    assert sayso("note", "1", "--quote", QUOTE, "--note", "Second.", "--json").json["note"] == "First.\n\nSecond."


@pytest.mark.parametrize("quote", ["words that nobody wrote", "th", ""])
def test_words_that_are_not_there_or_there_twice_are_refused(sayso: Sayso, article: Path, quote: str) -> None:
    sayso("add", article)
    ran = sayso("note", "1", "--quote", quote, "--note", "x")
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert sayso("list", "--json").json[0]["annotations"] == 0


def test_an_export_marks_what_was_noted_and_leaves_the_rest_out(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", QUOTE, "--note", "Ask for the rota.")
    out = tmp_path / "out.md"
    report = sayso("export", "1", "-o", out, "--json").json
    assert (report["claims"], report["notes"], report["path"]) == (1, 1, str(out))
    exported = out.read_text(encoding="utf-8")
    assert exported.count("<mark>") == 1
    assert "Ask for the rota." in exported
    assert f"file-sha256: {sha256(article.read_bytes()).hexdigest()}" in exported
    assert sayso("export", "1", "--unreviewed").out.count("<mark>") > 1


def test_an_export_tells_what_is_in_it_and_what_was_left_out_and_not_in_between_the_article(
    sayso: Sayso, article: Path, tmp_path: Path
) -> None:
    sayso("add", article)
    left = sayso("export", "1", "-o", tmp_path / "out.md", "--json").json["left_out"]
    assert (left["unreviewed"] > 0, left["rejected"]) == (True, 0)
    told = f"no claims (none is accepted yet), no notes. Claims left out: {left['unreviewed']} not reviewed"
    told += " (--unreviewed includes these)."
    assert sayso("export", "1", "-o", tmp_path / "out.md").out == f"Wrote {tmp_path / 'out.md'}: {told}\n"
    ran = sayso("export", "1")
    assert ran.err == f"Exported {told}\n"
    assert ran.out.endswith(f"\nClaims not in this file: {left['unreviewed']} not reviewed.\n")
    whole = sayso("export", "1", "--unreviewed")
    assert whole.err == f"Exported {left['unreviewed']} claims, no notes.\n"


def test_an_export_keeps_the_file_that_it_replaces(sayso: Sayso, article: Path, tmp_path: Path) -> None:
    sayso("add", article)
    out = tmp_path / "out.md"
    out.write_text("my own words", encoding="utf-8")
    ran = sayso("export", "1", "-o", out)
    assert ran.code == 0
    assert "out.md~" in ran.out
    assert (tmp_path / "out.md~").read_text(encoding="utf-8") == "my own words"
    assert "<mark>" not in out.read_text(encoding="utf-8")


def test_where_prints_the_place_and_an_option_wins_over_the_environment(
    sayso: Sayso, database: Path, tmp_path: Path
) -> None:
    assert sayso("where").out.strip() == str(database)
    other = tmp_path / "other.db"
    assert sayso("where", "--db", other).out.strip() == str(other)
    assert sayso("--db", other, "where", "--json").json["path"] == str(other)
    assert not other.exists()


def test_the_database_is_private(sayso: Sayso, article: Path, database: Path) -> None:
    sayso("add", article)
    assert database.stat().st_mode & 0o777 == 0o600


def test_an_export_is_not_written_over_the_file_that_the_article_came_from(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    came = article.read_bytes()
    refused = sayso("export", "1", "-o", article)
    assert (refused.code, article.read_bytes()) == (2, came)
    assert refused.err.count("\n") == 1
    assert "is the file that the article came from" in refused.err
    assert sayso("export", "1", "-o", article, "--over-source").code == 0
    assert article.read_bytes() != came


def test_an_export_that_is_added_is_already_there_and_said_to_be_an_export(
    sayso: Sayso, article: Path, tmp_path: Path
) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", "Passengers noticed nothing.", "--note", "Ask some.")
    sayso("export", "1", "-o", tmp_path / "out.md")
    added = sayso("add", tmp_path / "out.md")
    assert "already there" in added.out
    assert "is an export of Sayso's: this is the article without the marks and notes" in added.err

"""``sayso diff``: what changed, and which claims and notes stand there."""

from pathlib import Path

import pytest

from tests.tui.commands.conftest import Sayso

QUOTE = "We have not cut a single post"


@pytest.fixture
def changed(sayso: Sayso, article: Path) -> Sayso:
    sayso("add", article)
    sayso("note", "1", "--quote", QUOTE, "--note", "Ask for the rota.")
    article.write_text(
        article.read_text(encoding="utf-8").replace("not cut a single", "cut only one"), encoding="utf-8"
    )
    sayso("add", article)
    return sayso


def test_a_changed_paragraph_shows_what_went_and_what_came(changed: Sayso) -> None:
    printed = changed("diff", "ferry").out
    assert "revision 1 to 2: 3 words changed." in printed
    assert "“We have [-not -]cut [-a single-]{+only one+} post,” Marta Lindqvist" in printed
    assert "Passengers" not in printed


def test_the_claims_and_notes_in_changed_passages_are_listed_before_and_now(changed: Sayso) -> None:
    before, now = changed("diff", "1").out.split("In changed passages")[1:]
    assert "We have not cut a single post" in before
    assert "these words changed" in before
    assert "Ask for the rota." in before
    assert "We have cut only one post" in now
    assert "union" not in before + now


def test_any_two_revisions_can_be_compared_in_json(changed: Sayso) -> None:
    report = changed("diff", "1", "--from", "2", "--to", "1", "--json").json
    assert (report["from"], report["to"], report["changed_words"]) == (2, 1, 3)
    kinds = [piece["kind"] for passage in report["passages"] for piece in passage["pieces"]]
    assert kinds == ["same", "added", "same", "removed", "added", "same"]
    assert {one["revision"] for one in report["touched"]} == {1, 2}


def test_an_article_that_never_changed_has_one_revision(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    ran = sayso("diff", "1")
    assert (ran.code, ran.out) == (0, "“Ferry company denies cutting crews” has one revision.\n")


@pytest.mark.parametrize("arguments", [["nope"], ["1", "--from", "9"], ["1", "--to", "9" * 30], ["1", "--from", "x"]])
def test_what_cannot_be_compared_gets_one_line(changed: Sayso, arguments: list[str]) -> None:
    ran = changed("diff", *arguments)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_a_paragraph_that_only_stands_elsewhere_is_moved_and_its_note_not_changed(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", "Passengers noticed nothing", "--note", "Who asked?")
    text = article.read_text(encoding="utf-8")
    head, paragraphs = text.split("\n\n", 1)
    last = paragraphs.strip().split("\n\n")[-1]
    article.write_text(f"{head}\n\n{last}\n\n{paragraphs.replace(last, '').strip()}\n", encoding="utf-8")
    assert "0 words changed, 1 paragraph moved, 1 note moved along" in sayso("add", article).out
    printed = sayso("diff", "1").out
    assert "Moved, word for word:" in printed
    assert "changed passages" not in printed
    report = sayso("diff", "1", "--json").json
    assert (report["passages"], report["touched"], len(report["moved"])) == ([], [], 1)


def test_a_paragraph_that_went_and_one_beside_it_that_changed_are_a_line_each(sayso: Sayso, tmp_path: Path) -> None:
    file = tmp_path / "ferries.txt"
    for text in ("Title.\n\nThe mayor left.\n\nFerries will run.\n", "Title.\n\nBoats will run.\n"):
        file.write_text(text, encoding="utf-8")
        sayso("add", file, "--as", "1") if "Boats" in text else sayso("add", file)
    printed = sayso("diff", "1").out.splitlines()
    assert "[-The mayor left.-]" in printed
    assert "[-Ferries-]{+Boats+} will run." in printed

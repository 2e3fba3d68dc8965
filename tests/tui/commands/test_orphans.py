"""``sayso orphans``: what a changed text did to notes, and settling it."""

from pathlib import Path

import pytest

from tests.tui.commands.conftest import Sayso

CREWS = "crews on the night crossing had fallen from nine to six"


@pytest.fixture
def changed(sayso: Sayso, article: Path) -> Sayso:
    """One note is to be confirmed, and one has lost its words."""
    sayso("add", article)
    sayso("note", "1", "--quote", CREWS, "--note", "Check.")
    sayso("note", "1", "--quote", "Passengers noticed nothing", "--note", "Who asked?")
    text = article.read_text(encoding="utf-8").replace("Passengers noticed nothing.", "All was quiet.")
    text = text.replace(CREWS, "crews at night fell from nine to six on the crossing")
    article.write_text(text, encoding="utf-8")
    sayso("add", article)
    return sayso


def by_place(sayso: Sayso) -> dict[str, str]:
    return {one["place"]: one["uid"] for one in sayso("orphans", "--json").json}


def test_what_has_no_sure_place_is_listed_with_its_words_and_the_note(changed: Sayso) -> None:
    assert set(by_place(changed)) == {"doubtful", "lost"}
    listed = changed("orphans", "1").out
    told = "Ferry company", "to confirm", CREWS, "now maybe", "lost", "Passengers noticed nothing", "Who asked?"
    assert all(words in listed for words in told)


def test_a_proposed_place_is_confirmed(changed: Sayso) -> None:
    assert changed("orphans", "--confirm", by_place(changed)["doubtful"]).code == 0
    assert set(by_place(changed)) == {"lost"}
    assert "night fell from nine to six" in changed("export", "1").out.split("<mark>")[1].split("</mark>")[0]


def test_a_note_is_linked_to_other_words(changed: Sayso) -> None:
    uid = by_place(changed)["lost"]
    assert changed("orphans", "--relink", uid, "--quote", "no such words").code == 2
    assert changed("orphans", "--relink", uid, "--quote", "All was quiet").code == 0
    assert "<mark>All was quiet</mark>" in changed("export", "1").out


def test_a_note_is_kept_without_a_place_and_asked_about_no_more(changed: Sayso) -> None:
    uid = by_place(changed)["lost"]
    changed("orphans", "--keep", uid)
    assert by_place(changed)["kept"] == uid
    assert "kept without a place" in changed("orphans").out


def test_a_note_goes_into_the_bin(changed: Sayso) -> None:
    changed("orphans", "--bin", by_place(changed)["lost"])
    assert set(by_place(changed)) == {"doubtful"}


def test_no_export_loses_a_note_without_a_place(changed: Sayso) -> None:
    exported = changed("export", "1").out
    assert "## Notes whose place is not known" in exported
    assert "> Passengers noticed nothing\n" in exported
    assert "Who asked?" in exported


@pytest.mark.parametrize(
    "arguments",
    [
        ["--confirm", "nobody"],
        ["--relink", "nobody"],
        ["--quote", "words"],
        ["--keep", "a", "--bin", "b"],
        ["1", "--keep", "a"],
        ["no such article"],
    ],
)
def test_what_cannot_be_settled_gets_one_line(changed: Sayso, arguments: list[str]) -> None:
    ran = changed("orphans", *arguments)
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_what_is_lost_cannot_be_confirmed(changed: Sayso) -> None:
    ran = changed("orphans", "--confirm", by_place(changed)["lost"])
    assert ran.code == 2
    assert "link it anew" in ran.err


def test_where_everything_has_its_place_that_is_said(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    assert sayso("orphans").out == "Everything has its place.\n"
    assert sayso("orphans", "--json").json == []


def test_a_note_on_words_that_say_something_else_by_now_is_listed_with_both(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", CREWS, "--note", "Checked with the rota: true")
    text = article.read_text(encoding="utf-8").replace("had fallen", "had never fallen")
    article.write_text(text, encoding="utf-8")
    assert "1 note moved along, onto changed words" in sayso("add", article).out
    listed = sayso("orphans").out
    assert "reworded" in listed
    assert "the words are now" in listed
    assert "had never fallen" in listed
    (one,) = sayso("orphans", "--json").json
    assert "had never" not in one["was"]
    assert sayso("notes", "1", "--json").json[0]["was"] == one["was"]
    assert "when this was written the words were" in sayso("notes", "1").out
    assert "≠ what is on it was made when the words were" in sayso("diff", "1").out
    assert "when this was written the words were" in sayso("export", "1").out
    sayso("orphans", "--confirm", one["uid"])
    assert sayso("orphans").out == "Everything has its place.\n"


def test_what_is_settled_is_called_what_it_is(changed: Sayso) -> None:
    listed = changed("orphans").out
    assert "note, to confirm" in listed
    assert changed("orphans", "--keep", by_place(changed)["lost"]).out.startswith("Keeping the note on “Passengers")

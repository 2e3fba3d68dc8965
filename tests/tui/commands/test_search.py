"""``sayso search``."""

from pathlib import Path

import pytest

from tests.tui.commands.conftest import Sayso


def test_places_stand_under_their_article_with_what_was_found_in_brackets(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", "Passengers noticed nothing", "--note", "Ask for the posters.", "--tag", "labour")
    lines = sayso("search", "post*").out.splitlines()
    assert lines[0] == "1   Ferry company denies cutting crews · The Harbour Post · 2026-03-02"
    assert lines[1] == "    note     Ask for the [posters]. #labour"
    assert any(line.startswith("    claim    Marta Lindqvist: ") and "[post]" in line for line in lines)
    assert lines[-1] == f"1 article, {len(lines) - 2} places."


def test_the_day_on_which_an_article_was_only_added_is_marked_as_such(sayso: Sayso, tmp_path: Path) -> None:
    (file := tmp_path / "undated.md").write_text("# Ferry\n\nPassengers noticed nothing.\n")
    sayso("add", file)
    (one,) = sayso("list", "--json").json
    lines = sayso("search", "passengers").out.splitlines()
    assert lines[0] == f"1   Ferry · +{one['added'][:10]}"
    assert lines[-1] == "1 article, 1 place. + no date: when it was added."
    (found,) = sayso("search", "passengers", "--json").json["articles"]
    assert (found["day"], found["dated"]) == (one["added"][:10], False)
    assert f"Ferry. Added {one['added'][:10]}. " in sayso("read", "--plain").out.replace("\n", " ")


def test_words_may_be_one_argument_or_several(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    assert sayso("search", "night crossing", "speaker:union").out == sayso("search", "night crossing speaker:union").out
    assert sayso("search", '"crossing night"').out == 'Nothing found for “"crossing night"”.\n'


def test_json_holds_the_place_in_the_text(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    answer = sayso("search", "passengers", "--json").json
    (found,) = answer["articles"]
    assert (answer["query"], answer["more"], found["id"], found["day"]) == ("passengers", False, 1, "2026-03-02")
    assert found["dated"]
    (place,) = found["places"]
    assert place["kind"] == "text"
    assert place["span"][1] - place["span"][0] == len("Passengers")
    assert {"text": "Passengers", "found": True} in place["snippet"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"passengers', True),
        ("(passengers", True),
        ("passengers' ;--", True),
        ("🙂 passengers", True),
        ("passengers " * 10_000, True),
        ("passengers AND noticed", False),
        ("NEAR(passengers noticed)", False),
        (":::", False),
        ("-", False),
    ],
    ids=lambda query: str(query)[:12],
)
def test_what_means_something_to_other_programs_is_plain_words(
    sayso: Sayso, article: Path, query: str, found: bool
) -> None:
    sayso("add", article)
    ran = sayso("search", "--", query)
    assert (ran.code, ran.err, "1 article" in ran.out) == (0, "", found)
    assert len(ran.out) < 1000


@pytest.mark.parametrize("query", ["foo:passengers", "speaker: passengers", "after:yesterday", "finding:nonsense"])
def test_a_filter_that_is_not_understood_is_words_and_one_line_says_so(sayso: Sayso, article: Path, query: str) -> None:
    sayso("add", article)
    ran = sayso("search", query)
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert "is looked for as words" in ran.err
    assert "Nothing found" in ran.out


def test_where_nothing_is_found_the_nearest_word_is_named(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    assert sayso("search", "passenegrs").out == "Nothing found for “passenegrs”. Did you mean “passengers”?\n"
    assert sayso("search", "passenegrs", "--json").json["did_you_mean"] == {"passenegrs": "passengers"}


def test_the_limit_is_of_articles_and_says_that_there_are_more(sayso: Sayso, tmp_path: Path) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.md"
        path.write_text(f"# Ferry {number}\n\nA ferry sank.\n", encoding="utf-8")
        sayso("add", path)
    ran = sayso("search", "ferry", "--limit", "2")
    assert "2 articles, 4 places (4 in the texts), 2 shown. There are more articles" in ran.out
    assert len(sayso("search", "ferry", "--json").json["articles"]) == 3
    assert sayso("search", "ferry", "--limit", "0").code == 2


def test_searching_makes_no_library(sayso: Sayso, database: Path) -> None:
    assert sayso("search", "ferry").out == "Nothing found for “ferry”.\n"
    assert not database.parent.exists()


def test_a_search_for_nothing_is_one_line(sayso: Sayso) -> None:
    ran = sayso("search")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert sayso("search", "—").code == 0


def test_an_index_that_is_damaged_is_one_line(sayso: Sayso, article: Path, database: Path) -> None:
    import sqlite3

    sayso("add", article)
    with sqlite3.connect(database) as connection:
        connection.execute("DELETE FROM article_index_data WHERE id > 10")
    ran = sayso("search", "passengers")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "sayso db check --repair" in ran.err


def test_of_what_is_not_shown_it_is_said_how_much_there_is_and_how_all_of_it_is_shown(
    sayso: Sayso, tmp_path: Path
) -> None:
    said = "".join(f"“The quay stays closed on day {number},” Anna Berg said.\n\n" for number in range(30))
    (path := tmp_path / "quay.md").write_text(f"# The harbour\n\n{said}", encoding="utf-8")
    sayso("add", path)
    lines = sayso("search", "quay").out.splitlines()
    assert lines[-2] == "    all      5 of 60 shown: 30 in the text, 30 claims"
    assert lines[-1].startswith("1 article, 60 places (30 in the text, 30 claims), 5 shown. --places N shows more")
    assert sayso("search", "speaker:Berg", "--places", "30").out.splitlines()[-1].startswith("1 article, 30 places. +")
    answer = sayso("search", "speaker:Berg", "--json").json
    assert answer["totals"] == {"articles": 1, "places": 30, "shown": 5, "counts": {"claim": 30}}
    assert answer["articles"][0]["counts"] == {"claim": 30}
    assert sayso("search", "quay", "--places", "0").code == 2

"""``sayso read --plain``: an article as lines of words, also where nobody asked for it but there is no terminal."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from store.library import Library
from tests.e2e.hostile import all_at, breaches
from tests.samples.sample_articles import ARTICLES
from tests.tui.commands.conftest import Sayso
from tui.widgets.panel.facts import CAVEATS, PROGRESS_GLYPHS

SIGNS = {*"".join((*CAVEATS.values(), *PROGRESS_GLYPHS.values())), *"✎⚑✗●○◐◆↗┃│¹²³⁴⁵⁶⁷⁸⁹⁰"}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_claim_of_an_article_is_told_once_and_in_order_in_words_without_signs(sayso: Sayso, path: Path) -> None:
    ran = sayso(path, "--width", "0")
    assert ran.code == 0
    found = sayso("claims", path, "--json").json["claims"]
    shown = [claim for claim in found if claim["act"] == "speech"]
    numbers = [int(number) for number in re.findall(r"^Claim (\d+)\. ", ran.out, flags=re.MULTILINE)]
    assert numbers == list(range(1, len(shown) + 1))
    assert not {sign for sign in SIGNS & {*ran.out} if not sign.isascii()} - set(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_word_of_the_text_is_missing(sayso: Sayso, path: Path) -> None:
    told = " ".join(sayso("read", "--plain", path, "--width", "0").out.replace(";", " ").split())
    text = sayso("claims", path, "--json").json["text"]
    lines = (" ".join(line.replace(";", " ").replace(" | ", " ").split()) for line in text.split("\n"))
    assert [line for line in lines if line not in told] == []


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_longer_than_asked(sayso: Sayso, width: int) -> None:
    for path in ARTICLES[:3]:
        ran = sayso("read", "--plain", path, "--width", width)
        assert max(map(cell_len, ran.out.splitlines())) <= width


def test_without_a_width_lines_are_of_eighty_columns(sayso: Sayso) -> None:
    longest = max(map(cell_len, sayso(ARTICLES[0]).out.splitlines()))
    assert 70 < longest <= 80


def test_nothing_is_added_and_no_library_is_made(sayso: Sayso, article: Path, database: Path) -> None:
    told = sayso(article, "--width", 0).out
    assert "Marta Lindqvist, quoted directly, cue “said”: “We have not cut a single post,”." in told
    assert not database.exists()
    sayso("add", ARTICLES[0])
    sayso(article)
    assert len(sayso("list", "--json").json) == 1


def test_a_relative_and_two_who_say_nothing_are_no_named_speakers(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Ana Holm said it rained. His mother said it was late. Neither Bo nor the union would say when.\n")
    assert "by 1 named speaker, 2 others" in " ".join(sayso("read", "--plain", path).out.split())


def test_whom_a_source_cites_and_who_tells_of_one_are_told_in_words_of_their_own(sayso: Sayso) -> None:
    war = next(path for path in ARTICLES if path.stem == "war-wire")
    told = sayso(war, "--width", "0").out
    (cited,) = (line for line in told.splitlines() if "a “humanitarian corridor”" in line and line.startswith("Claim"))
    assert "Citing an unnamed officer." in cited
    assert "Anonymous" not in cited
    assert "As told by Milena Dragosh." in told


def test_speakers_who_have_no_names_are_counted_apart(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "voices.txt"
    path.write_text(
        "Ida Holm said that it rained.\n\n"
        "A senior official, who asked not to be named, said that it snowed.\n\n"
        "Neither Acme nor the union said that it froze.\n",
        encoding="utf-8",
    )
    told = sayso(path, "--width", 0).out
    assert "3 claims by 1 named speaker, 1 unnamed, 1 other (groups, offices, documents and the like)." in told


def test_what_is_denied_is_told_as_a_denial(sayso: Sayso) -> None:
    war = next(path for path in ARTICLES if path.stem == "war-wire")
    (line,) = (line for line in sayso(war, "--width", "0").out.splitlines() if ": targeting civilians" in line)
    assert "Denied or not said." in line
    assert not [line for line in sayso(war, "--width", "0").out.splitlines() if "Denied. Denied or not said." in line]


def test_what_the_reader_made_of_it_is_told_with_the_claim(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    noted = ("--quote", "had fallen from nine to six", "--note", "Ask the crew.\nBoth of them.", "--tag", "crews")
    assert sayso("note", "1", *noted).code == 0
    (line,) = (line for line in sayso(article, "--width", 0).out.splitlines() if "Your note" in line)
    assert "Tags: crews. Your note: Ask the crew. Both of them." in line


def test_a_note_whose_place_is_lost_comes_last(sayso: Sayso, article: Path) -> None:
    sayso("add", article)
    sayso("note", "1", "--quote", "Passengers noticed nothing.", "--note", "Who asked?")
    article.write_text(article.read_text(encoding="utf-8").replace("Passengers noticed nothing.", ""), encoding="utf-8")
    sayso("add", article)
    last = sayso(article, "--width", 0).out.splitlines()[-1]
    assert last.startswith("On the words: Passengers noticed nothing.")
    assert "Who asked?" in last


def test_an_article_from_standard_input_is_told_too(sayso: Sayso) -> None:
    ran = sayso("-", stdin="“Taxes will fall,” Ada Mensah said on Monday.".encode())
    assert "Claim 1. Ada Mensah, quoted directly" in ran.out


def test_without_a_file_the_library_is_told(sayso: Sayso, article: Path) -> None:
    assert "No articles yet" in sayso().out
    sayso("add", article)
    sayso("note", "1", "--quote", "Passengers noticed nothing.", "--note", "Who asked?")
    told = sayso("--plain", "--width", 0).out
    assert told.startswith("Article 1. Ferry company denies cutting crews. The Harbour Post. 2026-03-02. 3 claims, ")
    assert told.endswith(", 3 not reviewed, 1 note.\n")


def test_every_construct_is_told_as_what_it_is(sayso: Sayso, tmp_path: Path) -> None:
    path = tmp_path / "all.md"
    path.write_text(
        "# Head\n\n- one\n- two\n\n7. seven\n\n> set off\n\n| a | b |\n|---|---|\n| c | d |\n\n"
        "```\nx = 1\n```\n\n---\n\nEnd[^1].\n\n[^1]: Below.\n",
        encoding="utf-8",
    )
    told = sayso(path, "--width", 0).out
    for line in (
        *("Heading: Head", "Item: one", "Item: two", "Item 7: seven", "Set off as a quotation: set off"),
        *("Heads of a table: a; b", "Row: c; d", "Code:", "x = 1", "Footnote 1: Below."),
    ):
        assert line in told.splitlines()


def test_whatever_works_a_terminal_comes_out_as_text(sayso: Sayso, tmp_path: Path, database: Path) -> None:
    path = tmp_path / "hostile.md"
    path.write_text(f"Ada Mensah said that {all_at('body')} was safe.\n\nEnd.\n", encoding="utf-8")
    sayso("add", path)
    sayso("note", "1", "--quote", "End.", "--note", all_at("note"), "--tag", all_at("tag").replace(",", " "))
    ran = sayso(path)
    assert "ZQnotereset" in ran.out
    assert list(breaches(ran.out.encode())) == []
    with Library(database) as library:
        assert library.articles.count() == 1

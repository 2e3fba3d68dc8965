"""What an article says of itself, and the title it gets where it says nothing."""

import pytest

from store.article import Metadata
from store.importing.markdown import parse_markdown
from store.importing.metadata import describe, with_headline

BODY = parse_markdown("Opening words.\n\n# One *level*\n\nMore.")


def test_the_keys_of_web_clippers_are_understood() -> None:
    fields = {
        "title": "T",
        "authors": "Ann Lee, Bo Ek",
        "link": "https://example.org/a",
        "site_name": "The Paper",
        "created": "2024-02-15 10:30:00",
        "lang": "en-GB",
    }
    published = "2024-02-15T10:30:00"
    assert describe(fields, BODY, "f") == Metadata(
        "T", "Ann Lee, Bo Ek", "The Paper", "https://example.org/a", published, "en-GB"
    )


def test_a_source_that_is_no_address_is_the_outlet() -> None:
    described = describe({"source": "Reuters", "url": "https://example.org"}, BODY, "f")
    assert (described.outlet, described.url) == ("Reuters", "https://example.org")


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("Opening words.\n\n# One *level*\n", "One level"),
        ("## Opens the text\n\nWords.\n", "Opens the text"),
        ("Opening words.\n\n## Not this\n", "Opening words."),
        ("word " * 40, "word " * 15 + "word…"),
        ("x" * 100, "x" * 80 + "…"),
        ("```\ncode alone\n```\n", "name"),
    ],
)
def test_without_front_matter_the_text_gives_the_title(markdown: str, title: str) -> None:
    assert describe({}, parse_markdown(markdown), "name").title == title


def test_a_title_is_never_empty() -> None:
    assert describe({"title": ""}, parse_markdown("***"), "").title == "Untitled"


def test_a_title_that_is_not_in_the_text_becomes_its_first_heading() -> None:
    headed = with_headline(BODY, "The title")
    assert headed.text == f"The title\n{BODY.text}"
    assert (headed.blocks[0].kind, headed.blocks[0].level) == ("heading", 1)
    mark = headed.marks[0]
    assert headed.text[mark.start : mark.end] == "level"


def test_a_title_that_the_text_has_is_not_repeated() -> None:
    assert with_headline(BODY, "ONE  level") is BODY


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("KYIV, (Reuters) – It rained all night.", "Reuters"),
        ("PORT LOUIS, March 3 (AP) — It rained all night.", "AP"),
        ("NORDHAVN (The Harbour Post) -- It rained all night.", "The Harbour Post"),
        ("NORDHAVN (Times of Nordhavn) – It rained all night.", "Times of Nordhavn"),
        ("ORSHEVO, Velenia (Meridian Wire) – It rained all night.", "Meridian Wire"),
        ("SALEM (Oregon) – It rained all night.", ""),
        ("LONDON (UK) – It rained all night.", ""),
        ("LONDON (Monday) – It rained all night.", ""),
        ("LONDON (Updated by AP) – It rained all night.", ""),
        ("LONDON (AP Photo) – It rained all night.", ""),
        ("LONDON – It rained (Reuters) all night.", ""),
        ("It rained (Reuters) – all night.", ""),
    ],
)
def test_an_article_that_tells_no_outlet_is_of_the_one_that_its_dateline_names(opening: str, outlet: str) -> None:
    assert describe({}, parse_markdown(opening), "f").outlet == outlet
    headed = parse_markdown(f"# Rain\n\nBy Ann Lee\n\n{opening}")
    assert describe({}, headed, "f").outlet == outlet


@pytest.mark.parametrize("said", [{"outlet": "The Paper"}, {"source": "The Paper"}, {"url": "https://paper.example/1"}])
def test_what_an_article_says_itself_of_where_it_is_from_stands_against_its_dateline(said: dict[str, str]) -> None:
    described = describe(said, parse_markdown("KYIV (Reuters) – It rained."), "f")
    assert described.outlet == ("" if "url" in said else "The Paper")


def test_the_opening_words_that_stand_for_a_title_begin_behind_the_dateline() -> None:
    assert describe({}, parse_markdown("KYIV, (Reuters) – It rained."), "f").title == "It rained."
    described = describe({}, parse_markdown(f"KYIV, (Reuters) – {'word ' * 40}"), "f")
    assert described.title == f"{'word ' * 15}word…"

"""How many places there are where a search shows but a few of them."""

from dataclasses import replace

import pytest

from claims.model import Claim, Reading
from store.article import Article
from store.library import Library
from store.searching.counting import Counts
from store.searching.finding import Found
from store.searching.query import parse
from tests.store.kept import imported, note

SENTENCE = "Anna Berg said the quay was closed. "
TIMES = 40


@pytest.fixture
def full(library: Library) -> Article:
    """An article in which one speaker says the same in very many claims."""
    article, _ = library.articles.add(imported(SENTENCE * TIMES, "The harbour"))
    starts = [number * len(SENTENCE) + len("Anna Berg said ") for number in range(TIMES)]
    claims = (Claim(content=((start, start + len("the quay was closed")),), speaker="Anna Berg") for start in starts)
    library.readings.keep(article, Reading("rules 1", tuple(claims)))
    return article


def found(library: Library, query: str, limit: int = 20, *, typing: bool = False) -> Found:
    asked = parse(query, typing=typing)
    return library.search.counted(asked, library.search.find(asked, limit))


def counts(library: Library, query: str, *, typing: bool = False) -> Counts | None:
    return found(library, query, typing=typing).counts


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("typing", [False, True])
@pytest.mark.parametrize(
    ("query", "counted"),
    [
        ("speaker:berg", (("claim", TIMES),)),
        ("quay", (("text", TIMES), ("claim", TIMES))),
        ('"quay was"', (("text", TIMES), ("claim", TIMES))),
        ("quay speaker:berg", (("claim", TIMES),)),
        ("quay after:2020", (("text", TIMES), ("claim", TIMES))),
        ("said", (("text", TIMES),)),
        ("unheard", ()),
    ],
)
def test_all_places_are_counted_though_five_are_shown(
    library: Library, query: str, counted: Counts, typing: bool
) -> None:
    assert counts(library, query, typing=typing) == counted
    assert all(len(result.hits) <= 5 for result in found(library, query).results)


@pytest.mark.usefixtures("full")
def test_a_text_with_several_words_counts_once(library: Library) -> None:
    assert counts(library, "quay closed") == (("text", 1), ("claim", TIMES))


def test_a_claim_that_was_annotated_counts_once_as_what_was_made_of_it(library: Library, full: Article) -> None:
    start = len("Anna Berg said ")
    noted = note(full, "n1", "Ask at the quay.", (start, start + len("the quay was closed")))
    library.annotations.save(replace(noted, speaker="Anna Berg"))
    start += len(SENTENCE)
    rejected = replace(note(full, "n2", "", (start, start + len("the quay was closed"))), decision="rejected")
    library.annotations.save(replace(rejected, speaker="Anna Berg"))
    assert counts(library, "speaker:berg") == (("claim", TIMES - 2), ("rejected", 1), ("note", 1))


def test_what_a_search_finds_is_counted_in_each_article_and_also_where_there_are_more_of_them(
    library: Library, full: Article
) -> None:
    for number in range(3):
        library.articles.add(imported(f"The quay, and the quay again, {number}."))
    every, some = found(library, "quay"), found(library, "quay", limit=3)
    assert {one.article: one.places for one in every.results if one.article != full.id} == {2: 2, 3: 2, 4: 2}
    assert every.counts == (("text", TIMES + 6), ("claim", TIMES))
    assert some.more
    assert [one.counts for one in some.results] == [
        one.counts for one in every.results if one.article in {each.article for each in some.results}
    ]


@pytest.mark.usefixtures("full")
def test_what_is_shown_whole_is_counted_as_it_is_found(library: Library) -> None:
    library.articles.add(imported("A ferry, a ferry and a ferry."))
    asked = parse("ferry")
    assert library.search.find(asked).counts == (("text", 3),)
    assert library.search.find(parse("quay")).counts is None


@pytest.mark.usefixtures("full")
def test_as_many_places_are_shown_as_are_asked_for(library: Library) -> None:
    (result,) = library.search.find(parse("speaker:berg"), most=TIMES).results
    assert len(result.hits) == result.places == TIMES

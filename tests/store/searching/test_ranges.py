"""A search within a range of days finds what a look at every article's date would."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.article import Metadata
from store.library import Library
from store.searching import asking
from store.searching.query import parse
from tests.store.kept import imported, note

Known = tuple[int, ...]
"""A year, perhaps a month, perhaps a day."""


def written(known: Known) -> str:
    return "-".join(f"{part:02}" for part in known)


def lasting(known: Known) -> tuple[date, date]:
    """The first and the last day that ``known`` may mean."""
    year, month, day = (*known, 0, 0)[:3]
    last_month = month or 12
    return date(year, month or 1, day or 1), date(year, last_month, day or monthrange(year, last_month)[1])


def some_day(random: Random) -> Known:
    year, month = random.choice((1998, 2009, 2010, 2019, 2020, 2021)), random.choice((1, 2, 6, 11, 12))
    day = random.choice((1, 2, 28, monthrange(year, month)[1]))
    return (year, month, day)[: random.choice((1, 2, 3, 3, 3, 3))]


DAYS = st.randoms(use_true_random=False).map(some_day)


@pytest.fixture(scope="module")
def published() -> dict[int, Known]:
    """The day of each article in the library, by its id."""
    return {}


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory, published: dict[int, Known]) -> Iterator[Library]:
    """A library of articles of many days, each with a note."""
    random, path = Random(4), tmp_path_factory.mktemp("dated")
    with Library(path / "sayso.db") as library:
        for number in range(120):
            day = some_day(random)
            text = f"A ferry sailed again, as it had {number} times."
            of_the_day = imported(text)._replace(metadata=Metadata("Elsewhere", published=written(day)), path=None)
            article, _ = library.articles.add(of_the_day)
            library.annotations.save(note(article, uid=f"n{number}", note="Ask for the rota.", span=(2, 7)))
            published[article.id] = day
        yield library


@pytest.mark.parametrize("few", [False, True], ids=["all-in-order", "too-many"])
@pytest.mark.parametrize("words", ["", "ferry", "rota", '"ferry sailed"', "ferry sailed", "fer*"])
@settings(max_examples=40)  # of each of twelve
@given(after=st.none() | DAYS, before=st.none() | DAYS)
def test_a_range_finds_what_lies_whole_in_it_and_nothing_else(
    dated: Library, published: dict[int, Known], words: str, few: bool, after: Known | None, before: Known | None
) -> None:
    lowest = lasting(after)[0] if after else date.min
    highest = lasting(before)[1] if before else date.max
    ends = [f"after:{written(after)}" if after else "", f"before:{written(before)}" if before else ""]
    with pytest.MonkeyPatch.context() as patch:
        if few:
            for limit, most in (("CANDIDATES", 10), ("SOME", 5), ("COMMON", 50)):
                patch.setattr(asking, limit, most)
        results = dated.search.find(parse(" ".join([words, *ends])), limit=200).results
    if not (words or after or before):
        assert results == ()
        return
    within = {article for article, day in published.items() if lowest <= lasting(day)[0] and lasting(day)[1] <= highest}
    assert {result.article for result in results} == within


def test_in_a_long_range_too_what_has_more_of_the_word_comes_first(library: Library) -> None:
    texts = {
        "A ferry, a ferry, a ferry and a ferry.": "2009-01-01",
        "A ferry and many other words about many other things.": "2015-03-02",
        "A ferry again, and as many other words about other things.": "2016-07",
        "A ferry, a ferry, a ferry, a ferry, a ferry: too early.": "2005",
        "Something else.": "2010",
    }
    often, *_ = [
        library.articles.add(imported(text)._replace(metadata=Metadata("x", published=day), path=None)).article.id
        for text, day in texts.items()
    ]
    found = [result.article for result in library.search.find(parse("ferry after:2008")).results]
    assert (found[0], len(found)) == (often, 3)

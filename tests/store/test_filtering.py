"""The library's filter: articles by what its list shows of them."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import Metadata
from store.keeping.filtering import MARKS
from store.library import Library
from store.searching.query import IN_LIST
from tests.store.kept import SAFE, imported, note, reading
from tests.store.test_scale import filled

WRITTEN = (
    Metadata("Ferry plan rejected", outlet="Harbour Post", published="2026-03-02"),
    Metadata("Straße closed", outlet="The Harbour", published="2025"),
    Metadata("Bridge is safe", outlet="Coast Courier", published="2024-05-06T10:00:00Z"),
    Metadata("Ferry: 12:30 sailing", outlet="", published="2026-01"),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Four articles: the first has been read and noted on, the third read and reviewed."""
    opened = Library(tmp_path_factory.mktemp("filter") / "sayso.db")
    for number, metadata in enumerate(WRITTEN):
        text = f"The mayor said the bridge was safe. It was the {number}th time."
        article, _ = opened.articles.add(imported(text)._replace(metadata=metadata))
        if number in (0, 2):
            opened.readings.keep(article, reading(*([SAFE] if number == 0 else [])))
        if number == 0:
            opened.annotations.save(replace(note(article), note="Why?"))
    return opened


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [4, 3, 2, 1]),
        ("ferry", [4, 1]),
        ("FERRY plan", [1]),
        ("harbour", [2, 1]),
        ("strasse", [2]),
        ("outlet:harbour", [2, 1]),
        ('outlet:"the harbour"', [2]),
        ('"ferry plan', [1]),
        ("plan ferry", [1]),
        ("12:30", [4]),
        ("after:2026", [4, 1]),
        ("after:2026-02", [1]),
        ("before:2025", [3, 2]),
        ("before:2024-05", [3]),
        ("is:unreviewed", [1]),
        ("is:reviewed", [3]),
        ("is:unread", [4, 2]),
        ("has:note", [1]),
        ("HAS:Claim", [1]),
        ("has:orphan", []),
        ("ferry is:unread", [4]),
        ("is:unrev", [4, 3, 2, 1]),
        ("is:unrev ferry", []),
        ("outlet:", [4, 3, 2, 1]),
        ("after:20", [4, 3, 2, 1]),
        ("%", []),
        ("nowhere", []),
    ],
)
def test_a_filter_lets_through_what_holds_all_that_is_asked_for(library: Library, text: str, found: list[int]) -> None:
    assert list(library.articles.matching(text)) == found


@pytest.mark.parametrize(
    "text", ["otawhai", "OUTLET:Ōtāwhai", "outlet:otawhai", "lodz", "Łódź", "ŁÓDŹ wait", "strasse", "æbl"]
)
def test_case_and_accents_make_no_difference(tmp_path: Path, text: str) -> None:
    with Library(tmp_path / "sayso.db") as opened:
        written = Metadata("Łódź waits on the Straße for Æbleskiver", outlet="The Ōtāwhai Review")
        opened.articles.add(imported("It rained.")._replace(metadata=written))
        assert list(opened.articles.matching(text)) == [1]


def test_accents_do_not_put_a_title_behind_z(tmp_path: Path) -> None:
    with Library(tmp_path / "sayso.db") as opened:
        for number, title in enumerate(("Zebra", "Émile", "Apple")):
            opened.articles.add(imported(f"Text {number}.")._replace(metadata=Metadata(title)))
        titles = [one.article.metadata.title for one in opened.articles.page(by="title", descending=False)]
        assert titles == ["Apple", "Émile", "Zebra"]


def test_what_is_let_through_comes_in_the_order_of_any_column(library: Library) -> None:
    by_day = library.articles.matching("ferry", by="day", descending=False)
    assert list(by_day) == [4, 1]
    # Those that nothing has read come last both ways.
    for descending in (True, False):
        in_order = list(library.articles.matching("", by="claims", descending=descending))
        assert set(in_order[2:]) == {2, 4}
    assert [one.article.metadata.title for one in library.articles.some([3, 99, 1])] == [
        "Bridge is safe",
        "Ferry plan rejected",
    ]


@given(st.text(alphabet=st.sampled_from('ab "%_:-é\u0130\x00\x1b2026ishasoutletafterbefore'), max_size=40))
def test_no_text_is_an_error(library: Library, text: str) -> None:
    library.articles.matching(text)


def test_each_mark_that_the_language_knows_is_a_condition(library: Library) -> None:
    assert set(MARKS) == {(name, value) for name, values in IN_LIST.marks.items() for value in values}
    for name, value in MARKS:
        assert len(library.articles.matching(f"{name}:{value}")) < len(WRITTEN)


def test_among_many_articles_finding_nothing_costs_little_more_than_counting_them(tmp_path: Path) -> None:
    with Library(filled(tmp_path / "sayso.db", 20_000)) as library:

        def quickest(work: object) -> float:
            times = []
            for _ in range(5):
                started = time.process_time()
                work()  # type: ignore[operator]
                times.append(time.process_time() - started)
            return min(times)

        scan = "SELECT count(*) FROM articles NOT INDEXED WHERE deleted IS NULL AND title LIKE '%nowhere%'"
        with library._connection.reading() as db:
            counted = quickest(lambda: db.execute(scan).fetchone())
        assert quickest(lambda: library.articles.matching("nowhere is:unreviewed", by="title")) < 4 * counted

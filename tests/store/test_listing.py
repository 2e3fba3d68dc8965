"""The list of the library: sorted by any column, page after page both ways, with every article once."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import Metadata, Summary
from store.keeping import listing
from store.keeping.listing import Column
from store.keys import title_key
from store.library import Library
from tests.store.kept import SAFE, TEXT, imported, note, passage, reading

KEYS: dict[Column, Callable[[Summary], tuple[object, ...]]] = {
    "added": lambda one: (one.article.id,),
    "title": lambda one: (title_key(one.article.metadata.title), one.article.id),
    "outlet": lambda one: (title_key(one.article.metadata.outlet), one.article.id),
    "day": lambda one: (one.day, one.article.id),
    "claims": lambda one: (one.claims, one.article.id),
    "unreviewed": lambda one: (one.unreviewed, one.article.id),
    "notes": lambda one: (one.notes, one.article.id),
    "unplaced": lambda one: (one.unplaced, one.article.id),
}
ARTICLES = 17


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library whose articles have many values in common, and some not known yet."""
    with Library(tmp_path_factory.mktemp("shelf") / "sayso.db") as library:
        for number in range(ARTICLES):
            outlet = ("", "Post", "post", "Émile")[number % 4]
            said = Metadata(f"{'aAbB'[number % 4]} title", outlet=outlet, published=f"202{number % 3}")
            article, _ = library.articles.add(imported(f"{TEXT} {number}")._replace(metadata=said))
            if number % 3:
                library.readings.keep(article, reading(*[SAFE] * (number % 3)))
            for at in range(number % 5):
                library.annotations.save(note(article, f"n{number}-{at}"))
            library.annotations.save(passage(article, f"p{number}"))
        library.bin.put(library.articles.get(5))
        yield library


def in_order(rows: Sequence[Summary], by: Column, descending: bool) -> list[int]:
    """What a list should hold: the ids by the column, what is not known last."""
    known = [one for one in rows if KEYS[by](one)[0] not in (None, "")]
    unknown = [one for one in rows if one not in known]
    known.sort(key=KEYS[by], reverse=descending)
    unknown.sort(key=lambda one: one.article.id, reverse=descending)
    return [one.article.id for one in (*known, *unknown)]


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("by", KEYS)
@given(size=st.integers(1, 9), pick=st.integers(0, ARTICLES - 2))
def test_sorted_by_any_column_every_article_is_there_once_page_after_page_both_ways(
    shelf: Library, by: Column, descending: bool, size: int, pick: int
) -> None:
    whole = in_order(shelf.articles.list(), by, descending)
    rows = shelf.articles.page(by=by, descending=descending, limit=size)
    seen = [one.article.id for one in rows]
    while len(rows) == size:
        rest = shelf.articles.page(by=by, descending=descending, start=listing.place(rows[-1], by), limit=size + 1)
        rows = rest[1:]
        seen += [one.article.id for one in rows]
    assert seen == whole
    at = shelf.articles.place(whole[pick], by)
    before = shelf.articles.page(by=by, descending=descending, end=at, limit=size)
    assert [one.article.id for one in before] == whole[max(0, pick - size) : pick]


def test_a_list_tells_the_notes_and_the_day_of_each_article(library: Library) -> None:
    article, _ = library.articles.add(imported()._replace(metadata=Metadata("One", published="2026-03-02")))
    library.annotations.save(note(article))
    library.annotations.save(passage(article))
    (one,) = library.articles.list()
    assert (one.annotations, one.notes, one.day) == (2, 1, "2026-03-02")
    library.annotations.delete("u1")
    assert library.articles.list()[0].notes == 0


def test_an_article_that_says_no_date_is_of_the_day_on_which_it_was_added(library: Library) -> None:
    article, _ = library.articles.add(imported()._replace(metadata=Metadata("One", published="yesterday")))
    assert library.articles.list()[0].day == article.added[:10]

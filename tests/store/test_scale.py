"""What grows with the library does not grow with what is done to one article."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

import pytest

from store.article import Article
from store.keeping.listing import Column
from store.library import Library
from tests.store.kept import SAFE, imported, note, passage, reading

FEW, MANY = 10, 10_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of ten thousand articles, each with an annotation that bears one of five tags."""
    return filled(tmp_path_factory.mktemp("many") / "sayso.db", MANY)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with ten articles."""
    return filled(tmp_path_factory.mktemp("few") / "sayso.db", FEW)


def filled(path: Path, articles: int) -> Path:
    """Write a library of as many articles, copies of one another but for their numbers."""
    with Library(path) as library:
        first, _ = library.articles.add(imported())
        library.readings.keep(first, reading(SAFE))
        library.annotations.save(note(first))
        with library._connection.writing() as db:
            copies = f"WITH RECURSIVE copy (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copy WHERE n < {articles})"
            db.executescript(
                f"""PRAGMA defer_foreign_keys = ON;
                INSERT INTO tags (name) VALUES ('a'), ('b'), ('c'), ('d'), ('e');
                {copies} INSERT INTO articles (id, uid, title, title_key, byline, outlet, url, published, language,
                    added, path, file_sha256, revision)
                SELECT n, n, 'Article ' || n, 'article ' || n, '', '', '', '', '', added, n || '.txt', '', n
                FROM articles, copy;
                {copies} INSERT INTO revisions (id, article, number, format, source, text, structure, text_sha256,
                    imported)
                SELECT n, n, 1, format, '', text, structure, n, imported FROM revisions, copy;
                {copies} INSERT INTO annotations (uid, article, kind, selectors, by_hand, progress, reason, note,
                    created, modified)
                SELECT 'n' || n, n, kind, selectors, 0, progress, '', note, created, modified FROM annotations, copy;
                INSERT INTO annotation_tags (annotation, tag, place) SELECT uid, 1 + id % 5, 0 FROM annotations;"""
            )
    return path


def opened(library: Library, article: Article) -> None:
    """All that the reader asks for when an article is opened."""
    library.articles.document(library.articles.get(article.id))
    library.readings.up_to_date(article)
    library.annotations.of(article.id)
    library.drafts.left(article.id)
    library.articles.position(article.id)
    library.annotations.tags()


def page_by(by: Column, descending: bool, library: Library, article: Article) -> None:
    """A page from the place of the article on, in the order of a column."""
    library.articles.page(by=by, descending=descending, start=library.articles.place(article.id, by), limit=5)


WORK: dict[str, Callable[[Library, Article], object]] = {
    "opening an article": opened,
    "a page of the library": lambda library, article: library.articles.page(start=(article.id, article.id), limit=5),
    **{f"a page by {by}": partial(page_by, by, True) for by in get_args(Column)},
    **{f"a page by {by} upwards": partial(page_by, by, False) for by in get_args(Column)},
    "an article by its title": lambda library, article: library.articles.find(article.metadata.title),
    "adding what is there": lambda library, _: library.articles.add(imported()),
    "saving a note": lambda library, article: library.annotations.save(passage(article)),
    "undo": lambda library, article: library.history.undo(article.id),
}


def steps(path: Path, work: Callable[[Library, Article], object]) -> int:
    """How many instructions of SQLite some work takes, in tens."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    with Library(path) as library:
        article = library.articles.get(FEW - 2)
        library._connection._db.conn.set_progress_handler(count, 10)
        work(library, article)
    return taken


@pytest.mark.parametrize("what", WORK)
def test_work_on_one_article_costs_the_same_in_a_library_of_ten_and_of_ten_thousand(
    few: Path, many: Path, what: str
) -> None:
    assert steps(many, WORK[what]) < 1.5 * steps(few, WORK[what]) + 20


def test_a_page_of_the_library_costs_the_same_wherever_it_is(many: Path) -> None:
    ends = [
        steps(many, lambda library, _, at=at: library.articles.page(**at))
        for at in ({}, {"end": (0, 0)}, {"start": (MANY // 2, MANY // 2)})
    ]
    assert max(ends) < 1.5 * min(ends)


def test_pages_of_the_library_come_newest_first_both_ways(few: Path) -> None:
    with Library(few) as library:

        def ids(**where: int) -> list[int]:
            return [one.article.id for one in library.articles.page(**{k: (v, v) for k, v in where.items()}, limit=3)]

        assert ids() == [10, 9, 8]
        assert ids(start=7) == [7, 6, 5]
        assert ids(end=7) == [10, 9, 8]
        assert ids(end=0) == [3, 2, 1]
        assert ids(start=0) == ids(end=10) == []
        assert library.articles.count() == FEW

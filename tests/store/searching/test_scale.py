"""What a search looks at does not grow with the library."""

from pathlib import Path

import pytest

from store.library import Library
from store.searching import asking
from store.searching.asking import CANDIDATES
from store.searching.indexing import rebuild
from store.searching.query import parse
from tests.store.kept import imported

SOME, MANY = CANDIDATES + 500, 6 * CANDIDATES
"""Articles that are found: more than are looked at, and many more."""


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A library of some articles about ferries and one of many."""
    folder = tmp_path_factory.mktemp("ferries")
    return filled(folder / "some.db", SOME), filled(folder / "many.db", MANY)


def filled(path: Path, articles: int) -> Path:
    """Write a library of as many articles, copies of one another but for a number."""
    copies = f"WITH RECURSIVE copy (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copy WHERE n < {articles})"
    with Library(path) as library:
        library.articles.add(imported("A ferry, number 0.", title="Ferry"))
        with library._connection.writing() as db:
            db.executescript(
                f"""PRAGMA defer_foreign_keys = ON;
                {copies} INSERT INTO articles (id, uid, title, byline, outlet, url, published, language, added,
                    file_sha256, days, revision)
                SELECT n, n, title, '', 'Post', '', '', '', added, '', days, n FROM articles, copy;
                {copies} INSERT INTO revisions (id, article, number, format, source, text, structure, text_sha256,
                    imported)
                SELECT n, n, 1, format, '', 'A ferry, number ' || (n % 9), structure, n, imported
                FROM revisions, copy;"""
            )
            rebuild(db)
    return path


def steps(path: Path, query: str, found: int = 20) -> int:
    """How many instructions SQLite carries out for a search, by tens."""
    counted = 0

    def count() -> None:
        nonlocal counted
        counted += 1

    with Library(path) as library:
        with library._connection.reading() as db:
            db.conn.set_progress_handler(count, 10)
        assert len(library.search.find(parse(query)).results) == found
    return counted


@pytest.mark.parametrize("query", ["ferry", "a ferry number", '"a ferry"', "ferr*", "ferry after:2020", "outlet:post"])
def test_what_a_search_looks_at_does_not_grow_with_the_library(
    paths: tuple[Path, Path], query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "COMMON", SOME // 2)
    some, many = (steps(path, query) for path in paths)
    assert many < 1.2 * some


def test_a_long_range_that_holds_nothing_is_not_looked_for_row_by_row(paths: tuple[Path, Path]) -> None:
    some, many = (steps(path, "ferry before:2010", found=0) for path in paths)
    assert many < 1.2 * some


def test_a_long_beginning_is_gathered_a_few_times_not_once_for_each_place(paths: tuple[Path, Path]) -> None:
    asked: list[str] = []
    with Library(paths[0]) as library:
        library._connection._db.conn.set_trace_callback(asked.append)
        assert len(library.search.find(parse("ferr*")).results) == 20
    assert 1 <= len([one for one in asked if "MATCH" in one and '"ferr" *' in one]) < 10

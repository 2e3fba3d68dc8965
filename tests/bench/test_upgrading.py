"""The libraries of an earlier schema that are measured are what a program of that schema left."""

import sqlite3
from contextlib import closing
from pathlib import Path

from store.checking import check
from store.library import Library
from tests.bench.upgrading import SCHEMA, of_schema


def test_one_of_an_earlier_schema_is_brought_up_to_date_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = of_schema(SCHEMA, 12, tmp_path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert "original" not in {row[1] for row in db.execute("PRAGMA table_info(annotations)")}
        kept = [(title, key) for title, key in db.execute("SELECT title, title_key FROM articles") if "á" in title]
        assert kept
        assert all("á" in key for _, key in kept)
    with Library(path) as library:
        assert library.articles.count() == 12
        assert all(library.annotations.of(article) for article in range(1, 13))
    with closing(sqlite3.connect(path)) as db:
        assert not any("á" in key for (key,) in db.execute("SELECT title_key FROM articles"))
    assert [finding.name for finding in check(path) if finding.problems] == []

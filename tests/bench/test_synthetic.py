"""The libraries that are measured are libraries like any other."""

from pathlib import Path

from store.checking import check
from store.library import Library
from store.searching.query import parse
from tests.bench.synthetic import ANNOTATIONS, fill


def test_a_synthetic_library_is_clean_and_can_be_searched(tmp_path: Path) -> None:
    fill(tmp_path / "sayso.db", 20)
    assert [finding.name for finding in check(tmp_path / "sayso.db") if finding.problems] == []
    with Library(tmp_path / "sayso.db") as library:
        assert library.articles.count() == 20
        assert len(library.annotations.of(7)) == ANNOTATIONS
        word = library.annotations.of(7)[0].note.split()[0]
        assert library.search.find(parse(word)).results

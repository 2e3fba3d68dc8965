"""A glance at a library that is not opened: what it holds on one text."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.glance import glimpse
from store.library import Library
from tests.store.kept import SAFE, TEXT, imported, note, passage, reading, revise


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        library.readings.keep(article, reading(SAFE))
        library.annotations.save(replace(note(article), tags=("bridge",)))
        library.annotations.save(passage(article))
    return path


def test_it_shows_the_claims_and_the_annotations(database: Path) -> None:
    seen = glimpse(database, imported().document)
    assert seen is not None
    assert seen.reading == reading(SAFE)
    with Library(database) as library:
        assert list(seen.annotations) == list(library.annotations.of(1))
    assert [one.tags for one in seen.annotations] == [("bridge",), ()]


def test_it_changes_nothing_and_leaves_nothing_beside_the_file(database: Path) -> None:
    before = {path.name: path.read_bytes() for path in database.parent.iterdir() if path.is_file()}
    glimpse(database, imported().document)
    assert {path.name: path.read_bytes() for path in database.parent.iterdir() if path.is_file()} == before


def test_of_a_text_that_is_not_there_or_not_the_newest_or_in_the_bin_it_shows_nothing(database: Path) -> None:
    assert glimpse(database, imported("Another text.").document) is None
    with Library(database) as library:
        article = library.articles.get(1)
        revise(library, article, TEXT.replace("Monday", "Tuesday"))
    assert glimpse(database, imported().document) is None
    with Library(database) as library:
        library.articles.add(imported("Third text.", "Third"))
        library.readings.keep(library.articles.get(2), reading((0, 5)))
        library.bin.put(library.articles.get(2))
    assert glimpse(database, imported("Third text.").document) is None


def test_where_there_is_no_library_or_nothing_that_it_can_read_it_shows_nothing(tmp_path: Path, database: Path) -> None:
    assert glimpse(tmp_path / "none.db", imported().document) is None
    empty = tmp_path / "empty.db"
    empty.touch()
    assert glimpse(empty, imported().document) is None
    with Library(database) as library, library._connection.writing() as db:
        db.execute("UPDATE readings SET reading = '{}'")
    assert glimpse(database, imported().document) is None


def test_long_texts_are_left_to_whoever_opens_the_library(database: Path) -> None:
    long = imported("The mayor said so. " * 20_000)
    with Library(database) as library:
        article, _ = library.articles.add(long)
        library.readings.keep(article, reading((0, 9)))
    assert glimpse(database, long.document) is None

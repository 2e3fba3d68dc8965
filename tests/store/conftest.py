"""A library in a folder of its own, and an article in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.article import Article
from store.library import Library
from tests.store.kept import imported


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database may be created."""
    return tmp_path / "sayso.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library(path) as opened:
        yield opened


@pytest.fixture
def article(library: Library) -> Article:
    """The one article of `library`."""
    added, _ = library.articles.add(imported())
    return added

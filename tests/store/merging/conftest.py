"""Two machines' libraries that began as one."""

import shutil
from pathlib import Path

import pytest

from store.library import Library
from tests.store.kept import imported, note
from tests.store.merging.two import a_moment


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A library with an article and a note on it."""
    path = tmp_path / "mine.db"
    with Library(path) as library:
        article = library.articles.add(imported()).article
        library.annotations.save(note(article))
    a_moment()
    return path


@pytest.fixture
def theirs(mine: Path, tmp_path: Path) -> Path:
    """A copy of it on another machine."""
    return Path(shutil.copy(mine, tmp_path / "theirs.db"))

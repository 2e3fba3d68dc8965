"""What the end-to-end tests share."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.ways import fill


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A place for a library of the test's own; nothing is there yet."""
    return tmp_path / "sayso.db"


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("ways"))


@pytest.fixture
def shelf(_filled: Path, database: Path) -> Path:
    """A library of the test's own with the two articles of `ways`, read for their claims."""
    return Path(shutil.copy(_filled, database))

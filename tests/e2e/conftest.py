"""What the end-to-end tests share."""

from pathlib import Path

import pytest


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A place for a library of the test's own; nothing is there yet."""
    return tmp_path / "sayso.db"

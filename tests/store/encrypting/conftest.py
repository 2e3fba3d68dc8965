"""Libraries that are encrypted, and those that are to be."""

from pathlib import Path

import pytest

from store.keeping import keyring
from store.library import Library
from tests.store.encrypting.hidden import encrypt, fill


@pytest.fixture
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are derived in a moment, where it is not the point that they are others' keys, or take long to guess."""
    monkeypatch.setattr(keyring, "_ROUNDS", 1000)


@pytest.fixture
def plain(path: Path) -> Path:
    """A library with an article and a note, closed and not encrypted."""
    with Library(path) as library:
        fill(library)
    return path


@pytest.fixture
def secret(plain: Path) -> Path:
    """The same, encrypted and unlocked."""
    encrypt(plain)
    return plain

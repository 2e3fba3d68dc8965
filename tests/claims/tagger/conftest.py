"""The trained model, for tests of what it needs; they are skipped where its files are not in the checkout."""

import pytest

from claims.tagger import FOLDER
from claims.tagger.network import VOCABULARY, Model, load
from claims.tagger.wordpiece import WordPiece


@pytest.fixture(scope="session")
def vocabulary() -> WordPiece:
    if not (FOLDER / VOCABULARY).exists():
        pytest.skip("no model in this checkout")
    return WordPiece.load(FOLDER / VOCABULARY)


@pytest.fixture(scope="session")
def model(vocabulary: WordPiece) -> Model:  # noqa: ARG001 (it says that there is one)
    return load()

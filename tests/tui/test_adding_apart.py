"""A long text: its beginning is on the screen at once, and the whole of it once a process apart has added it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from store.importing import read_beginning, read_file
from store.importing.files import LONG
from store.library import Library
from tests.tui.reading import until
from tui import adding_apart
from tui.app import SaysoApp
from tui.screens.reading.reader import ReaderScreen

# Too long to be taken for a wrapped one.
LINE = "The mayor said that bridge number {} was safe, and “nobody” doubted it, " + "or so it seemed, " * 6 + "then.\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.txt"
    path.write_text("".join(LINE.format(i) for i in range(LONG // len(LINE) + 1_000)), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _no_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a book for claims takes longer than any of this."""

    async def nothing(_text: str, *_: object) -> object:
        from claims.model import Reading

        return Reading("none 1")

    monkeypatch.setattr("tui.workspace.detect", nothing)


@asynccontextmanager
async def opened(database: Path, book: Path) -> AsyncIterator[ReaderScreen]:
    beginning = read_beginning(book)
    assert beginning is not None
    app = SaysoApp(database, beginning)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert len(screen.workspace.text) < LONG / 10
        await until(pilot, lambda: screen.workspace.article)
        yield screen
    app.close()


async def test_the_whole_is_in_the_library_as_if_it_had_been_added_here(tmp_path: Path, book: Path) -> None:
    async with opened(tmp_path / "sayso.db", book) as screen:
        assert screen.workspace.text == read_file(book).document.text
    with Library(tmp_path / "sayso.db") as library, Library(tmp_path / "other.db") as other:
        article, _ = other.articles.add(read_file(book))
        (revision,), (same,) = library.revisions.of(1), other.revisions.of(article.id)
        assert (revision.text_sha256, revision.file_sha256, revision.path) == (
            same.text_sha256,
            same.file_sha256,
            same.path,
        )
        assert library.articles.count() == 1


async def test_opened_again_it_is_the_same_article(tmp_path: Path, book: Path) -> None:
    for _ in range(2):
        async with opened(tmp_path / "sayso.db", book) as screen:
            assert screen.workspace.article is not None
            assert screen.workspace.article.id == 1


async def test_where_no_process_can_do_it_the_whole_is_read_here(
    tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise adding_apart.NotAddedError

    monkeypatch.setattr(adding_apart, "add_apart", fails)
    async with opened(tmp_path / "sayso.db", book) as screen:
        assert screen.workspace.text == read_file(book).document.text
    with Library(tmp_path / "sayso.db") as library:
        assert library.articles.count() == 1


async def test_what_is_no_text_further_on_ends_in_the_line_that_says_so(tmp_path: Path, book: Path) -> None:
    with book.open("ab") as file:
        file.write(b"\0" * 100)
    app = SaysoApp(tmp_path / "sayso.db", read_beginning(book))
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.failure)
        assert "is not text" in str(app.failure)
    app.close()
    assert app.return_code == 2


async def test_an_encrypted_library_is_opened_by_the_process_too(tmp_path: Path, book: Path) -> None:
    pytest.importorskip("sqlcipher3")
    from store.encrypting import rewrite
    from store.keeping import driver, keyring

    database = tmp_path / "secret.db"
    Library(database).close()
    rewrite(database, keyring.derived("seven owls by the canal"))
    async with opened(database, book) as screen:
        assert screen.workspace.text == read_file(book).document.text
    assert driver.is_encrypted(database)


def test_a_beginning_ends_where_a_line_does_and_only_long_files_have_one(tmp_path: Path, book: Path) -> None:
    beginning = read_beginning(book)
    assert beginning is not None
    assert beginning.beginning
    assert read_file(book).document.text.startswith(beginning.document.text + "\n")
    short = tmp_path / "short.txt"
    short.write_text("The mayor said so.\n", encoding="utf-8")
    assert read_beginning(short) is None
    assert read_beginning(tmp_path / "none.txt") is None
    assert read_beginning(tmp_path) is None

"""Articles: added once, found by the names that people give them, and there again after a restart."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import Metadata
from store.document import Block, Container, Document, Mark
from store.keeping import structure, texts
from store.keeping.articles import AmbiguousArticleError, UnknownArticleError
from store.keeping.errors import DatabaseDamagedError
from store.library import Library
from store.pieces import Pieces
from tests.store.kept import imported

CONTAINERS = st.builds(Container, st.sampled_from(["quote", "item"]), st.integers(0, 9), number=st.none() | st.just(3))
BLOCKS = st.builds(
    Block,
    st.sampled_from(["heading", "paragraph", "code", "row", "rule"]),
    st.integers(0, 99),
    st.integers(0, 99),
    level=st.integers(0, 6),
    info=st.sampled_from(["", "python"]),
    table=st.integers(0, 2),
    align=st.sampled_from(["", "lr-"]),
    within=st.lists(CONTAINERS, max_size=3).map(tuple),
)
MARKS = st.builds(
    Mark, st.sampled_from(["emphasis", "link"]), st.integers(0, 9), st.integers(0, 9), st.text(max_size=9)
)


@given(blocks=st.lists(BLOCKS, max_size=9), marks=st.lists(MARKS, max_size=9))
def test_a_documents_structure_comes_back_whole(blocks: list[Block], marks: list[Mark]) -> None:
    document = Document("text", tuple(blocks), tuple(marks))
    assert structure.load("text", structure.dump(document)) == document


def test_an_article_is_there_after_a_restart(path: Path) -> None:
    with Library(path) as library:
        article, outcome = library.articles.add(imported())
    assert outcome.kind == "new"
    with Library(path) as library:
        assert library.articles.get(article.id) == article
        assert library.articles.document(article) == imported().document


def test_the_same_text_finds_the_same_article_and_writes_nothing(library: Library) -> None:
    first, _ = library.articles.add(imported(title="First"))
    again, outcome = library.articles.add(imported(title="Second")._replace(path="elsewhere.md"))
    assert (again, outcome.kind) == (first, "known")
    assert [summary.article for summary in library.articles.list()] == [first]


def test_everything_that_an_article_says_of_itself_is_kept(library: Library) -> None:
    metadata = Metadata("Ті́ло 😀", "A. Lee", "The Herald", "https://example.org/1", "2026-01-02", "en")
    article, _ = library.articles.add(imported()._replace(metadata=metadata))
    assert library.articles.get(article.id).metadata == metadata


def test_a_file_name_that_is_no_text_does_not_keep_the_article_out(library: Library) -> None:
    article, _ = library.articles.add(imported()._replace(path="caf\udce9.txt", source="\udc80 a\0b"))
    assert article.path == "caf?.txt"


def test_the_newest_article_comes_first(library: Library) -> None:
    for text in ("one", "two", "three"):
        library.articles.add(imported(text, title=text))
    assert [summary.article.metadata.title for summary in library.articles.list()] == ["three", "two", "one"]


@pytest.fixture
def shelf(library: Library) -> Library:
    """A library of articles whose titles are hard to tell apart."""
    for title in ("The strike", "The strike spreads", "STRASSE closed", "1984", "Second 1984 review"):
        library.articles.add(imported(text=title, title=title))
    return library


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("spreads", "The strike spreads"),
        ("THE STRIKE", "The strike"),
        ("straße", "STRASSE closed"),
        ("2", "The strike spreads"),
        ("1984", "1984"),
        (" review ", "Second 1984 review"),
    ],
)
def test_an_article_is_found_by_its_number_or_by_a_part_of_its_title(shelf: Library, name: str, title: str) -> None:
    assert shelf.articles.find(name).metadata.title == title


def test_an_article_is_found_by_its_identifier_and_a_title_of_that_length_by_its_words(library: Library) -> None:
    article, _ = library.articles.add(imported(title="Eighteen letters x"))
    assert library.articles.find(article.uid) == library.articles.find("eighteen letters X") == article


def test_what_is_in_the_bin_is_not_listed_and_not_found(library: Library) -> None:
    article, _ = library.articles.add(imported())
    with library._connection.writing() as db:
        db.execute("UPDATE articles SET deleted = '2026-11-27T12:00:00.000Z'")
    for name in ("1", article.uid, "The bridge", "bridge"):
        with pytest.raises(UnknownArticleError):
            library.articles.find(name)
    assert (library.articles.list(), library.articles.page(), library.articles.count()) == ([], [], 0)
    assert library.articles.get(1).deleted == "2026-11-27T12:00:00.000Z"


@pytest.mark.parametrize("name", ["", "  ", "nobody", "99", "-1", "9" * 40, "\x1b[31m", "\udce9", "a\0b"])
def test_an_unknown_name_is_said_to_be_unknown_in_one_safe_line(shelf: Library, name: str) -> None:
    with pytest.raises(UnknownArticleError, match="sayso list") as caught:
        shelf.articles.find(name)
    assert "\x1b" not in str(caught.value)


def test_an_ambiguous_name_lists_at_most_five_candidates_with_their_numbers(library: Library) -> None:
    for number in range(7):
        library.articles.add(imported(text=str(number), title=f"Report {number}"))
    with pytest.raises(AmbiguousArticleError) as caught:
        library.articles.find("report")
    message = str(caught.value)
    assert "7 “Report 6”, 6 “Report 5”" in message
    assert message.count("“Report") == 5
    assert message.endswith("and 2 more")


def test_an_unknown_number_is_no_article(library: Library) -> None:
    with pytest.raises(UnknownArticleError):
        library.articles.get(1)


def test_the_readers_place_is_remembered(path: Path) -> None:
    with Library(path) as library:
        article, _ = library.articles.add(imported())
        assert library.articles.position(article.id) == 0
        library.articles.remember_position(article.id, 40)
        library.articles.remember_position(article.id, 51)
    with Library(path) as library:
        assert library.articles.position(article.id) == 51


def test_a_books_text_is_not_held_as_one_str(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book, short = imported("“Nobody was hurt,” they said. 😀\n" * 9_000, "A book"), imported("Short. 😀", "No book")
    monkeypatch.setattr(texts, "LONG", len(book.document.text))
    with Library(path) as library:
        documents = [library.articles.document(library.articles.add(one)[0]) for one in (book, short)]
    assert documents == [book.document, short.document]
    assert [type(document.text) for document in documents] == [Pieces, str]


def test_a_books_text_that_is_none_is_told_of_as_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "LONG", 10)
    with Library(path) as library:
        article, _ = library.articles.add(imported("Nobody was hurt, they said."))
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("UPDATE revisions SET text = CAST(x'41FF424242424242424242' AS TEXT)")
        with pytest.raises(DatabaseDamagedError):
            library.articles.document(article)

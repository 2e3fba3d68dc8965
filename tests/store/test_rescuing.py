"""What could not be saved goes into a library of its own, whole, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.article import Article
from store.errors import SaysoError
from store.library import Library
from store.rescuing import Rescue, RescueError, write_rescue
from tests.store.kept import DOUBTED, SAFE, imported, note, passage, reading


def rescue(article: Article | None, **changed: object) -> Rescue:
    """An article with one saved note, one unsaved passage, one that is to go, and one being typed."""
    came = imported()
    here = article or Article(7, "u", came.metadata, "", 1, number=3)
    saved = replace(note(here), created="2026-01-01T00:00:00.000Z", modified="2026-01-02T00:00:00.000Z", revision=3)
    made = Rescue(
        document=came.document,
        metadata=came.metadata,
        imported=came,
        article=article,
        reading=reading(SAFE, DOUBTED),
        annotations=(saved, passage(here, "p1")),
        unsaved=frozenset({"p1"}),
        deleted=(passage(here, "gone"),),
        drafts=(note(here, "typed", "Half a thought"),),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def test_all_of_it_is_in_the_file_under_the_same_identifiers(tmp_path: Path) -> None:
    path = tmp_path / "rescued.db"
    write_rescue(path, rescue(None))
    with Library(path) as library:
        (summary,) = library.articles.list()
        saved, made = library.annotations.of(summary.article.id)
        assert (saved.uid, saved.note, saved.modified) == ("u1", "Who measured?", "2026-01-02T00:00:00.000Z")
        assert (made.uid, made.revision) == ("p1", 1)
        assert made.modified > "2026-01-02"
        assert [change.action for change in library.history.of_annotation("gone")] == ["add", "delete"]
        assert [draft.annotation.note for draft in library.drafts.of(summary.article.id)] == ["Half a thought"]
        assert summary.claims == 2


def test_an_article_that_was_opened_from_the_library_is_rescued_with_its_text(tmp_path: Path) -> None:
    path = tmp_path / "rescued.db"
    article = Article(7, "u", imported().metadata, "", 1, file_sha256="f" * 64, number=3)
    write_rescue(path, rescue(article, imported=None))
    with Library(path) as library:
        (summary,) = library.articles.list()
        assert library.articles.document(summary.article).text == imported().document.text
        assert summary.article.file_sha256 == "f" * 64


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear editor")
    with pytest.raises(RescueError, match="exists already"):
        write_rescue(path, rescue(None))
    assert path.read_text() == "Dear editor"


def test_a_rescue_that_fails_leaves_nothing_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise SaysoError("no room is left")

    monkeypatch.setattr("store.rescuing.changes.make", full)
    with pytest.raises(SaysoError, match="no room"):
        write_rescue(tmp_path / "rescued.db", rescue(None))
    assert list(tmp_path.iterdir()) == []

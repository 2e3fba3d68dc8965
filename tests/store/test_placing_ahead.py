"""What takes long about a changed text is done before anything is written: others may write, and it may be stopped."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.anchoring.finding import Finder
from store.article import Article
from store.keeping.connection import Connection
from store.library import Library
from tests.store.kept import DOUBTED, TEXT, imported, note, passage

CHANGED = "On Tuesday, " + TEXT.replace("Monday", "Tuesday")


class StoppedError(Exception):
    """Somebody has had enough."""


def test_while_a_changed_text_is_compared_another_window_may_write_and_its_changes_move_along_too(
    library: Library, article: Article, path: Path
) -> None:
    library.annotations.save(note(article))
    with Library(path) as window:

        def meanwhile(_done: int, _total: int) -> None:
            if not window.annotations.of(article.id)[1:]:
                window.annotations.save(replace(window.annotations.get("u1"), note="Changed meanwhile"))
                window.annotations.save(passage(article, "p1"))

        _, outcome = library.articles.add(imported(CHANGED), known_as=article, progress=meanwhile)
    assert (outcome.moved.sure, outcome.moved.doubtful, outcome.moved.lost) == (2, 0, 0)
    first, second = library.annotations.of(article.id)
    assert (first.note, first.revision) == ("Changed meanwhile", 2)
    assert CHANGED[slice(*second.span)] == TEXT[slice(*DOUBTED)]


def test_a_text_that_another_window_brought_meanwhile_comes_between(
    library: Library, article: Article, path: Path
) -> None:
    library.annotations.save(note(article))
    with Library(path) as window:

        def meanwhile(_done: int, _total: int) -> None:
            if window.articles.get(article.id).number == 1:
                window.articles.add(imported(f"Meanwhile. {TEXT}"), known_as=article)

        again, _ = library.articles.add(imported(CHANGED), known_as=article, progress=meanwhile)
    assert again.number == 3
    (kept,) = library.annotations.of(article.id)
    assert (kept.revision, CHANGED[slice(*kept.span)]) == (3, "the bridge was safe")


def test_stopped_while_a_changed_text_is_compared_nothing_has_changed(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    before = library.history.log(article.id)

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        library.articles.add(imported(CHANGED), known_as=article, progress=stop)
    assert library.articles.get(article.id).number == 1
    assert library.history.log(article.id) == before


def test_texts_are_not_compared_while_others_have_to_wait(
    library: Library, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.annotations.save(note(article))
    writing, compared = Connection.writing, Finder.__init__

    def no_more(*_: object) -> None:
        raise AssertionError("compared inside the transaction that writes")

    def watched(connection: Connection) -> object:
        monkeypatch.setattr(Finder, "__init__", no_more)
        return writing(connection)

    monkeypatch.setattr(Connection, "writing", watched)
    _, outcome = library.articles.add(imported(CHANGED), known_as=article)
    monkeypatch.setattr(Finder, "__init__", compared)
    assert outcome.moved.sure == 1


def test_it_is_told_how_far_the_comparing_has_come(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    told: list[tuple[int, int]] = []
    library.articles.add(imported(CHANGED), known_as=article, progress=lambda *now: told.append(now))
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)
    assert len({total for _, total in told}) == 1

"""Undo and redo among what others did: new texts, other windows, merges. Only what a change changed goes back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from store.annotations import Annotation
from store.article import Article
from store.keeping.changes import make
from store.library import Library
from tests.store.kept import SAFE, TEXT, note, passage, resave, revise

LONGER = "Good morning. " + TEXT
MOVED = (SAFE[0] + len("Good morning. "), SAFE[1] + len("Good morning. "))


def theirs(library: Library, uid: str, **fields: object) -> None:
    """Merge a version from elsewhere over an annotation."""
    before = library.annotations.get(uid)
    with library._connection.writing() as db:
        make(db, before.article, "merge", before, replace(before, **fields), origin="merge")  # type: ignore[arg-type]


def test_undo_across_a_new_text_puts_the_note_back_and_leaves_the_place(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    resave(library, note(article, note="Who says so?"))
    newer = revise(library, article, LONGER)
    library.history.undo(article.id)
    (annotation,) = library.annotations.of(article.id)
    assert (annotation.note, annotation.revision) == ("Who measured?", newer.number)
    assert annotation.spans("content") == (MOVED,)
    assert library.history.redo(article.id)
    (annotation,) = library.annotations.of(article.id)
    assert (annotation.note, annotation.spans("content")) == ("Who says so?", (MOVED,))


def test_what_was_deleted_before_a_new_text_came_is_given_its_place_in_that_when_it_comes_back(
    library: Library, article: Article
) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    revise(library, article, LONGER)
    library.history.undo(article.id)
    (annotation,) = library.annotations.of(article.id)
    assert (annotation.revision, annotation.spans("content")) == (2, (MOVED,))


def test_what_has_no_place_in_a_new_text_comes_back_without_one(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.delete("u1")
    revise(library, article, "All of it is new.")
    library.history.undo(article.id)
    assert library.annotations.of(article.id) == []
    (annotation,) = library.annotations.unplaced(article.id)
    assert [(line.annotations, line.unplaced) for line in library.articles.list()] == [(1, 1)]
    assert (annotation.place, annotation.revision, annotation.selectors[0].exact) == ("lost", 1, TEXT[slice(*SAFE)])


def test_a_new_text_between_two_changes_does_not_void_redo(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.save(passage(article))
    library.history.undo(article.id)
    revise(library, article, LONGER)
    assert library.history.redo(article.id)
    assert {annotation.revision for annotation in library.annotations.of(article.id)} == {2}
    assert [annotation.uid for annotation in library.annotations.of(article.id)] == ["u1", "p1"]


def test_giving_places_anew_is_no_change_to_take_back(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    revise(library, article, LONGER)
    undone = library.history.undo(article.id)
    assert undone is not None
    assert undone.after is None
    assert library.history.undo(article.id) is None


@pytest.mark.parametrize("origin", ["reader", "script"])
def test_a_change_in_another_window_voids_redo(path: Path, library: Library, article: Article, origin: str) -> None:
    library.annotations.save(note(article))
    library.history.undo(article.id)
    with Library(path) as other:
        other.annotations.save(passage(article), origin=origin)  # type: ignore[arg-type]
    assert library.history.redo(article.id) is None
    undone = library.history.undo(article.id)
    assert undone is not None
    assert undone.uid == "p1"


def test_undo_does_not_reach_behind_a_merge(library: Library, article: Article) -> None:
    library.annotations.save(passage(article))
    library.annotations.save(note(article))
    resave(library, note(article, note="Who says so?"))
    theirs(library, "u1", note="Theirs.")
    undone = library.history.undo(article.id)
    assert undone is not None
    assert undone.uid == "p1"
    assert library.history.undo(article.id) is None
    assert library.annotations.get("u1").note == "Theirs."


def test_nor_does_redo(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    resave(library, note(article, note="Who says so?"))
    library.history.undo(article.id)
    theirs(library, "u1", decision="accepted")
    assert library.history.redo(article.id) is None


def test_what_changed_after_a_merge_can_be_undone(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    theirs(library, "u1", note="Theirs.")
    resave(library, replace(library.annotations.get("u1"), tags=("x",)))
    library.history.undo(article.id)
    assert library.annotations.get("u1").tags == ()
    assert library.history.undo(article.id) is None


def test_each_undo_and_redo_says_what_it_is_of(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    first = library.history.of(article.id)[0]
    steps: tuple[Callable[[int], object], ...] = (library.history.undo, library.history.redo, library.history.undo)
    for step in steps:
        step(article.id)
    assert [change.target for change in library.history.of(article.id)] == [None, first.id, first.id, first.id]
    assert len({change.key for change in library.history.of(article.id)}) == 4


def test_an_old_text_has_its_annotations_as_they_were_when_the_next_came(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    library.annotations.save(passage(article))
    library.annotations.delete("p1")
    then = library.annotations.of(article.id)
    revise(library, article, LONGER)
    resave(library, replace(library.annotations.get("u1"), note="Later."))
    now: list[Annotation] = library.annotations.of(article.id)
    assert library.history.at_revision(article.id, 1) == then
    assert library.history.at_revision(article.id, 2) == now
    assert [(a.note, a.span) for a in (*then, *now)] == [("Who measured?", SAFE), ("Later.", MOVED)]


def test_the_log_of_an_article_tells_of_the_article_too(library: Library, article: Article) -> None:
    library.annotations.save(note(article))
    revise(library, article, LONGER)
    log = library.history.log(article.id)
    assert [(change.action, change.uid, change.origin) for change in log] == [
        ("add", article.uid, "reader"),
        ("add", "u1", "reader"),
        ("revise", article.uid, "reader"),
        ("place", "u1", "rule"),
    ]
    assert library.history.latest(article.id) == log[-1].id
    assert library.history.of_annotation("u1") == [log[1], log[3]]

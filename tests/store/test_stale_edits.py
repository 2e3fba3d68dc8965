"""Several windows and programs on one annotation: nobody's change is lost, and nobody's is put over another's."""

from dataclasses import replace
from pathlib import Path

import pytest

from store.annotations import Annotation
from store.article import Article
from store.keeping.annotations import StaleEditError
from store.library import Library
from tests.store.kept import DOUBTED, SAFE, note


@pytest.fixture
def saved(library: Library, article: Article) -> Annotation:
    """A note that two windows have read."""
    return library.annotations.save(replace(note(article), tags=("a", "b")))


def kept(library: Library) -> tuple[str, ...]:
    """The notes that are kept, and those that were refused."""
    drafts = (draft.annotation for draft in library.drafts.of(1) if draft.kind == "refused")
    return tuple(annotation.note for annotation in (*library.annotations.of(1), *drafts))


def test_each_change_counts(library: Library, article: Article, saved: Annotation) -> None:
    again = library.annotations.save(replace(saved, note="Who says so?"))
    library.annotations.delete("u1")
    library.history.undo(article.id)
    assert (saved.rev, again.rev, library.annotations.get("u1").rev) == (1, 2, 4)


def test_an_edit_of_what_was_changed_meanwhile_is_refused_and_both_versions_are_there(
    library: Library, saved: Annotation
) -> None:
    theirs = library.annotations.save(replace(saved, note="Theirs."))
    with pytest.raises(StaleEditError, match="changed elsewhere") as caught:
        library.annotations.save(replace(saved, note="Mine."))
    assert (caught.value.mine.note, caught.value.theirs) == ("Mine.", theirs)
    assert kept(library) == ("Theirs.", "Mine.")
    assert len(library.history.of(1)) == 2


def test_an_edit_of_what_was_deleted_meanwhile_is_refused_and_kept(library: Library, saved: Annotation) -> None:
    library.annotations.delete("u1")
    mine = replace(saved, note="Mine.")
    for attempt in (lambda: library.annotations.save(mine), lambda: library.annotations.apply(saved, mine)):
        with pytest.raises(StaleEditError, match="deleted elsewhere") as caught:
            attempt()
        assert caught.value.theirs is None
        assert kept(library) == ("Mine.",)


def test_an_annotation_that_was_never_read_does_not_replace_one_that_is_there(
    library: Library, article: Article, saved: Annotation
) -> None:
    with pytest.raises(StaleEditError):
        library.annotations.save(note(article, note="Unread."))
    assert kept(library) == (saved.note, "Unread.")


def test_a_stale_edit_that_comes_to_the_same_is_none(library: Library, saved: Annotation) -> None:
    library.annotations.save(replace(saved, note="The same."))
    assert library.annotations.save(replace(saved, note="The same.")).rev == 2
    assert kept(library) == ("The same.",)


def test_changes_to_different_things_both_stay(library: Library, saved: Annotation) -> None:
    library.annotations.apply(saved, replace(saved, note="Theirs.", tags=("b",)))
    both = library.annotations.apply(saved, replace(saved, decision="accepted", tags=("a", "b", "c")))
    assert (both.note, both.decision, both.tags) == ("Theirs.", "accepted", ("b", "c"))
    assert library.annotations.get("u1") == both
    assert both.rev == 3


def test_two_notes_on_one_annotation_are_for_the_reader_to_settle(library: Library, saved: Annotation) -> None:
    library.annotations.apply(saved, replace(saved, note="Theirs."))
    with pytest.raises(StaleEditError):
        library.annotations.apply(saved, replace(saved, note="Mine."))
    assert kept(library) == ("Theirs.", "Mine.")


def test_a_change_to_a_claim_that_another_annotated_meanwhile_goes_to_that_annotation(
    library: Library, article: Article
) -> None:
    mine, theirs = note(article, "mine", note=""), note(article, "theirs")
    library.annotations.save(theirs)
    assert library.annotations.apply(mine, replace(mine, decision="accepted")).uid == "theirs"
    elsewhere = note(article, "elsewhere", note="", span=DOUBTED)
    assert library.annotations.apply(elsewhere, replace(elsewhere, note="x")).uid == "elsewhere"
    assert [a.uid for a in library.annotations.of(article.id)] == ["theirs", "elsewhere"]


def test_what_was_refused_is_there_after_a_restart_and_goes_when_it_is_settled(
    path: Path, library: Library, saved: Annotation
) -> None:
    theirs = library.annotations.save(replace(saved, note="Theirs."))
    with pytest.raises(StaleEditError):
        library.annotations.save(replace(saved, note="Mine."))
    library.close()
    with Library(path) as again:
        (draft,) = again.drafts.left(saved.article)
        assert (draft.kind, draft.annotation.note, draft.annotation.rev) == ("refused", "Mine.", saved.rev)
        again.annotations.save(replace(theirs, note="Theirs.\n\nMine."))
        assert again.drafts.left_anywhere() == []


def test_a_draft_remembers_what_it_is_a_change_of(library: Library, article: Article, saved: Annotation) -> None:
    library.drafts.keep(replace(saved, note="Who meas"))
    library.annotations.apply(saved, replace(saved, decision="rejected"))
    library.drafts.keep(replace(saved, note="Who measured it?"))
    (draft,) = library.drafts.of(article.id)
    both = library.annotations.apply(saved, draft.annotation)
    assert (draft.annotation.rev, both.note, both.decision) == (saved.rev, "Who measured it?", "rejected")


def test_a_marked_claim_is_not_taken_for_another_on_the_same_words(library: Library, article: Article) -> None:
    by_hand = replace(note(article, "hand", span=SAFE), by_hand=True)
    library.annotations.save(note(article, "found"))
    assert library.annotations.apply(by_hand, by_hand).uid == "hand"

"""Two changes of the same thing: what there is to choose, and that nothing else is lost by choosing."""

from dataclasses import replace

import pytest

from store.annotations import Annotation
from store.article import Article, Metadata
from store.conflicts import Conflict
from store.keeping.annotations import StaleEditError
from store.library import Library
from tests.store.kept import note

ARTICLE = Article(1, "u", Metadata("The bridge"), "", 1)


def annotation(**changed: object) -> Annotation:
    return replace(note(ARTICLE, note="Who measured?"), **changed)  # type: ignore[arg-type]


def conflict(**mine: object) -> Conflict:
    """Mine against theirs, which has another note and a tag."""
    return Conflict(annotation(), annotation(**mine), annotation(note="Measured in May.", tags=("bridge",)))


def test_only_what_both_changed_is_in_conflict() -> None:
    assert conflict(note="Ask her.", finding="disputed").differing == (("note", "Ask her.", "Measured in May."),)


def test_keeping_mine_keeps_what_only_they_changed_too() -> None:
    kept = conflict(note="Ask her.", finding="disputed").settled("mine")
    assert kept is not None
    assert (kept.note, kept.finding, kept.tags) == ("Ask her.", "disputed", ("bridge",))


def test_keeping_both_joins_what_was_written_theirs_first() -> None:
    both = conflict(note="Ask her.")
    assert both.joinable
    kept = both.settled("both")
    assert kept is not None
    assert kept.note == "Measured in May.\n\nAsk her."


def test_keeping_theirs_changes_nothing() -> None:
    assert conflict(note="Ask her.").settled("theirs") is None


def test_decisions_cannot_be_joined() -> None:
    decided = Conflict(annotation(), annotation(decision="accepted"), annotation(decision="rejected"))
    assert not decided.joinable
    kept = decided.settled("mine")
    assert kept is not None
    assert kept.decision == "accepted"


def test_where_it_is_not_known_what_a_change_began_with_all_that_differs_is_asked_about() -> None:
    theirs = annotation(note="Measured in May.", finding="outdated")
    asked = Conflict(theirs, annotation(note="Ask her.", decision="accepted"), theirs)
    assert {name for name, _, _ in asked.differing} == {"note", "decision", "finding"}
    kept = asked.settled("both")
    assert kept is not None
    assert (kept.note, kept.decision) == ("Measured in May.\n\nAsk her.", "accepted")


@pytest.mark.parametrize("choice", ["mine", "both"])
def test_the_choice_is_taken_by_the_library_and_a_deleted_one_comes_back(
    library: Library, article: Article, choice: str
) -> None:
    before = library.annotations.save(note(article))
    library.annotations.delete(before.uid)
    with pytest.raises(StaleEditError) as refused:
        library.annotations.apply(before, replace(before, note="Still: who?"))
    chosen = Conflict(before, refused.value.mine, refused.value.theirs).settled(choice)  # type: ignore[arg-type]
    assert chosen is not None
    library.annotations.apply(chosen, chosen)
    assert [a.note for a in library.annotations.of(article.id)] == ["Still: who?"]

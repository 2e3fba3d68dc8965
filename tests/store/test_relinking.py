"""Settling what has no sure place: confirmed, linked anew, or kept without one; undo takes each back."""

from dataclasses import replace

import pytest

from store.annotations import Annotation
from store.article import Article
from store.library import Library
from store.relinking import NothingToConfirmError, confirmed, kept, relinked
from tests.store.kept import TEXT, note, passage, revise

EDITED = "It is late. In the hall, as all could see, Engineers also doubted it a little. The mayor left."
GONE = "All of it is new, and nothing of the old is left in here."


def unplaced(library: Library, article: Article) -> Annotation:
    (annotation,) = library.annotations.unplaced(article.id)
    return annotation


@pytest.fixture
def doubtful(library: Library, article: Article) -> Article:
    """A later text, in which the one note's place is to be confirmed."""
    library.annotations.save(passage(article))
    newer = revise(library, article, EDITED)
    assert unplaced(library, article).place == "doubtful"
    return newer


@pytest.fixture
def lost(library: Library, article: Article) -> Article:
    """A later text, in which the one note has no place."""
    library.annotations.save(replace(passage(article), note="Who?"))
    newer = revise(library, article, GONE)
    assert unplaced(library, article).place == "lost"
    return newer


def test_a_confirmed_place_is_the_notes_own(library: Library, doubtful: Article) -> None:
    before = unplaced(library, doubtful)
    library.annotations.apply(before, confirmed(before, doubtful))
    (after,) = library.annotations.of(doubtful.id)
    assert (after.selectors, after.place, after.proposed, after.revision) == (before.proposed, "sure", (), 2)


def test_undo_takes_a_confirmation_back(library: Library, doubtful: Article) -> None:
    before = unplaced(library, doubtful)
    library.annotations.apply(before, confirmed(before, doubtful))
    library.history.undo(doubtful.id)
    back = unplaced(library, doubtful)
    assert (back.place, back.selectors, back.proposed) == ("doubtful", before.selectors, before.proposed)


def test_nothing_is_confirmed_of_what_is_lost_or_has_its_place(library: Library, lost: Article) -> None:
    with pytest.raises(NothingToConfirmError, match="link it anew"):
        confirmed(unplaced(library, lost), lost)
    with pytest.raises(NothingToConfirmError, match="has its place"):
        confirmed(replace(unplaced(library, lost), place="sure"), lost)


def test_a_lost_note_is_linked_to_other_words_with_all_that_it_says(library: Library, lost: Article) -> None:
    before = unplaced(library, lost)
    library.annotations.apply(before, relinked(before, lost, GONE, [(10, 16)]))
    (after,) = library.annotations.of(lost.id)
    assert (after.words, after.note, after.place) == (GONE[10:16], "Who?", "sure")
    library.history.undo(lost.id)
    assert unplaced(library, lost).words == before.words


def test_a_linked_claim_keeps_the_source_and_cue_that_were_found(library: Library, article: Article) -> None:
    words = note(article)
    source = replace(words.selectors[0], role="source", start=0, end=9, exact="The mayor", prefix="", suffix=TEXT[9:41])
    library.annotations.save(replace(words, selectors=(*words.selectors, source)))
    newer = revise(library, article, "The mayor said the road would be a good one. Engineers doubted it and left.")
    before = unplaced(library, newer)
    after = relinked(before, newer, library.articles.document(newer).text, [(15, 43)])
    assert [one.role for one in after.selectors] == [
        "content",
        *(s.role for s in before.proposed if s.role == "source"),
    ]


def test_what_is_kept_without_a_place_is_asked_about_no_more_and_not_counted(library: Library, lost: Article) -> None:
    before = unplaced(library, lost)
    library.annotations.apply(before, kept(before))
    assert library.articles.list()[0].unplaced == 0
    revise(library, lost, GONE + " Still.")
    assert unplaced(library, lost).place == "kept"


def test_what_is_kept_without_a_place_comes_home_when_its_words_are_put_back(library: Library, lost: Article) -> None:
    before = unplaced(library, lost)
    library.annotations.apply(before, kept(before))
    revise(library, lost, TEXT)
    assert [a.place for a in library.annotations.of(lost.id)] == ["sure"]


def test_unplaced_notes_of_all_articles_are_listed_but_not_of_those_in_the_bin(library: Library, lost: Article) -> None:
    assert len(library.annotations.unplaced()) == 1
    library.bin.put(lost)
    assert library.annotations.unplaced() == []

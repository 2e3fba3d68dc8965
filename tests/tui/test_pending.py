"""What an article looks like with the changes that the library has yet to take."""

from dataclasses import replace

from store.annotations import Annotation
from store.article import Article, Metadata
from tests.store.kept import DOUBTED, note, passage
from tui.pending import Change, with_changes
from tui.watching import in_this_text

ARTICLE = Article(1, "u", Metadata("The bridge"), "", 1)


def changed(annotation: Annotation, **fields: object) -> Annotation:
    return replace(annotation, **fields)  # type: ignore[arg-type]


def test_a_new_annotation_a_changed_and_a_deleted_one_are_shown_as_they_will_be() -> None:
    kept, gone, new = note(ARTICLE), note(ARTICLE, "u2", span=DOUBTED), passage(ARTICLE)
    changes = [Change(kept, changed(kept, note="Ask.")), Change(gone, None), Change(new, new)]
    assert [(a.uid, a.note) for a in with_changes([kept, gone], changes)] == [("u1", "Ask."), ("p1", "")]


def test_what_was_changed_elsewhere_meanwhile_is_shown_beneath_it() -> None:
    before = note(ARTICLE)
    theirs = changed(before, tags=("bridge",), rev=2)
    (shown,) = with_changes([theirs], [Change(before, changed(before, note="Ask."))])
    assert (shown.note, shown.tags) == ("Ask.", ("bridge",))


def test_a_decision_that_is_taken_back_before_it_is_saved_leaves_nothing() -> None:
    bare = note(ARTICLE, note="")
    accepted = changed(bare, decision="accepted")
    assert with_changes([], [Change(bare, accepted), Change(accepted, bare)]) == ()


def test_one_whose_place_is_by_now_in_a_newer_text_stays_where_it_is_shown() -> None:
    shown = note(ARTICLE)
    moved = changed(shown, revision=2, note="Changed there", selectors=passage(ARTICLE).selectors)
    lost = changed(passage(ARTICLE, "p2"), place="lost")
    elsewhere = changed(passage(ARTICLE, "p3"), revision=2)
    (here,) = in_this_text([moved, lost, elsewhere], [shown], 1)
    assert (here.uid, here.note, here.selectors, here.revision) == ("u1", "Changed there", shown.selectors, 1)

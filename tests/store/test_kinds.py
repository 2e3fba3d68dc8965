"""What annotations are called: a verdict is no note, nor is a highlight."""

from collections import Counter
from dataclasses import replace

import pytest

from store.annotations import Annotation, Evidence, Place
from store.kinds import Kind, counted, kind_of, kinds_of, verdict_of
from store.moved import Moved

CLAIM = Annotation(uid="u", article=1, kind="claim", selectors=())
ACCEPTED = replace(CLAIM, decision="accepted")
PASSAGE = replace(CLAIM, kind="passage")
NOTED = replace(PASSAGE, note="Ask.")


@pytest.mark.parametrize(
    ("annotation", "kind"),
    [
        (NOTED, "note"),
        (replace(ACCEPTED, note="Ask."), "note"),
        (replace(ACCEPTED, evidence=(Evidence("p. 3"),)), "note"),
        (PASSAGE, "highlight"),
        (ACCEPTED, "verdict"),
        (replace(CLAIM, finding="disputed"), "verdict"),
        (replace(CLAIM, by_hand=True), "marked claim"),
        (replace(CLAIM, amended=True), "amended claim"),
        (replace(CLAIM, tags=("war",)), "tagged claim"),
    ],
)
def test_an_annotation_is_called_by_the_weightiest_that_it_is(annotation: Annotation, kind: Kind) -> None:
    assert kind_of(annotation) == kind


def test_kinds_are_counted_in_words() -> None:
    assert counted(kinds_of([ACCEPTED, NOTED, ACCEPTED])) == "1 note and 2 verdicts"
    assert counted(kinds_of([ACCEPTED, NOTED, PASSAGE])) == "1 note, 1 highlight and 1 verdict"
    assert counted({}) == ""


def test_of_what_a_new_text_moved_each_is_called_what_it_is_and_none_that_is_not_there_is_named() -> None:
    moved = Moved(65, kinds={"sure": kinds_of([NOTED, ACCEPTED]), "doubtful": kinds_of([ACCEPTED])})
    assert moved.in_words == "65 words changed, 1 note and 1 verdict moved along, 1 verdict to confirm"


def test_where_all_are_of_one_kind_that_is_said_once() -> None:
    kinds: dict[Place, Counter[Kind]] = {"sure": kinds_of([ACCEPTED, ACCEPTED]), "lost": kinds_of([ACCEPTED])}
    moved = Moved(1, reworded=1, kinds=kinds)
    assert moved.in_words == "1 word changed, 2 verdicts moved along, 1 of them onto changed words, 1 lost"
    assert Moved(1, kinds={"doubtful": kinds_of([PASSAGE])}).in_words == "1 word changed, 1 highlight to confirm"


def test_a_verdict_is_told_in_its_parts() -> None:
    assert verdict_of(replace(ACCEPTED, progress="checked", finding="disputed")) == "accepted · checked · disputed"
    assert verdict_of(CLAIM) == ""

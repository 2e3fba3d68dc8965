"""Who says it: a name that was only guessed never stands there as if the text had said it."""

from dataclasses import replace

import pytest

from claims.model import GUESS, Claim
from store.anchors import selector
from store.annotations import Annotation
from store.items import Item
from store.naming import decided, named, named_in, named_on, refused_or_allowed, to_keep

TEXT = "She said it was over."
SURE = Claim(content=((9, 20),), source=((0, 3),), cue=((4, 8),), speaker="Anna Holm")
GUESSED = SURE._replace(speaker_sure=GUESS - 0.01)
NOTED = Annotation(
    uid="n",
    article=1,
    kind="claim",
    selectors=(selector(TEXT, 9, 20, "content"), selector(TEXT, 0, 3, "source")),
    speaker="Anna Holm",
    note="Ask her.",
)


def test_a_guess_stands_behind_the_words_of_the_text_with_its_mark() -> None:
    assert named_in(SURE, TEXT) == "Anna Holm"
    assert named_in(GUESSED, TEXT) == "She – Anna Holm?"
    assert named(Item(1, GUESSED, None), TEXT, spoken=True) == "She, perhaps Anna Holm"


def test_where_the_text_names_nobody_a_guess_stands_alone_and_is_marked_all_the_same() -> None:
    bare = Item(1, GUESSED._replace(source=()), None)
    assert (named(bare, TEXT), named(bare, TEXT, spoken=True)) == ("Anna Holm?", "perhaps Anna Holm")


def test_an_open_speaker_is_told_in_the_words_of_the_text() -> None:
    assert named_in(GUESSED._replace(speaker=None), TEXT) == "She"


def test_a_note_or_a_rejection_confirms_nobody_and_accepting_does() -> None:
    assert Item(1, GUESSED, NOTED).guessed
    assert Item(1, GUESSED, replace(NOTED, decision="rejected")).guessed
    assert named(Item(1, GUESSED, replace(NOTED, decision="accepted")), TEXT) == "Anna Holm"


def test_a_speaker_whom_the_reader_corrected_is_no_guess() -> None:
    assert named(Item(1, GUESSED, replace(NOTED, speaker="Ida Holm")), TEXT) == "Ida Holm"


@pytest.mark.parametrize("claim", [SURE, GUESSED])
def test_whoever_is_meant_is_the_speaker_for_filters_and_groups(claim: Claim) -> None:
    assert Item(1, claim, None).speaker == "Anna Holm"


def test_an_annotation_keeps_a_name_that_was_guessed_only_where_the_claim_is_accepted() -> None:
    item = Item(1, GUESSED, None)
    assert to_keep(item) is None
    assert to_keep(item, accepted=True) == "Anna Holm"
    assert to_keep(Item(1, SURE, None)) == "Anna Holm"
    assert to_keep(Item(1, GUESSED, replace(NOTED, speaker="Ida Holm"))) == "Ida Holm"


def test_to_accept_is_to_keep_the_guessed_name_and_to_take_that_back_is_to_let_go_of_it() -> None:
    noted = replace(NOTED, speaker=None)
    accepted = decided(Item(1, GUESSED, noted), noted, "accepted")
    assert (accepted.decision, accepted.speaker) == ("accepted", "Anna Holm")
    for decision in ("rejected", None):
        after = decided(Item(1, GUESSED, accepted), accepted, decision)
        assert (after.decision, after.speaker) == (decision, None)


def test_no_decision_takes_away_a_name_that_was_not_guessed() -> None:
    amended = replace(NOTED, amended=True, selectors=(selector(TEXT, 9, 20, "content"), selector(TEXT, 4, 8, "source")))
    for claim, mine in ((SURE, NOTED), (GUESSED, replace(NOTED, speaker="Ida Holm")), (GUESSED, amended)):
        assert decided(Item(1, claim, mine), mine, "rejected").speaker == mine.speaker


def test_a_note_alone_is_told_by_its_source_where_nobody_is_sure_to_speak() -> None:
    assert named_on(NOTED) == "Anna Holm"
    assert named_on(replace(NOTED, speaker=None)) == "She"


def test_a_refused_guess_leaves_the_words_of_the_text_and_is_no_guess_whatever_is_decided() -> None:
    refused = refused_or_allowed(Item(1, GUESSED, NOTED), NOTED)
    assert refused is not None
    assert (refused.refused, refused.decision, refused.empty) == (True, None, False)
    for decision in (None, "accepted", "rejected"):
        item = Item(1, GUESSED, decided(Item(1, GUESSED, refused), refused, decision))
        assert (named(item, TEXT), item.speaker, item.guessed, item.open) == ("She", None, False, True)
        assert item.refused_name == "Anna Holm"
        assert item.known is not None
        assert item.known.speaker is None


def test_a_refused_guess_is_allowed_again_as_sure_as_the_claim_is() -> None:
    for decision, speaker in ((None, None), ("accepted", "Anna Holm")):
        refused = replace(NOTED, speaker="", decision=decision)
        allowed = refused_or_allowed(Item(1, GUESSED, refused), refused)
        assert allowed is not None
        assert allowed.speaker == speaker


def test_what_the_text_says_for_sure_or_the_reader_does_is_no_guess_to_be_refused() -> None:
    assert refused_or_allowed(Item(1, SURE, NOTED), NOTED) is None
    by_reader = replace(NOTED, speaker="Ida Li")
    assert refused_or_allowed(Item(1, GUESSED, by_reader), by_reader) is None


def test_that_a_guess_was_refused_is_kept_without_anything_else() -> None:
    assert not replace(NOTED, note="", speaker="").empty
    assert replace(NOTED, note="", speaker=None).empty

"""Whose voice a sentence is in once the reader has said so: a guess accepted is none, and one corrected another's."""

from dataclasses import replace

from claims.model import GUESS, Claim, Sentence
from store.anchors import selector
from store.annotations import Annotation
from store.items import Item
from store.voicing import as_settled, settled

TEXT = "She said one fell. It would rise. He said two fell."
GUESSED = Claim(
    content=((9, 17),), source=((0, 3),), cue=((4, 8),), speaker="Ana Bo", speaker_sure=GUESS - 0.1, quote="indirect"
)
SENTENCES = (
    Sentence((0, 18), "attributed", "Ana Bo", guessed=True),
    Sentence((19, 33), "carried-over", "Ana Bo", guessed=True),
    Sentence((34, 51), "attributed", "Ana Bo", guessed=True),
)
NOTED = Annotation(
    uid="n",
    article=1,
    kind="claim",
    selectors=(selector(TEXT, 9, 17, "content"), selector(TEXT, 0, 3, "source"), selector(TEXT, 4, 8, "cue")),
)


def _voices(annotation: Annotation) -> list[tuple[str | None, bool]]:
    return [(one.voice, one.guessed) for one in as_settled(SENTENCES, settled([Item(1, GUESSED, annotation)]))]


def test_an_accepted_guess_is_none_any_more_nor_what_goes_on_from_it_and_others_stay_guesses() -> None:
    accepted = replace(NOTED, decision="accepted", speaker="Ana Bo")
    assert _voices(accepted) == [("Ana Bo", False), ("Ana Bo", False), ("Ana Bo", True)]


def test_a_corrected_speaker_has_the_sentence() -> None:
    assert _voices(replace(NOTED, speaker="Ida Li")) == [("Ida Li", False), ("Ida Li", False), ("Ana Bo", True)]


def test_a_note_or_a_rejection_settles_nothing() -> None:
    assert settled([Item(1, GUESSED, NOTED), Item(2, GUESSED, replace(NOTED, decision="rejected"))]) == ()
    assert _voices(NOTED) == [("Ana Bo", True)] * 3

"""A cue has with it what tells that nothing has been said yet."""

import pytest

from tests.claims.as_marked import as_marked


def cue(marked: str) -> str:
    text, reading = as_marked(marked)
    (claim,) = (one for one in reading.claims if one.speaker != "Ana Ruiz")
    return " … ".join(text[slice(*span)] for span in claim.cue)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[The minister] will <tell> MPs {that it was late}.", "will tell"),
        ("[The minister] will also <tell> MPs {that it was late}.", "will also tell"),
        ("[The minister] is expected to <announce> {that it was late}.", "is expected to announce"),
        ("[The minister] was due to <tell> MPs {that it was late}.", "was due to tell"),
        ("[The minister] may <say> {that it was late}.", "may say"),
        (
            "{1 “You will hear [2 the defendant] <2 say> {2 that it was late},”} [1 Ana Ruiz] <1 said>.",
            "will hear … say",
        ),
        ("{1 “[2 They]’ll <2 say> {2 that it was late},”} [1 Ana Ruiz] <1 said>.", "’ll say"),
    ],
)
def test_what_is_foretold_is_not_told_as_said(text: str, words: str) -> None:
    assert cue(text) == words
    assert any("yet to be said" in why for claim in as_marked(text)[1].claims for why in claim.why)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[The minister] <said> {it was late}.", "said"),
        ("[The minister] would <say> only {that it was late}.", "say"),
        ("[The minister] who will resign <said> {it was late}.", "said"),
        ("{1 “[2 I] will <2 say> {2 that it was late},”} [1 Ben Holm] <1 added>.", "say|added"),
        ("[The minister] is <touting> {his plan}.", "touting"),
        ("{1 “We heard [2 her] <2 say> {2 it was late},”} [1 Ana Ruiz] <1 said>.", "say"),
    ],
)
def test_what_has_been_said_has_its_cue_as_it_was(text: str, words: str) -> None:
    marked, reading = as_marked(text)
    cues = [marked[slice(*span)] for claim in reading.claims for span in claim.cue]
    assert {*words.split("|")} <= {*cues}


def test_what_will_not_be_said_is_negated() -> None:
    marked, reading = as_marked("[The minister] will not <say> {where it was}.")
    assert [marked[slice(*span)] for span in reading.claims[0].cue] == ["will not say"]
    assert reading.claims[0].tone == "denial"


def test_whoever_is_to_be_heard_stands_before_the_verb_of_saying() -> None:
    reading = as_marked("{1 “You will hear [2 the defendant] <2 say> {2 that it was late},”} [1 Ana Ruiz] <1 said>.")[1]
    (claim,) = (one for one in reading.claims if one.nested)
    assert "cue “will hear … say”: a reporting verb, of what is yet to be said" in claim.why
    assert "the source stands before the cue" in claim.why

"""The evidence for a claim, in plain words."""

import re

import pytest

import claims
from claims.rules import RuleFinder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that the bridge was safe.", "cue “said”: a reporting verb"),
        ("The minister said that the bridge was safe.", "the source stands before the cue"),
        ("The minister said that the bridge was safe.", "the content is a clause that begins with “that”"),
        ("“It is safe,” said the minister.", "the source stands after the cue"),
        ("“It is safe,” said the minister.", "the content is in quotation marks"),
        ("“It is safe,” she said, “for now.”", "the attribution stands between the parts of the content"),
        ("The bridge is safe, according to the ministry.", "cue “according to”: names whom it is from"),
        ("The ministry hopes that the bridge is safe.", "cue “hopes”: a verb of wanting or thinking"),
        ("“It is safe.” – Ana Ruiz", "cue –: a mark that stands for “said”"),
        ("The trial was told that the bridge was safe.", "no source is named"),
    ],
)
def test_it_says_what_can_be_seen_of_the_spans(text: str, expected: str) -> None:
    (claim,) = claims.read(text, finder=RuleFinder()).claims
    assert expected in claim.why


def test_it_says_first_how_the_claim_was_found() -> None:
    (claim,) = claims.read("“It is safe,” she said.", finder=RuleFinder()).claims
    assert claim.why[0] == "a quotation, and who says it after it"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Ost said no. “We go,” she said.", "“she” is taken for Lena Ost: nobody else .* fits as well"),
        (
            "Ida Holm had come. Lena Ost said no. “We go,” she said.",
            r"“she” is taken for Lena Ost: the likeliest .*, a guess: \d\d% sure",
        ),
        ("Lena Ost said no. “We go,” Ost said.", "“Ost” is taken for Lena Ost, told of elsewhere .*"),
        ("“We go,” Lena Ost said.\n\n“We go far.”", "the words around it tell whose it is: Lena Ost, a guess: .*"),
    ],
)
def test_it_says_how_the_speaker_was_told_where_the_source_does_not(text: str, expected: str) -> None:
    *_, claim = claims.read(text, finder=RuleFinder()).claims
    assert claim.speaker == "Lena Ost"
    assert re.fullmatch(expected, claim.why[-1])


def test_it_says_nothing_of_a_speaker_whom_the_source_names() -> None:
    (claim,) = claims.read("“We go,” said Lena Ost, a nurse.", finder=RuleFinder()).claims
    assert not any("Lena Ost" in why for why in claim.why)

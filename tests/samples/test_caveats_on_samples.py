"""The reporter's remarks in the samples, and the claims that a careful reader takes each to be about."""

from pathlib import Path

import pytest

import claims
from tests.samples.sample_articles import ARTICLES, document

# The remark's words, and of each claim that it is about the first words; its own, if it reads as one, not counted.
REMARKS = {
    "company-results.md": [
        ("name the two customers", ["steel prices and “two customers"]),
        ("without saying how many", ["Workers would be offered jobs"]),
        ("spokesman declined to comment", ["those talks “went nowhere”"]),
        ("gave no details", ["it was looking into dealings"]),
    ],
    "earthquake.md": [
        ("Interior Ministry gave no figure", []),
        ("did not answer written questions", ['"The report went into a drawer,"']),
    ],
    "election.md": [
        ("establish who ordered it", ["the server", "«scheduled maintenance»", "the interruption"]),
    ],
    "health-scare.md": [
        ("would not say where", ["that 40 samples taken"]),
        ("confirm any part of it", ["that a tanker pumped sewage"]),
    ],
    "war-wire.md": [
        ("where or when the footage was filmed", ["that assault units"]),
        (
            "Neither account",
            [
                "it has taken ridge",
                "fighting goes on",
                "its troops had seized",
                "that assault units",
                "that the ridge had fallen",
                "Its forces had",
                "that seven Karsian assaults",
            ],
        ),
        ("offered no evidence", ["the plant had been used"]),
        ("no immediate comment from Selm", ["that a “humanitarian corridor”"]),
    ],
    "strike.txt": [
        ("make the survey available", ["that 61 percent"]),
        ("would confirm the figure", ["the offer on the table"]),
    ],
}


@pytest.mark.parametrize("path", [path for path in ARTICLES if path.name in REMARKS], ids=lambda path: path.name)
def test_each_remark_is_about_the_claims_that_it_limits(path: Path) -> None:
    text = document(path).text
    reading = claims.read(text)
    for words, wanted in REMARKS[path.name]:
        number, caveat = next((n, one) for n, one in enumerate(reading.caveats) if words in text[slice(*one.span)])
        about = [claim for claim in reading.claims if number in claim.caveats]
        others = [text[slice(*one.content[0])] for one in about if one.cue[0][0] < caveat.span[0]]
        assert [said[: len(start)] for said, start in zip(others, wanted, strict=True)] == wanted, words

"""Where sentences end."""

import pytest

from claims.quotations import quotations_in
from claims.sentences import sentence_spans
from claims.tokens import tokens_of


@pytest.mark.parametrize(
    "sentences",
    [
        ("It costs 4 million a year.[1]", "A critic said it was a waste.[2][3]", "See more."),
        ('A critic called it "a waste."[2]', "See more."),
        ("It costs “too much”.[1]", "A critic agreed."),
        ("The plan [4] was late.", "Nobody minded [5]."),
        ("In 2024[1] A. Holm left [sic] for good.",),
    ],
)
def test_a_reference_to_a_note_belongs_to_the_sentence_that_it_stands_behind(sentences: tuple[str, ...]) -> None:
    assert _parted(" ".join(sentences)) == list(sentences)


def _parted(text: str) -> list[str]:
    quotations = quotations_in(text, 0, len(text))
    tokens = tokens_of(text, 0, len(text), quotations)
    return [text[slice(*span)] for span in sentence_spans(text, tokens)]

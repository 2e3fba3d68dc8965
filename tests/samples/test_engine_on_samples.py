"""The engine in use on the annotated samples: what docs/engine.md says of it holds."""

from functools import cache

import claims
from tests.samples.matching import Agreement, agreement
from tests.samples.sample_articles import ARTICLES, document, examples


@cache
def agreed() -> Agreement:
    parts = []
    for path in ARTICLES:
        text = document(path).text
        annotated = [e for e in examples(path) if e.fields.get("act") != "attitude"]
        found = [c for c in claims.read(text).claims if c.act == "speech"]
        parts.append(agreement(text, annotated, found))
    return Agreement(
        tuple(pair for part in parts for pair in part.pairs),
        sum(part.annotated for part in parts),
        sum(part.found for part in parts),
    )


def test_of_nine_claims_found_eight_are_claims() -> None:
    assert agreed().precision >= 8 / 9


def test_of_ten_claims_in_the_samples_more_than_eight_are_found() -> None:
    assert agreed().recall >= 0.85


def test_the_quote_kind_is_nearly_always_right() -> None:
    right = sum(claim.quote == example.fields["quote"] for example, claim in agreed().pairs)
    assert right / len(agreed().pairs) >= 0.97


def test_the_speaker_is_mostly_right() -> None:
    right = sum(claim.speaker == example.fields["speaker"] for example, claim in agreed().pairs)
    assert right / len(agreed().pairs) >= 0.85

"""The page of figures, and the fitting of the confidence."""

import numpy as np
import pytest

from claims.rules import RuleFinder
from claims.training.calibrate import fitted
from claims.training.evaluate import Engine, own_articles_page
from claims.training.notation import parse
from claims.training.results import Result, of_act
from claims.training.scoring import same_speaker

ARTICLE = """genre: courts
place: Leeds

{c1 “It was dark,”} {s1 Ana Ruiz} {q1 told} the court. {s2 She} {q2 wants} {c2 an apology}.

{s3 The firm} {q3 denied} {c3 the charge}.

---
1: speech, direct, Ana Ruiz
2: attitude, indirect, Ana Ruiz
3: speech, indirect, firm
"""


def test_claims_are_told_apart_by_act() -> None:
    claims = parse(ARTICLE).claims
    assert [one.number for one in of_act(claims, "speech")] == [1, 3]
    assert [one.number for one in of_act(claims, "attitude")] == [2]


@pytest.mark.parametrize(
    ("annotated", "found"), [("the firm", "firm"), ("Ana Ruiz", "ana ruiz"), ("O’Hara", "O'Hara"), (None, None)]
)
def test_a_speaker_is_the_same_but_for_capitals_articles_and_apostrophes(annotated: str, found: str) -> None:
    assert same_speaker(annotated, found)


@pytest.mark.parametrize(("annotated", "found"), [("Ana Ruiz", "Ruiz"), ("firm", None), (None, "firm")])
def test_another_name_or_none_is_not(annotated: str, found: str) -> None:
    assert not same_speaker(annotated, found)


def test_an_engine_that_finds_what_is_there_has_full_marks_and_one_that_finds_nothing_none() -> None:
    article = parse(ARTICLE)
    rules = Engine("rules", RuleFinder(), RuleFinder())
    result = Result()
    result.add(article, rules.read(article.text))
    assert (result.articles[0].precision, result.articles[0].recall) == (1, 1)
    assert result.quotes["quoted"].there == result.quotes["direct"].there == result.quotes["indirect"].there == 1
    assert {kind: result.quotes[kind].f1 for kind in ("direct", "indirect", "quoted")} == dict.fromkeys(
        ("direct", "indirect", "quoted"), 1
    )
    assert {act: result.acts[act].f1 for act in ("speech", "attitude")} == {"speech": 1, "attitude": 1}
    assert (result.speakers, result.kinds) == (2, 2)
    nothing = Result()
    nothing.add(article, [])
    assert (nothing.articles[0].right, nothing.articles[0].there) == (0, 2)


def test_the_page_has_a_row_for_each_engine_in_each_table() -> None:
    page = "\n".join(own_articles_page([Engine("by rules", RuleFinder(), RuleFinder())], [parse(ARTICLE)]))
    assert "| by rules | 100.0% | 100.0% | 100.0% (100.0% to 100.0%) | 100.0% | 100.0% |" in page
    assert "| courts | 100.0% |" in page
    assert "| quoted | 100.0% |" in page
    assert "| attitude | 100.0% |" in page


def test_fitting_finds_the_weights_that_made_the_data() -> None:
    rng = np.random.default_rng(1)
    values = np.column_stack([np.ones(20_000), rng.normal(size=20_000)])
    right = (rng.random(20_000) < 1 / (1 + np.exp(-values @ np.array([0.5, -2.0])))).astype(float)
    assert fitted(values, right) == pytest.approx([0.5, -2.0], abs=0.1)

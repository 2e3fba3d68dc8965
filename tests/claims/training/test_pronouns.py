"""The weights by which he and she are resolved are those that the annotated articles ask for."""

import numpy as np

from claims.speakers.weights import WEIGHTS
from claims.training.notation import parse
from claims.training.pronouns import Question, fitted, left_out, names_in, questions_in, written

ARTICLE = """genre: courts
place: Leeds

{s1 Ana Ruiz} {q1 told} Joan Hale {c1 that it was dark}. {s2 She} {q2 said} {c2 it had rained}.

---
1: speech, indirect, Ana Ruiz
2: speech, indirect, Ana Ruiz
"""


def choice(near: int, right: int, article: str = "one") -> Question:
    """Two candidates, of whom the one by the number ``near`` is near, and the one by the number ``right`` is right."""
    noted = [{"near": number == near, "noise": number % 2 == 0} for number in (0, 1)]
    return Question(article, noted, [number == right for number in (0, 1)])


def test_what_is_right_more_often_weighs_more() -> None:
    questions = [choice(0, 0), choice(1, 1), choice(0, 0), choice(1, 1), choice(0, 1), choice(1, 0), choice(1, 1)]
    names = names_in(questions)
    weights = dict(zip(names, fitted(questions, names), strict=True))
    assert weights["near"] > 0.3
    assert abs(weights["noise"]) < weights["near"] / 2


def test_each_fold_is_judged_by_weights_that_have_not_seen_it() -> None:
    agreeing = [choice(number % 2, number % 2, article=str(number)) for number in range(8)]
    assert left_out(agreeing, folds=4) == 1
    alone = [choice(0, 0, article="left"), choice(0, 1, article="right")]
    assert left_out(alone, folds=2) == 0  # each teaches the contrary of the other


def test_a_question_is_a_pronoun_that_somebody_was_annotated_for() -> None:
    (question,) = questions_in(parse(ARTICLE))
    assert sum(question.right) == 1
    assert len(question.right) == len(question.noted) == 2


def test_what_is_written_is_the_module_that_the_speakers_are_resolved_by() -> None:
    held: dict[str, dict[str, float]] = {}
    exec(written(["near", "noise"], np.array([1.25, -0.5])), held)
    assert held["WEIGHTS"] == {"near": 1.25, "noise": -0.5}
    assert {name for question in questions_in(parse(ARTICLE)) for noted in question.noted for name in noted} <= {
        *WEIGHTS
    }

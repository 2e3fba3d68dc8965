"""A pass has the articles that it should have, each in a version and under a convention."""

import random
from collections import Counter
from dataclasses import replace

import pytest

pytest.importorskip("torch")

from claims.training.corpus import GUIDE, POLNEAR
from claims.training.labels import labelled
from claims.training.lessons import Lessons, Mixture, Step, Windows, passes
from tests.claims.tagger.toy import TOY
from tests.claims.training.made import article

OWN = article("{s1 She} {q1 said} {c1 “so”}.")
POLITICAL = [replace(article("{s1 He} {q1 said} {c1 “no”}." + " word" * n), convention=POLNEAR) for n in range(10)]


def first_pass(mixture: Mixture, seed: int = 1) -> Counter[tuple[int, bool]]:
    """How many articles of each convention, and whether annotators told of them, are in a pass."""
    seen = next(passes(POLITICAL, [OWN], TOY, mixture, random.Random(seed)))
    return Counter((one.convention, one.told) for one in seen)


def test_a_pass_has_every_article_and_the_projects_own_more_often() -> None:
    assert first_pass(Mixture(own=3)) == {(POLNEAR, True): 10, (GUIDE, True): 3}
    assert first_pass(Mixture(own=0, polnear=0.5)) == {(POLNEAR, True): 5}


def test_some_articles_are_seen_by_the_other_convention_of_which_no_annotator_told() -> None:
    found = first_pass(Mixture(own=1, other=0.4))
    assert found == {(POLNEAR, True): 10, (GUIDE, True): 1, (GUIDE, False): 4, (POLNEAR, False): 1}


def test_articles_are_altered_unless_they_should_stay_plain() -> None:
    def pieces(plain: float) -> list[list[int]]:
        seen = next(passes([], [OWN] * 20, TOY, Mixture(own=1, plain=plain), random.Random(1)))
        return [one.encoded.pieces.tolist() for one in seen]

    same = labelled(OWN, TOY).encoded.pieces.tolist()
    assert all(one == same for one in pieces(1.0))
    assert any(one != same for one in pieces(0.0))


def test_steps_tell_how_much_of_training_is_done_and_where_a_pass_ends() -> None:
    def steps() -> list[Step]:
        windows = Windows(largest=60, pieces=60, masked=0.0)
        return list(Lessons(POLITICAL, [OWN], TOY, Mixture(own=1), windows, epochs=3, seed=1))

    done = [step.done for step in steps()]
    assert done == sorted(done)
    assert 0 < done[0] < done[-1] == 1
    assert [step.done for step in steps() if step.last] == pytest.approx([1 / 3, 2 / 3, 1])

"""The loss over tags is the likelihood that it is said to be, and a teacher's word is what the teacher expects."""

import math
from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch")

from claims.training import crf
from claims.training.crf import Expected, Potentials

KINDS = 3
THERE = torch.tensor([[True, True, True], [True, True, False]])


def field(seed: int) -> Potentials:
    chance = torch.Generator().manual_seed(seed)
    shapes = ((KINDS, KINDS), (KINDS,), (KINDS,))
    return Potentials(*(torch.randn(*shape, generator=chance) for shape in shapes))


def scores(seed: int) -> "torch.Tensor":
    return torch.randn(2, 3, KINDS, generator=torch.Generator().manual_seed(seed))


def weight(potentials: Potentials, one: "torch.Tensor", tags: tuple[int, ...]) -> float:
    """The exponential of the score of one sequence of tags."""
    score = potentials.begin[tags[0]] + potentials.end[tags[-1]]
    score = score + sum(one[word, tag] for word, tag in enumerate(tags))
    score = score + sum(potentials.between[a, b] for a, b in pairwise(tags))
    return math.exp(float(score))


def sequences(words: int) -> list[tuple[int, ...]]:
    return list(product(range(KINDS), repeat=words))


def test_with_an_annotators_tags_the_loss_is_the_share_of_the_right_sequence_among_all() -> None:
    potentials, scored = field(1), scores(2)
    tags = torch.tensor([[1, 2, 0], [2, 1, 0]])
    expected = sum(
        -math.log(weight(potentials, one, right) / sum(weight(potentials, one, s) for s in sequences(len(right))))
        for one, right in ((scored[0], (1, 2, 0)), (scored[1], (2, 1)))
    )
    assert float(crf.loss(scored, potentials, THERE, crf.annotated(tags, THERE, KINDS))) == pytest.approx(
        expected, rel=1e-5
    )


def test_a_field_expects_every_tag_and_every_pair_as_often_as_its_sequences_have_them() -> None:
    potentials, scored = field(3), scores(4)
    found = crf.marginals(scored, potentials, THERE)
    for number, words in ((0, 3), (1, 2)):
        shares = {s: weight(potentials, scored[number], s) for s in sequences(words)}
        whole = sum(shares.values())
        for tag in range(KINDS):
            for word in range(words):
                share = sum(w for s, w in shares.items() if s[word] == tag) / whole
                assert float(found.tags[number, word, tag]) == pytest.approx(share, abs=1e-5)
            for other in range(KINDS):
                pairs = sum(w * sum(p == (tag, other) for p in pairwise(s)) for s, w in shares.items()) / whole
                assert float(found.between[number, tag, other]) == pytest.approx(pairs, abs=1e-5)
            assert float(found.begin[number, tag]) == pytest.approx(float(found.tags[number, 0, tag]), abs=1e-5)
            assert float(found.end[number, tag]) == pytest.approx(float(found.tags[number, words - 1, tag]), abs=1e-5)
    assert float(found.tags[1, 2].abs().sum()) == 0  # no word is there


def test_nothing_is_left_to_learn_from_a_teacher_that_scores_as_the_learner_does() -> None:
    potentials, scored = field(5), scores(6).requires_grad_()
    loss = crf.loss(scored, potentials, THERE, crf.marginals(scored, potentials, THERE))
    (slope,) = torch.autograd.grad(loss, scored)
    assert float(slope.abs().max()) < 1e-5
    (slope,) = torch.autograd.grad(
        crf.loss(scored, potentials, THERE, crf.marginals(scores(7), field(8), THERE)), scored
    )
    assert float(slope.abs().max()) > 0.05


def test_a_teachers_share_is_set_for_each_sequence_by_itself() -> None:
    annotated = crf.annotated(torch.tensor([[1, 2, 0], [2, 1, 0]]), THERE, KINDS)
    taught = crf.marginals(scores(1), field(1), THERE)
    mixed = annotated.mixed(taught, torch.tensor([0.25, 1.0]))
    assert torch.allclose(mixed.tags[0], 0.75 * annotated.tags[0] + 0.25 * taught.tags[0])
    assert torch.allclose(mixed.between[1], taught.between[1])


def test_several_teachers_are_taken_on_average() -> None:
    one, other = (crf.marginals(scores(seed), field(seed), THERE) for seed in (1, 2))
    both: Expected = crf.mean([one, other])
    assert torch.allclose(both.tags, (one.tags + other.tags) / 2)
    assert torch.allclose(both.end, (one.end + other.end) / 2)

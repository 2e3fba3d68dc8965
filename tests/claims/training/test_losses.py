"""What the network is pulled towards: its annotators, its teachers, and itself."""

import random
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")

from claims.tagger.decoding import LAYERS, TAGS
from claims.training import crf
from claims.training.base_weights import Shape
from claims.training.batches import Batch, batches
from claims.training.labels import labelled
from claims.training.losses import Taught, loss_of
from claims.training.network import Network
from tests.claims.tagger.toy import TOY
from tests.claims.training.made import article

MADE = article(
    "{s1 She} {q1 said} {c1 it was late}. {s2 He} {q2 thought} {c2 that {s3 they} {q3 knew} {c3 it}}.", nested=[3]
)


def batch() -> Batch:
    (only,) = batches([labelled(MADE, TOY)], TOY, largest=380, pieces=1536, masked=0.0, rng=random.Random(1))
    return only


def network(dropout: float) -> Network:
    torch.manual_seed(1)
    made = Network(Shape(width=24, blocks=1, places=64, vocabulary=len(TOY)))
    torch.nn.init.normal_(made.tag.weight, std=1.0)  # so that what is dropped tells
    made.dropout = dropout
    return made.train()


def slopes(learner: Network, seen: Batch, taught: Taught | None = None, **options: float) -> "torch.Tensor":
    """Of the tags' loss, by the weights of each tag."""
    torch.manual_seed(2)
    tags, _ = loss_of(learner, seen, taught, **options)
    (slope,) = torch.autograd.grad(tags, learner.tag.weight)
    return slope


def test_two_readings_that_are_the_same_have_nothing_to_agree_on() -> None:
    learner = network(dropout=0.0)
    alone, agreeing = slopes(learner, batch()), slopes(learner, batch(), agree=4.0)
    assert torch.allclose(alone, agreeing, atol=0.1)


def test_two_readings_that_differ_are_drawn_towards_one_another() -> None:
    learner = network(dropout=0.5)
    mean_of_both, agreeing = slopes(learner, batch(), agree=1e-9), slopes(learner, batch(), agree=4.0)
    assert not torch.allclose(mean_of_both, agreeing, atol=0.5)


def certain(tag: int) -> Taught:
    """What teachers expect who are sure of this tag at every word."""
    seen = batch()
    return [crf.annotated(torch.full_like(seen.tags[layer], tag), seen.there, TAGS) for layer in range(LAYERS)]


def test_trust_is_the_share_of_the_teachers_word_where_annotators_have_one_too() -> None:
    learner = network(dropout=0.0)
    own, theirs = slopes(learner, batch()), slopes(learner, batch(), certain(0), trust=1.0)
    both = slopes(learner, batch(), certain(0), trust=0.25)
    assert torch.allclose(both, 0.75 * own + 0.25 * theirs, rtol=0.02, atol=0.1)
    assert not torch.allclose(own, theirs, atol=1.0)


def test_only_teachers_are_heard_where_no_annotator_told() -> None:
    learner = network(dropout=0.0)
    seen = batch()
    untold = replace(seen, told=torch.zeros_like(seen.told))
    assert torch.allclose(
        slopes(learner, untold, certain(0), trust=0.25), slopes(learner, seen, certain(0), trust=1.0), atol=0.1
    )

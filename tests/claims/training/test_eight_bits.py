"""What is rounded in training is rounded as the exported network rounds, and slopes pass through."""

import pytest

torch = pytest.importorskip("torch")

from claims.training.eight_bits import Linear, RoundedEmbedding, in_eight_bits, rounded_activations, rounded_weights


def test_each_row_of_weights_keeps_its_greatest_and_has_129_values_at_most() -> None:
    weights = torch.randn(3, 4000) * torch.tensor([[1.0], [10.0], [0.1]])
    rounded = rounded_weights(weights)
    for row, exact in zip(rounded, weights, strict=True):
        assert torch.isclose(row.abs().max(), exact.abs().max())
        assert len(row.unique()) <= 129
        assert float((row - exact).abs().max()) <= float(exact.abs().max()) / 128 * 1.001


def test_activations_have_256_values_at_most_and_zero_is_one_of_them() -> None:
    exact = torch.rand(2, 50, 40) * torch.tensor([1.0, 9.0])[:, None, None] + 0.5
    exact[:, 0, 0] = 0
    rounded = rounded_activations(exact)
    for one, its in zip(rounded, exact, strict=True):
        assert len(one.unique()) <= 256
        assert float((one - its).abs().max()) <= float(its.max()) / 255
        assert float(one[0, 0]) == 0


def test_slopes_pass_through_the_rounding() -> None:
    for rounding in (rounded_weights, rounded_activations):
        values = torch.randn(3, 5, requires_grad=True)
        (slope,) = torch.autograd.grad((rounding(values) * 2).sum(), values)
        assert torch.equal(slope, torch.full((3, 5), 2.0))


def test_a_layer_rounds_only_once_it_is_told_to() -> None:
    layer = Linear(40, 30)
    x = torch.randn(1, 7, 40)
    exact = layer(x)
    assert torch.equal(exact, torch.nn.functional.linear(x, layer.weight, layer.bias))
    in_eight_bits(layer)
    assert not torch.equal(layer(x), exact)
    assert torch.allclose(layer(x), exact, atol=0.1)


def test_an_embedding_in_eight_bits_is_near_the_exact_one_row_by_row() -> None:
    exact = torch.nn.Embedding(20, 64)
    exact.weight.data *= torch.logspace(-2, 2, 20)[:, None]
    rows = torch.arange(20)[None]
    apart = (RoundedEmbedding(exact)(rows) - exact(rows)).abs().amax(-1)
    assert (apart <= exact(rows).abs().amax(-1) / 254 * 1.001).all()

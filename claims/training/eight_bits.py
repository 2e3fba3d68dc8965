"""Layers that can compute as if in eight bits, so that a network learns to live with them (Jacob et al. 2018).

What is rounded is what the exported network rounds: weights, with one scale for each output channel, to seven bits,
since processors without the newer instructions add up products in sixteen bits and lose what is more; activations to
eight bits between their least and their greatest. Slopes pass through the rounding unchanged.
"""

import torch
import torch.nn.functional as F  # noqa: N812 (the usual name)
from torch import Tensor, nn

WEIGHT_STEPS = 64
ACTIVATION_STEPS = 255


class Linear(nn.Linear):
    """A linear layer; where ``rounds`` is true it computes with rounded weights and activations."""

    rounds = False

    def forward(self, x: Tensor) -> Tensor:
        """``x`` is ``[batch, pieces, width]``."""
        if not self.rounds:
            return super().forward(x)
        return F.linear(rounded_activations(x), rounded_weights(self.weight), self.bias)


def rounded_weights(weights: Tensor) -> Tensor:
    """``[out, in]`` with each row rounded to `WEIGHT_STEPS` on either side of zero."""
    scale = weights.detach().abs().amax(1, keepdim=True).clamp(min=1e-12) / WEIGHT_STEPS
    return _straight_through(weights, (weights / scale).round() * scale)


def rounded_activations(x: Tensor) -> Tensor:
    """``[batch, …]``, each of the batch rounded to `ACTIVATION_STEPS` between its least, or zero, and its greatest."""
    held = x.detach().float()
    dimensions = tuple(range(1, x.dim()))
    least = held.amin(dimensions, keepdim=True).clamp(max=0)
    scale = (held.amax(dimensions, keepdim=True).clamp(min=0) - least).clamp(min=1e-12) / ACTIVATION_STEPS
    zero = (-least / scale).round()
    steps = ((held / scale).round() + zero).clamp(0, ACTIVATION_STEPS)
    return _straight_through(x, ((steps - zero) * scale).to(x.dtype))


def in_eight_bits(network: nn.Module) -> None:
    """Let every layer of the network round from now on."""
    for module in network.modules():
        if isinstance(module, Linear):
            module.rounds = True


class RoundedEmbedding(nn.Module):
    """An embedding in eight bits with a scale for each row, for the exported network."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        weights = embedding.weight.detach()
        scale = weights.abs().amax(1, keepdim=True).clamp(min=1e-12) / 127
        self.steps: Tensor
        self.scale: Tensor
        self.register_buffer("steps", (weights / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, rows: Tensor) -> Tensor:
        """``rows`` of any shape; returns one dimension more."""
        return F.embedding(rows, self.steps).float() * F.embedding(rows, self.scale)


def _straight_through(exact: Tensor, rounded: Tensor) -> Tensor:
    return exact + (rounded - exact).detach()

"""Teachers: networks trained before, which another one follows beside the annotators' tags.

A larger network marks better than the one that is small enough to be shipped; what it expects of every word, and how
sure it is, teaches more than the tags alone (Hinton et al. 2015). It reads the very windows that the other reads,
however they were altered, but with no word hidden.
"""

from collections.abc import Sequence
from pathlib import Path

import torch

from claims.tagger.decoding import LAYERS, TAGS
from claims.training import crf
from claims.training.batches import Batch
from claims.training.eight_bits import Linear
from claims.training.losses import Taught, reading
from claims.training.network import Network


class Teachers:
    """Networks that are asked, and no more trained; there is one at least."""

    def __init__(self, paths: Sequence[Path], device: torch.device) -> None:
        """Those whose checkpoints are at ``paths``.

        Raises:
            OSError: where a file cannot be read.
            DataError: where it holds something else.
        """
        self._networks = [_only_asked(Network.of_checkpoint(path)).to(device) for path in paths]

    def expect(self, batch: Batch) -> Taught:
        """What they expect of the batch on average."""
        with torch.no_grad():
            readings = [reading(network, batch, batch.pieces)[0] for network in self._networks]
        return [
            crf.mean(
                [
                    crf.marginals(scores[..., layer * TAGS : (layer + 1) * TAGS], its.potentials(layer), batch.there)
                    for scores, its in zip(readings, self._networks, strict=True)
                ]
            )
            for layer in range(LAYERS)
        ]


def _only_asked(network: Network) -> Network:
    """The network with its layers in the type that they compute in, or they would be cast for each batch anew."""
    for module in network.modules():
        if isinstance(module, Linear):
            module.to(torch.bfloat16)
    network.eval()
    return network

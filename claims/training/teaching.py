"""Teachers: networks trained before, whose scores for an article another one follows beside the annotators' tags.

A larger network marks better than the one that is small enough to be shipped; what it expects of every word, and how
sure it is, teaches more than the tags alone (Hinton et al. 2015). Its word is taken once for each version of an
article, since asking it costs more than a step of training.
"""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import file_digest, sha256
from pathlib import Path

import numpy as np
import torch

from claims.tagger.decoding import LAYERS, Floats
from claims.tagger.encoding import Encoded
from claims.tagger.windows import stitched
from claims.tagger.wordpiece import WordPiece
from claims.training.eight_bits import Linear
from claims.training.labels import Labelled
from claims.training.losses import Fields
from claims.training.network import Network

LARGEST, CONTEXT = 480, 100  # pieces in a window, and shared by two: longer than where time counts


class Teachers:
    """Networks that are asked, and no more trained."""

    def __init__(self, paths: Sequence[Path], vocabulary: WordPiece, device: torch.device) -> None:
        """Those whose checkpoints are at ``paths``; what they say is kept beside each, in a folder ``taught``.

        Raises:
            OSError: where a file cannot be read.
            DataError: where it holds something else.
        """
        self._networks = [(_only_asked(Network.of_checkpoint(path)).to(device), _kept(path)) for path in paths]
        self._vocabulary = vocabulary
        self._device = device

    @property
    def fields(self) -> Fields:
        """What their scores go with."""
        return [[network.potentials(layer) for layer in range(LAYERS)] for network, _ in self._networks]

    def teach(self, article: Labelled) -> Labelled:
        """The article with what each teacher makes of it."""
        return replace(article, taught=np.stack([self._said(*one, article) for one in self._networks]))

    def _said(self, network: Network, kept: Path, article: Labelled) -> Floats:
        pieces = sha256(article.encoded.pieces.tobytes() + article.encoded.features.tobytes()).hexdigest()
        path = kept / f"{pieces}-{article.convention}-{LARGEST}-{CONTEXT}.npy"
        if not path.exists():
            part = path.with_suffix(".part")  # whole or not at all, should this be interrupted
            with part.open("wb") as file:
                np.save(file, self._scores(network, article.encoded, article.convention))
            part.replace(path)
        scores: Floats = np.load(path)
        return scores

    def _scores(self, network: Network, encoded: Encoded, convention: int) -> Floats:
        """``[words, LAYERS * TAGS]``."""

        def read(begin: int, end: int) -> Floats:
            pieces, features, first = encoded.inputs(begin, end, convention, self._vocabulary)
            with torch.no_grad(), torch.autocast(self._device.type, dtype=torch.bfloat16):
                given = torch.from_numpy(pieces[None]), torch.from_numpy(features[None])
                found = network(*(one.to(self._device) for one in given))[0]
            return np.asarray(found[0].float().cpu().numpy()[first])

        return stitched(encoded, LARGEST, CONTEXT, read).astype(np.float16)


def _only_asked(network: Network) -> Network:
    """The network with its layers in the type that they compute in, or they would be cast for each window anew."""
    for module in network.modules():
        if isinstance(module, Linear):
            module.to(torch.bfloat16)
    network.eval()
    return network


def _kept(checkpoint: Path) -> Path:
    """The folder for what the network in this very file says."""
    with checkpoint.open("rb") as file:
        folder = checkpoint.parent / "taught" / file_digest(file, "sha256").hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    return folder

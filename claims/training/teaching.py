"""Teachers: networks trained before, whose scores for an article another one follows beside the annotators' tags.

A larger network marks better than the one that is small enough to be shipped; what it expects of every word, and how
sure it is, teaches more than the tags alone (Hinton et al. 2015). Its word is taken once for each version of an
article, since asking it costs more than a step of training.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from claims.tagger.decoding import LAYERS, TAGS, Floats
from claims.tagger.encoding import Encoded
from claims.tagger.windows import depths, windows
from claims.tagger.wordpiece import WordPiece
from claims.training.labels import Labelled
from claims.training.losses import Fields
from claims.training.network import Network

LARGEST, CONTEXT = 480, 100  # pieces in a window, and shared by two: longer than where time counts


class Teachers:
    """Networks that are asked, and no more trained."""

    def __init__(self, networks: Sequence[Network], vocabulary: WordPiece, device: torch.device) -> None:
        self._networks = [network.to(device).eval() for network in networks]
        self._vocabulary = vocabulary
        self._device = device

    @classmethod
    def load(cls, paths: Sequence[Path], vocabulary: WordPiece, device: torch.device) -> "Teachers":
        """Those whose checkpoints are at ``paths``.

        Raises:
            OSError: where a file cannot be read.
            DataError: where it holds something else.
        """
        return cls([Network.of_checkpoint(path) for path in paths], vocabulary, device)

    @property
    def fields(self) -> Fields:
        """What their scores go with."""
        return [[network.potentials(layer) for layer in range(LAYERS)] for network in self._networks]

    def teach(self, article: Labelled) -> Labelled:
        """The article with what each teacher makes of it."""
        taught = np.stack([self._scores(network, article.encoded, article.convention) for network in self._networks])
        return replace(article, taught=taught)

    def _scores(self, network: Network, encoded: Encoded, convention: int) -> Floats:
        """``[words, LAYERS * TAGS]``."""
        count = len(encoded.words)
        scores = np.zeros((count, LAYERS * TAGS), np.float16)
        best = np.full(count, -1.0)
        for begin, end in windows(encoded, LARGEST, CONTEXT):
            pieces, features, first = encoded.inputs(begin, end, convention, self._vocabulary)
            with torch.no_grad(), torch.autocast(self._device.type, dtype=torch.bfloat16):
                given = torch.from_numpy(pieces[None]), torch.from_numpy(features[None])
                found = network(*(one.to(self._device) for one in given))[0]
            depth = depths(begin, end, count)
            better = depth > best[begin:end]
            words = np.arange(begin, end)[better]
            best[words] = depth[better]
            scores[words] = found[0].float().cpu().numpy()[first][better]
        return scores

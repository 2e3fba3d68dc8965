"""``python -m claims.training.measure CHECKPOINT DATA``: how well a network in training marks what was held out.

The network runs as it was trained, not in eight bits, so that trials can be compared before anything is exported.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from claims.tagger.decoding import ROLES, Floats, Transitions
from claims.tagger.encoding import POLNEAR, Ints
from claims.tagger.finder import TaggerFinder
from claims.tagger.linking import LinkBiases
from claims.tagger.network import Model
from claims.tagger.wordpiece import WordPiece
from claims.training.base_weights import vocabulary_at
from claims.training.command import Parser, count
from claims.training.corpus import held_out, polnear
from claims.training.network import Network
from claims.training.scoring import found_in_polnear
from claims.training.tables import figures


class Session:
    """A network where the tagger expects what onnxruntime loads."""

    def __init__(self, network: Network) -> None:
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._network = network.eval().to(self._device)

    def run(self, _outputs: None, inputs: dict[str, Ints]) -> list[Floats]:
        """The scores of tags and the vectors for ``pieces`` and ``features``."""
        with torch.no_grad(), torch.autocast(self._device.type, dtype=torch.bfloat16):
            given = (torch.from_numpy(inputs[name]).to(self._device) for name in ("pieces", "features"))
            found = self._network(*given)
        return [np.asarray(one.float().cpu().numpy()) for one in found]


def model_of(network: Network, vocabulary: WordPiece) -> Model:
    """The tagger's model with this network in it."""
    decoding = network.parameters_for_decoding()
    transitions = zip(decoding["between"], decoding["begin"], decoding["end"], strict=True)
    return Model(
        Session(network),
        vocabulary,
        tuple(Transitions(*one) for one in transitions),
        LinkBiases(decoding["distance"], decoding["none"]),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a line for claims and one for each role."""
    parser = Parser("measure", "Measure a network in training on the articles of PolNeAR that were held out.")
    parser.add_argument("checkpoint", type=Path, metavar="CHECKPOINT", help="what training wrote")
    parser.add_argument("data", type=Path, metavar="DATA", help="PolNeAR's training part as JSON lines")
    parser.add_argument("--vocabulary", type=Path, required=True, help="the base's vocab.txt")
    parser.add_argument("--every", type=count(1), default=1, help="measure only each so-manieth article")
    options = parser.parse_args(arguments)
    with parser.refusing():
        _print(options)


def _print(options: argparse.Namespace) -> None:
    articles = [one for one in polnear(options.data) if held_out(one.name)][:: options.every]
    model = model_of(Network.of_checkpoint(options.checkpoint), vocabulary_at(options.vocabulary))
    counts = found_in_polnear(TaggerFinder(POLNEAR, model), articles)
    for what in ("claim", *ROLES):
        precision, recall, f1 = figures([one[what] for one in counts])
        print(f"{what:8} P {precision}  R {recall}  F1 {f1}")


if __name__ == "__main__":
    main()

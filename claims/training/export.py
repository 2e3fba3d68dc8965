"""``python -m claims.training.export CHECKPOINT BASE OUT``: a checkpoint as the files that the tagger loads.

The network becomes ONNX with rounded weights, one scale for each output channel or word piece; activations are rounded
as they come (Krishnamoorthi 2018; see `claims.training.eight_bits`). What is needed beside it goes along: the
decoding's parameters and the vocabulary.
"""

import copy
import logging
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (the usual name)
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from claims.tagger.encoding import FEATURE_SIZES
from claims.tagger.network import DECODING, FILES, NETWORK, VOCABULARY
from claims.training.command import Parser
from claims.training.eight_bits import RoundedEmbedding
from claims.training.network import Block, Network


class ExportedBlock(Block):
    """A block that reads a single window, its attention written so that onnxruntime copies hardly anything.

    The runtime multiplies ``[pieces, heads, size]`` head by head where it lies, and scales as it does so. Queries, keys
    and values are projected one by one, since splitting what one product gave would copy it; they share what ``x`` was
    rounded to.
    """

    def attended(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x`` is ``[1, pieces, width]``; ``mask``, if any, is added to the attention's scores."""
        width = self.qkv.in_features
        size = width // self.heads
        projections = zip(self.qkv.weight.chunk(3), self.qkv.bias.chunk(3), strict=True)
        q, k, v = (F.linear(x, *one).view(-1, self.heads, size).transpose(0, 1) for one in projections)
        scores = q @ k.transpose(1, 2) * size**-0.5
        if mask is not None:
            scores = scores + mask[0]
        return (scores.softmax(-1) @ v).transpose(0, 1).reshape(1, -1, width)


def export(network: Network, out: Path) -> None:
    """Write the network and the decoding's parameters to the folder ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    network = copy.deepcopy(network).eval()
    network.word = RoundedEmbedding(network.word)
    blocks = nn.ModuleList([ExportedBlock(network.shape) for _ in network.blocks])
    blocks.load_state_dict(network.blocks.state_dict())
    network.blocks = blocks
    np.savez(out / DECODING, **network.parameters_for_decoding())
    pieces = torch.zeros(1, 200, dtype=torch.long)
    features = torch.zeros(1, 200, len(FEATURE_SIZES), dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that there is a newer exporter
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            (pieces, features),
            str(plain),
            input_names=["pieces", "features"],
            output_names=["tags", "vectors"],
            dynamic_axes={name: {1: "n"} for name in ("pieces", "features", "tags", "vectors")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            out / NETWORK,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Export the checkpoint named."""
    parser = Parser("export", "Write a checkpoint as the files that the tagger loads.")
    parser.add_argument("checkpoint", type=Path, metavar="CHECKPOINT", help="the checkpoint.pt that training wrote")
    parser.add_argument("base", type=Path, metavar="BASE", help="the folder with vocab.txt")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to write to")
    options = parser.parse_args(arguments)
    logging.disable(logging.WARNING)  # advice on quantising, each time
    with parser.refusing():
        network = Network.of_checkpoint(options.checkpoint)
        vocabulary = (options.base / "vocab.txt").read_bytes()
        export(network, options.out)
        (options.out / VOCABULARY).write_bytes(vocabulary)
    for name in FILES:
        print(f"{options.out / name}: {(options.out / name).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

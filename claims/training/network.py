"""The network that is trained: an encoder, MiniLM's six layers or a larger one, with heads that tag and link spans.

The CRF is a last layer as in Lample et al. 2016; linking by a product of vectors
follows the biaffine scorer of Dozat and Manning 2017. The convention of marking is an input, after the data-set
embeddings of Stymne et al. 2018, so that both corpora teach one network.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (the usual name)
from safetensors.torch import load_file
from torch import Tensor, nn

from claims.tagger.decoding import LAYERS, TAGS, forbidden
from claims.tagger.encoding import FEATURE_SIZES
from claims.tagger.linking import BUCKETS, SIZE, VECTORS
from claims.training.base_weights import BUCKETS as DISTANCES
from claims.training.base_weights import MINILM, Shape, distances, from_base, shape_of_weights
from claims.training.corpus import DataError
from claims.training.crf import Potentials
from claims.training.eight_bits import Linear


class Block(nn.Module):
    """One layer of the encoder, normalised after each half, as BERT has it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.qkv = Linear(width, 3 * width)
        self.out = Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=shape.epsilon)
        self.norm2 = nn.LayerNorm(width, eps=shape.epsilon)
        self.up = Linear(width, 4 * width)
        self.down = Linear(4 * width, width)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x`` is ``[batch, pieces, width]``; ``mask`` is added to the attention's scores, or tells what is there."""
        x = self.norm1(x + self.out(self.attended(x, mask)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))

    def attended(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """What each piece takes from all of them, the heads side by side: ``[batch, pieces, width]``."""
        batch, count, width = x.shape
        q, k, v = self.qkv(x).view(batch, count, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return attended.transpose(1, 2).reshape(batch, count, width)


class Network(nn.Module):
    """Pieces and features in; scores of tags ``[batch, pieces, LAYERS * TAGS]`` and vectors for linking out."""

    def __init__(self, shape: Shape = MINILM) -> None:
        super().__init__()
        self.word = nn.Embedding(shape.vocabulary, shape.width)
        self.place = nn.Embedding(shape.places, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.features = nn.ModuleList([nn.Embedding(size, shape.width) for size in FEATURE_SIZES])
        for feature in self.features:
            nn.init.zeros_(feature.weight)
        self.blocks = nn.ModuleList([Block(shape) for _ in range(shape.blocks)])
        self.tag = Linear(shape.width, LAYERS * TAGS)
        self.link = Linear(shape.width, VECTORS * SIZE)
        nn.init.normal_(self.tag.weight, std=0.02)
        nn.init.normal_(self.link.weight, std=0.05)
        self.between = nn.Parameter(torch.zeros(LAYERS, TAGS, TAGS))
        self.begin = nn.Parameter(torch.zeros(LAYERS, TAGS))
        self.end = nn.Parameter(torch.zeros(LAYERS, TAGS))
        half = BUCKETS // 2
        near = [0.5 - abs(b % half - half // 2 + 0.5) + 2.0 * (b >= half) for b in range(BUCKETS)]
        self.distance = nn.Parameter(torch.tensor([near, near]))
        self.none = nn.Parameter(torch.zeros(2))
        self.register_buffer("forbidden", torch.from_numpy(forbidden()))
        self.relative: Tensor | None
        self.register_buffer("relative", torch.zeros(DISTANCES, shape.heads) if shape.relative else None)
        self.dropout = 0.1
        self.shape = shape

    @classmethod
    def of_checkpoint(cls, path: Path) -> "Network":
        """The network that training saved, of whatever shape.

        Raises:
            OSError: where the file cannot be read.
            DataError: where it holds something else.
        """
        with path.open("rb") as file, _of_this_shape(path, "a checkpoint of this network"):
            weights = torch.load(file, map_location="cpu", weights_only=True)
            network = cls(shape_of_weights(weights))
            network.load_state_dict(weights)
            network.requires_grad_(False)
        return network

    def load_base(self, path: Path) -> None:
        """Take the weights of an encoder of this shape from a safetensors file.

        Raises:
            OSError: where the file cannot be read.
            DataError: where it holds something else.
        """
        with path.open("rb"), _of_this_shape(path, "the weights of an encoder of this shape"):
            for name, value in from_base(load_file(path), self.shape):
                self.state_dict()[name].copy_(value)

    def load_checkpoint(self, path: Path) -> None:
        """Take the weights that training saved.

        Raises:
            OSError: where the file cannot be read.
            DataError: where it holds something else.
        """
        with path.open("rb") as file, _of_this_shape(path, "a checkpoint of this network"):
            self.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))

    def encoded(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """``[batch, pieces, width]``; ``mask`` ``[batch, 1, 1, pieces]`` is true where there is a piece."""
        x = self.norm(self.word(pieces) + self.place.weight[: pieces.shape[1]])
        for number, feature in enumerate(self.features):
            x = x + feature(features[..., number])
        x = F.dropout(x, self.dropout, self.training)
        if self.relative is not None:
            bias = self.relative[distances(pieces.shape[1]).to(pieces.device)].permute(2, 0, 1)[None]
            mask = bias if mask is None else bias.masked_fill(~mask, -1e4)
            mask = mask.to(_computing_in(x))
        for block in self.blocks:
            x = block(x, mask)
        return x

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """``pieces`` ``[batch, pieces]``, ``features`` ``[batch, pieces, 4]``."""
        x = F.dropout(self.encoded(pieces, features, mask), self.dropout, self.training)
        return self.tag(x), self.link(x)

    def potentials(self, layer: int) -> Potentials:
        """What the tags of a layer are scored by beside the words."""
        return Potentials(self.between[layer] + self.forbidden, self.begin[layer], self.end[layer])

    def parameters_for_decoding(self) -> dict[str, Any]:
        """What `claims.tagger` needs beside the network, as arrays."""
        return {
            "between": self.between.detach().cpu().numpy(),
            "begin": self.begin.detach().cpu().numpy(),
            "end": self.end.detach().cpu().numpy(),
            "distance": self.distance.detach().cpu().numpy(),
            "none": self.none.detach().cpu().numpy(),
        }


def _computing_in(x: Tensor) -> torch.dtype:
    """The type that products with ``x`` are computed in."""
    kind = x.device.type
    return torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else x.dtype


@contextmanager
def _of_this_shape(path: Path, what: str) -> Iterator[None]:
    """Whatever is raised within, of which there are many kinds, means that the file at ``path`` is not ``what``."""
    try:
        yield
    except Exception as error:
        raise DataError(f"{path}: not {what}") from error

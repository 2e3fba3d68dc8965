"""The network that is trained: a BERT encoder (MiniLM's six layers) with heads that tag words and link spans.

The CRF is that of Lafferty et al. 2001, as a last layer after Lample et al. 2016; linking by a product of vectors
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
from claims.training.corpus import DataError

WIDTH, HEADS, PLACES, VOCABULARY = 384, 12, 512, 30522


class Block(nn.Module):
    """One layer of the encoder, normalised after each half, as BERT has it."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """``x`` is ``[batch, pieces, WIDTH]``; ``mask`` is added to the attention's scores."""
        batch, count, _ = x.shape
        q, k, v = self.qkv(x).view(batch, count, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        attended = attended.transpose(1, 2).reshape(batch, count, WIDTH)
        x = self.norm1(x + self.out(attended))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Network(nn.Module):
    """Pieces and features in; scores of tags ``[batch, pieces, LAYERS * TAGS]`` and vectors for linking out."""

    def __init__(self, blocks: int = 6, vocabulary: int = VOCABULARY) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.features = nn.ModuleList([nn.Embedding(size, WIDTH) for size in FEATURE_SIZES])
        for feature in self.features:
            nn.init.zeros_(feature.weight)
        self.blocks = nn.ModuleList([Block() for _ in range(blocks)])
        self.tag = nn.Linear(WIDTH, LAYERS * TAGS)
        self.link = nn.Linear(WIDTH, VECTORS * SIZE)
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
        self.dropout = 0.1

    def load_base(self, path: Path) -> None:
        """Take the weights of a BERT encoder of this shape from a safetensors file.

        Raises:
            OSError: where the file cannot be read.
            DataError: where it holds something else.
        """
        with path.open("rb"), _of_this_shape(path, "the weights of a BERT encoder of this shape"):
            weights = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
            for name, value in self._from_bert(weights):
                self.state_dict()[name].copy_(value)

    def load_checkpoint(self, path: Path) -> None:
        """Take the weights that training saved.

        Raises:
            OSError: where the file cannot be read.
            DataError: where it holds something else.
        """
        with path.open("rb") as file, _of_this_shape(path, "a checkpoint of this network"):
            self.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))

    def _from_bert(self, weights: dict[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
        """BERT's weights by the names that they have here."""
        yield "word.weight", weights["embeddings.word_embeddings.weight"]
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        yield "place.weight", weights["embeddings.position_embeddings.weight"] + kind
        yield "norm.weight", weights["embeddings.LayerNorm.weight"]
        yield "norm.bias", weights["embeddings.LayerNorm.bias"]
        for number in range(len(self.blocks)):
            theirs, ours = f"encoder.layer.{number}.", f"blocks.{number}."
            for of in ("weight", "bias"):
                attention = [weights[f"{theirs}attention.self.{name}.{of}"] for name in ("query", "key", "value")]
                yield f"{ours}qkv.{of}", torch.cat(attention)
                yield f"{ours}out.{of}", weights[f"{theirs}attention.output.dense.{of}"]
                yield f"{ours}norm1.{of}", weights[f"{theirs}attention.output.LayerNorm.{of}"]
                yield f"{ours}up.{of}", weights[f"{theirs}intermediate.dense.{of}"]
                yield f"{ours}down.{of}", weights[f"{theirs}output.dense.{of}"]
                yield f"{ours}norm2.{of}", weights[f"{theirs}output.LayerNorm.{of}"]

    def encoded(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """``[batch, pieces, WIDTH]``."""
        x = self.norm(self.word(pieces) + self.place.weight[: pieces.shape[1]])
        for number, feature in enumerate(self.features):
            x = x + feature(features[..., number])
        x = F.dropout(x, self.dropout, self.training)
        for block in self.blocks:
            x = block(x, mask)
        return x

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """``pieces`` ``[batch, pieces]``, ``features`` ``[batch, pieces, 4]``."""
        x = F.dropout(self.encoded(pieces, features, mask), self.dropout, self.training)
        return self.tag(x), self.link(x)

    def tags_loss(self, layer: int, scores: Tensor, tags: Tensor, there: Tensor) -> Tensor:
        """Negative log likelihood of the CRF, summed over sequences.

        ``scores`` ``[sequences, words, TAGS]``, ``tags`` ``[sequences, words]``, ``there`` whether a word is there
        (at least the first is, and those that are stand first).
        """
        between = self.between[layer] + self.forbidden
        begin, end = self.begin[layer], self.end[layer]
        count = there.sum(1)
        weight = there.to(scores.dtype)
        gold = begin[tags[:, 0]] + (scores.gather(2, tags[..., None])[..., 0] * weight).sum(1)
        gold = gold + (between[tags[:, :-1], tags[:, 1:]] * weight[:, 1:]).sum(1)
        gold = gold + end[tags.gather(1, (count - 1)[:, None])[:, 0]]
        alpha = begin + scores[:, 0]
        for word in range(1, scores.shape[1]):
            reached = torch.logsumexp(alpha[:, :, None] + between, 1) + scores[:, word]
            alpha = torch.where(there[:, word, None], reached, alpha)
        return (torch.logsumexp(alpha + end, 1) - gold).sum()

    def parameters_for_decoding(self) -> dict[str, Any]:
        """What `claims.tagger` needs beside the network, as arrays."""
        return {
            "between": self.between.detach().cpu().numpy(),
            "begin": self.begin.detach().cpu().numpy(),
            "end": self.end.detach().cpu().numpy(),
            "distance": self.distance.detach().cpu().numpy(),
            "none": self.none.detach().cpu().numpy(),
        }


@contextmanager
def _of_this_shape(path: Path, what: str) -> Iterator[None]:
    """Whatever is raised within, of which there are many kinds, means that the file at ``path`` is not ``what``."""
    try:
        yield
    except Exception as error:
        raise DataError(f"{path}: not {what}") from error

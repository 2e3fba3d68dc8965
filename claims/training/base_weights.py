"""What training begins with: a published encoder's vocabulary, and its weights under the names that they have here.

Two encoders are known: BERT (Devlin et al. 2019), of which MiniLM is a small one, and MPNet (Song et al. 2020), whose
layers share a bias for how far apart two pieces stand. MPNet's vocabulary is BERT's after four signs of its own: its
rows are put into BERT's order, so that both read the same pieces.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from claims.tagger.wordpiece import WordPiece
from claims.training.corpus import DataError

BUCKETS = 32
"""How many distances MPNet tells apart."""

_AS_MPNET_HAS_THEM = {0: 1, 101: 0, 102: 2, 103: -1}
"""BERT's padding, both ends of a window and what is hidden, as rows of MPNet's table."""


@dataclass(frozen=True)
class Shape:
    """How large an encoder is; ``relative`` where its layers share a bias for distances."""

    width: int = 384
    heads: int = 12
    blocks: int = 6
    places: int = 512
    vocabulary: int = 30522
    epsilon: float = 1e-12
    relative: bool = False


MINILM = Shape()


def shape_of(config: Path) -> Shape:
    """The shape that the ``config.json`` beside the weights tells.

    Raises:
        OSError: where the file cannot be read.
        DataError: where it tells none, or of an encoder of another kind.
    """
    try:
        told = json.loads(config.read_text(encoding="utf-8"))
        kind = told["model_type"]
        if kind not in ("bert", "mpnet"):
            raise ValueError(kind)
        shape = Shape(
            width=int(told["hidden_size"]),
            heads=int(told["num_attention_heads"]),
            blocks=int(told["num_hidden_layers"]),
            places=int(told["max_position_embeddings"]) - (2 if kind == "mpnet" else 0),
            vocabulary=int(told["vocab_size"]) - (5 if kind == "mpnet" else 0),
            epsilon=float(told["layer_norm_eps"]),
            relative=kind == "mpnet",
        )
        if not shape.relative and (shape.heads, shape.epsilon) != (MINILM.heads, MINILM.epsilon):
            raise ValueError("its weights would not tell")  # see `shape_of_weights`
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"{config}: not the shape of a BERT or an MPNet that is known here") from error
    return shape


def vocabulary_at(path: Path) -> WordPiece:
    """The vocabulary in the ``vocab.txt`` beside the weights.

    Raises:
        OSError: where the file cannot be read.
        DataError: where it is none.
    """
    try:
        return WordPiece.load(path)
    except (KeyError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: not a vocabulary of word pieces") from error


def shape_of_weights(weights: dict[str, Tensor]) -> Shape:
    """The shape of the encoder in the weights of one of our networks.

    How many heads a BERT has they do not tell: as many as `shape_of` lets in.

    Raises:
        KeyError, ValueError: where they are of something else.
    """
    vocabulary, width = weights["word.weight"].shape
    relative = "relative" in weights
    return Shape(
        width=width,
        heads=weights["relative"].shape[1] if relative else MINILM.heads,
        blocks=1 + max(int(name.split(".")[1]) for name in weights if name.startswith("blocks.")),
        places=len(weights["place.weight"]),
        vocabulary=vocabulary,
        epsilon=1e-5 if relative else 1e-12,
        relative=relative,
    )


def from_base(weights: dict[str, Tensor], shape: Shape) -> Iterator[tuple[str, Tensor]]:
    """The published ``weights`` of an encoder of ``shape`` by the names that they have in our network.

    Raises:
        KeyError: where it is another encoder.
    """
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    return _from_mpnet(weights, shape) if shape.relative else _from_bert(weights, shape)


def _from_bert(weights: dict[str, Tensor], shape: Shape) -> Iterator[tuple[str, Tensor]]:
    yield "word.weight", weights["embeddings.word_embeddings.weight"]
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    yield "place.weight", weights["embeddings.position_embeddings.weight"] + kind
    attention = {
        "qkv": ("attention.self.query", "attention.self.key", "attention.self.value"),
        "out": ("attention.output.dense",),
        "norm1": ("attention.output.LayerNorm",),
    }
    yield from _rest(weights, shape, attention)


def _from_mpnet(weights: dict[str, Tensor], shape: Shape) -> Iterator[tuple[str, Tensor]]:
    words = weights["embeddings.word_embeddings.weight"]
    rows = torch.arange(shape.vocabulary) + 4
    for ours, theirs in _AS_MPNET_HAS_THEM.items():
        rows[ours] = theirs % len(words)
    yield "word.weight", words[rows]
    yield "place.weight", weights["embeddings.position_embeddings.weight"][2:]  # the first two stand for padding
    yield "relative", weights["encoder.relative_attention_bias.weight"]
    attention = {
        "qkv": ("attention.attn.q", "attention.attn.k", "attention.attn.v"),
        "out": ("attention.attn.o",),
        "norm1": ("attention.LayerNorm",),
    }
    yield from _rest(weights, shape, attention)


def _rest(
    weights: dict[str, Tensor], shape: Shape, attention: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, Tensor]]:
    """What both call alike, and the layers' ``attention`` by the names that differ."""
    yield "norm.weight", weights["embeddings.LayerNorm.weight"]
    yield "norm.bias", weights["embeddings.LayerNorm.bias"]
    names = {**attention, "up": ("intermediate.dense",), "down": ("output.dense",), "norm2": ("output.LayerNorm",)}
    for number in range(shape.blocks):
        for ours, theirs in names.items():
            for of in ("weight", "bias"):
                parts = [weights[f"encoder.layer.{number}.{name}.{of}"] for name in theirs]
                yield f"blocks.{number}.{ours}.{of}", torch.cat(parts)


def distances(count: int) -> Tensor:
    """``[count, count]``: the bucket of the distance from each piece to each other, as in T5 (Raffel et al. 2020)."""
    places = torch.arange(count)
    ahead = places[None] - places[:, None]
    half = BUCKETS // 2
    exact = half // 2
    far = ahead.abs()
    logarithm = torch.log(far.clamp(min=1) / exact) / torch.log(torch.tensor(128 / exact)) * (half - exact)
    bucket = torch.where(far < exact, far, (exact + logarithm.long()).clamp(max=half - 1))
    return bucket + half * (ahead > 0)

"""Files for training a network of one block on the toy vocabulary, as small as they can be."""

import json
from pathlib import Path

from tests.claims.tagger.toy import PIECES

WIDTH, PLACES = 384, 512


def write_vocabulary(path: Path) -> None:
    """The toy vocabulary, a piece a line."""
    path.write_text("".join(f"{piece}\n" for piece in PIECES), encoding="utf-8")


def write_base(path: Path, *, vocabulary: int) -> "dict[str, torch.Tensor]":  # noqa: F821
    """A BERT encoder of one layer with weights left to chance, always the same, and its config.json; returns them."""
    import torch
    from safetensors.torch import save_file

    chance = torch.Generator().manual_seed(1)

    def weights(*shape: int) -> "torch.Tensor":
        return torch.randn(*shape, generator=chance) * 0.02

    layer = "encoder.layer.0."
    shapes = {
        "embeddings.word_embeddings.weight": (vocabulary, WIDTH),
        "embeddings.position_embeddings.weight": (PLACES, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
        **{f"embeddings.LayerNorm.{of}": (WIDTH,) for of in ("weight", "bias")},
    }
    for name, out, into in (
        *((f"attention.self.{which}", WIDTH, WIDTH) for which in ("query", "key", "value")),
        ("attention.output.dense", WIDTH, WIDTH),
        ("intermediate.dense", 4 * WIDTH, WIDTH),
        ("output.dense", WIDTH, 4 * WIDTH),
    ):
        shapes |= {f"{layer}{name}.weight": (out, into), f"{layer}{name}.bias": (out,)}
    for name in ("attention.output.LayerNorm", "output.LayerNorm"):
        shapes |= {f"{layer}{name}.{of}": (WIDTH,) for of in ("weight", "bias")}
    made = {name: weights(*shape) for name, shape in shapes.items()}
    save_file(made, path)
    config = {
        "model_type": "bert",
        "hidden_size": WIDTH,
        "num_attention_heads": 12,
        "num_hidden_layers": 1,
        "max_position_embeddings": PLACES,
        "vocab_size": vocabulary,
        "layer_norm_eps": 1e-12,
    }
    (path.parent / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return made


def write_mpnet(folder: Path, shape: "Shape") -> "dict[str, torch.Tensor]":  # noqa: F821
    """An MPNet encoder of this shape with weights left to chance, and its config.json; returns them."""
    import torch
    from safetensors.torch import save_file

    chance = torch.Generator().manual_seed(1)
    width = shape.width
    shapes = {
        "embeddings.word_embeddings.weight": (shape.vocabulary + 5, width),
        "embeddings.position_embeddings.weight": (shape.places + 2, width),
        "encoder.relative_attention_bias.weight": (32, shape.heads),
        **{f"embeddings.LayerNorm.{of}": (width,) for of in ("weight", "bias")},
    }
    for number in range(shape.blocks):
        layer = f"encoder.layer.{number}."
        for name, out, into in (
            *((f"attention.attn.{which}", width, width) for which in "qkvo"),
            ("intermediate.dense", 4 * width, width),
            ("output.dense", width, 4 * width),
        ):
            shapes |= {f"{layer}{name}.weight": (out, into), f"{layer}{name}.bias": (out,)}
        for name in ("attention.LayerNorm", "output.LayerNorm"):
            shapes |= {f"{layer}{name}.{of}": (width,) for of in ("weight", "bias")}
    made = {name: torch.randn(*size, generator=chance) * 0.02 for name, size in shapes.items()}
    save_file(made, folder / "model.safetensors")
    config = {
        "model_type": "mpnet",
        "hidden_size": width,
        "num_attention_heads": shape.heads,
        "num_hidden_layers": shape.blocks,
        "max_position_embeddings": shape.places + 2,
        "vocab_size": shape.vocabulary + 5,
        "layer_norm_eps": shape.epsilon,
    }
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return made

"""Files for training a network of one block on the toy vocabulary, as small as they can be."""

from pathlib import Path

from tests.claims.tagger.toy import PIECES

WIDTH, PLACES = 384, 512


def write_vocabulary(path: Path) -> None:
    """The toy vocabulary, a piece a line."""
    path.write_text("".join(f"{piece}\n" for piece in PIECES), encoding="utf-8")


def write_base(path: Path, *, vocabulary: int) -> "dict[str, torch.Tensor]":  # noqa: F821
    """A BERT encoder of one layer with weights left to chance, always the same; returns them."""
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
    return made

"""The first prototype of the tagger, where its files are at hand, as a finder to be measured beside the one in use."""

import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from claims.attributions import Attribution
from claims.paragraphs import Paragraph
from claims.tagger.wordpiece import WordPiece


class _Tokenizer:
    """Our pieces in the shape that the prototype asks its tokenizer for."""

    def __init__(self, vocabulary: WordPiece) -> None:
        self._vocabulary = vocabulary

    def token_to_id(self, piece: str) -> int:
        return {"[CLS]": self._vocabulary.first, "[SEP]": self._vocabulary.last}[piece]

    def encode(self, text: str, add_special_tokens: bool) -> Any:  # noqa: ARG002 (its tokenizer's signature)
        numbers, starts = self._vocabulary.pieces(text)
        return SimpleNamespace(ids=numbers, offsets=[(start, start + 1) for start in starts])


class PrototypeFinder:
    """Its claims, each in the paragraph where its content begins."""

    name = "prototype"

    def __init__(self, decode: Callable[[str], list[dict[str, list[list[int]]]]]) -> None:
        self.decode = decode

    def __call__(self, text: str, paragraphs: Sequence[Paragraph]) -> Iterator[list[Attribution]]:
        """See `claims.attributions.Finder`."""
        found = [one for one in self.decode(text) if one["content"]]
        for paragraph in paragraphs:
            yield [
                Attribution(
                    source=tuple((s, e) for s, e in one["source"]),
                    cue=tuple((s, e) for s, e in one["cue"]),
                    content=tuple((s, e) for s, e in one["content"]),
                    evidence="marked by the prototype",
                    confidence=0.7,
                )
                for one in found
                if paragraph.start <= one["content"][0][0] < paragraph.end
            ]


def prototype_finder(folder: Path, vocabulary: WordPiece) -> PrototypeFinder | None:
    """The prototype in ``folder``, or None where its files are not there."""
    if not (folder / "model.s8.onnx").exists():
        return None
    import onnxruntime

    sys.path.append(str(folder))
    try:
        data, infer = importlib.import_module("data"), importlib.import_module("infer")
    finally:
        sys.path.remove(str(folder))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "model.s8.onnx"), options)
    with np.load(folder / "params.npz") as file:
        parameters = {name: np.asarray(file[name]) for name in file.files}
    tokenizer = _Tokenizer(vocabulary)

    def decode(text: str) -> list[dict[str, list[list[int]]]]:
        article = data.Article(text, tokenizer)
        claims, _ = infer.decode(
            article,
            lambda ids, feats: session.run(None, {"ids": ids, "feats": feats}),
            parameters,
            keep_bare_cues=False,
        )
        return list(claims)

    return PrototypeFinder(decode)

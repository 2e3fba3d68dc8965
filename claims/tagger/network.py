"""The trained network and what decodes it, loaded from the files that the package carries."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claims.tagger import FOLDER
from claims.tagger.decoding import LAYERS, TAGS, Floats, Transitions
from claims.tagger.encoding import FEATURE_SIZES, GUIDE, POLNEAR, Encoded
from claims.tagger.linking import BUCKETS, SIZE, VECTORS, LinkBiases
from claims.tagger.windows import CONTEXT, LARGEST, stitched
from claims.tagger.wordpiece import WordPiece

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NETWORK, DECODING, VOCABULARY = FILES = "network.onnx", "decoding.npz", "vocabulary.txt"


BERT_SIGNS = (100, 101, 102, 103)
"""The numbers of BERT's pieces for what is unknown, for both ends of a window, and for what is hidden."""

WINDOWS = {GUIDE: (LARGEST, CONTEXT), POLNEAR: (380, 190)}
"""Pieces in a window and shared by two, by convention: for comparisons with the corpus every word is read twice.

That takes twice the time, which a reader would have to wait, and gives half a point or more of exact spans.
"""


class ModelError(Exception):
    """The model's files are missing or damaged, or what runs them is; says which, in a few words for a reader."""


@dataclass(frozen=True)
class Model:
    """A network, its vocabulary, and the parameters of decoding: a layer's transitions, the links' biases.

    As many windows are read at once as there are ``cores``: several for one window are seldom worth their company.
    """

    session: "InferenceSession"
    vocabulary: WordPiece
    transitions: tuple[Transitions, ...]
    links: LinkBiases
    cores: int = 1

    def scores(self, encoded: Encoded, convention: int) -> tuple[Floats, Floats]:
        """The scores of each word's tags ``[words, LAYERS * TAGS]`` and its vectors ``[words, VECTORS * SIZE]``."""

        def read(begin: int, end: int) -> Floats:
            pieces, features, first = encoded.inputs(begin, end, convention, self.vocabulary)
            said = self.session.run(None, {"pieces": pieces[None], "features": features[None]})
            return np.concatenate([one[0][first] for one in said], axis=1)

        if self.cores == 1:
            found = stitched(encoded, *WINDOWS[convention], read)
        else:
            with ThreadPoolExecutor(self.cores) as pool:
                found = stitched(encoded, *WINDOWS[convention], read, pool.map)
        return found[:, : LAYERS * TAGS], found[:, LAYERS * TAGS :]


def load(folder: Path = FOLDER, threads: int = 1) -> Model:
    """Load the model in ``folder``, and see that its parts fit one another.

    Raises:
        ModelError: where a file is missing or damaged, or the runtime is not to be had.
    """
    missing = next((name for name in FILES if not (folder / name).is_file()), None)
    if missing is not None:
        raise ModelError(f"{missing} is missing")
    session = _session(folder / NETWORK, threads)
    with _damaged_unless_it_loads(DECODING):
        transitions, links = _decoding(folder / DECODING)
    with _damaged_unless_it_loads(VOCABULARY):
        vocabulary = WordPiece.load(folder / VOCABULARY)
        if (vocabulary.unknown, vocabulary.first, vocabulary.last, vocabulary.mask) != BERT_SIGNS:
            raise ValueError("the pieces are in another order")
        model = Model(session, vocabulary, transitions, links)
        _try_out(model)
    return model


def _session(path: Path, threads: int) -> "InferenceSession":
    with without_native_words():
        try:
            # Only here, since it takes a while: whoever shows a text first has painted by now.
            import onnxruntime
        except Exception as error:  # a library that it needs may be missing, or too old
            raise ModelError(f"onnxruntime cannot be imported: {_first_line(error)}") from error
        try:
            options = onnxruntime.SessionOptions()
        except AttributeError as error:  # a folder of that name, left over from what was taken away
            raise ModelError("onnxruntime is incomplete") from error
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 4
        with _damaged_unless_it_loads(path.name):
            return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _decoding(path: Path) -> tuple[tuple[Transitions, ...], LinkBiases]:
    shapes = {
        "between": (LAYERS, TAGS, TAGS),
        "begin": (LAYERS, TAGS),
        "end": (LAYERS, TAGS),
        "distance": (2, BUCKETS),
        "none": (2,),
    }
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: np.asarray(file[name]) for name in shapes}
    if any(arrays[name].shape != shape for name, shape in shapes.items()):
        raise ValueError("arrays of other shapes")
    if not all(np.isfinite(one).all() for one in arrays.values()):
        raise ValueError("numbers that are none")
    transitions = zip(arrays["between"], arrays["begin"], arrays["end"], strict=True)
    return tuple(Transitions(*one) for one in transitions), LinkBiases(arrays["distance"], arrays["none"])


def _try_out(model: Model) -> None:
    """Raise an exception unless network and vocabulary fit: the last piece is the last that the network knows."""

    def run(piece: int) -> list[Floats]:
        features = np.zeros((1, 1, len(FEATURE_SIZES)), np.int64)
        scores: list[Floats] = model.session.run(None, {"pieces": np.array([[piece]]), "features": features})
        return scores

    tags, vectors = run(len(model.vocabulary) - 1)
    if tags.shape != (1, 1, LAYERS * TAGS) or vectors.shape != (1, 1, VECTORS * SIZE):
        raise ValueError("the network gives other scores")
    try:
        run(len(model.vocabulary))
    except Exception:  # as it should, with an error of the runtime's own
        return
    raise ValueError("the vocabulary is cut short")


@contextmanager
def _damaged_unless_it_loads(name: str) -> Iterator[None]:
    """Whatever is raised within, of which there are as many kinds as of damage, is a ModelError about file ``name``."""
    try:
        yield
    except Exception as error:
        raise ModelError(f"{name} is damaged") from error


@contextmanager
def without_native_words() -> Iterator[None]:
    """Keep off standard error what libraries write there past Python.

    Importing onnxruntime warns of graphics cards that it does not understand, and no setting of its own prevents that.
    """
    try:
        kept = os.dup(2)
    except OSError:  # there is no standard error
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:160]

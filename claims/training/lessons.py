"""What is seen in training: which articles in a pass, in which version and under which convention, and its batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from torch.utils.data import IterableDataset

from claims.tagger.wordpiece import WordPiece
from claims.training.augment import augmented
from claims.training.batches import Batch, batches
from claims.training.corpus import GUIDE, POLNEAR, TrainingArticle
from claims.training.labels import Labelled, labelled


@dataclass(frozen=True)
class Mixture:
    """How a pass is put together.

    ``own`` is how often it has the project's articles, ``polnear`` the share of PolNeAR's that it has, ``plain`` the
    share that is not altered. ``other`` is the share of PolNeAR's articles that are seen once more under the project's
    convention, of which only teachers can tell; unless it is none, all of the project's are seen under PolNeAR's.
    """

    own: int = 3
    polnear: float = 1.0
    plain: float = 0.5
    other: float = 0.0


def passes(
    political: Sequence[TrainingArticle],
    others: Sequence[TrainingArticle],
    vocabulary: WordPiece,
    mixture: Mixture,
    rng: random.Random,
) -> Iterator[list[Labelled]]:
    """Passes without end over PolNeAR's articles, ``political``, and the project's own, ``others``.

    In each of them an article is altered anew, if at all.
    """

    def version(article: TrainingArticle) -> Labelled:
        altered = rng.random() >= mixture.plain
        return labelled(augmented(article, rng) if altered else article, vocabulary)

    def otherwise(article: TrainingArticle) -> Labelled:
        convention = POLNEAR if article.convention == GUIDE else GUIDE
        return replace(version(article), convention=convention, told=False)

    while True:
        chosen = rng.sample(political, round(mixture.polnear * len(political)))
        both = rng.sample(political, round(mixture.other * len(political)))
        seen = [version(one) for one in [*chosen, *list(others) * mixture.own]]
        yield seen + [otherwise(one) for one in [*both, *(others if mixture.other else ())]]


@dataclass(frozen=True)
class Windows:
    """How a pass is cut: ``largest`` pieces in a window, ``pieces`` in a batch, and the share ``masked`` of words."""

    largest: int
    pieces: int
    masked: float


@dataclass(frozen=True)
class Step:
    """A ``batch``, after which a share ``done`` of training is done; ``last`` is true for the last of a pass."""

    batch: Batch
    done: float
    last: bool


class Lessons(IterableDataset[Step]):
    """All steps of training, for a loader that makes them beside it in a process of its own."""

    def __init__(
        self,
        political: Sequence[TrainingArticle],
        others: Sequence[TrainingArticle],
        vocabulary: WordPiece,
        mixture: Mixture,
        windows: Windows,
        *,
        epochs: int,
        seed: int,
    ) -> None:
        self._political, self._others = political, others
        self._vocabulary = vocabulary
        self._mixture = mixture
        self._windows = windows
        self._epochs = epochs
        self._seed = seed

    def __iter__(self) -> Iterator[Step]:
        rng = random.Random(self._seed)
        each = passes(self._political, self._others, self._vocabulary, self._mixture, rng)
        for epoch, seen in zip(range(self._epochs), each, strict=False):
            planned = list(batches(seen, self._vocabulary, **asdict(self._windows), rng=rng))
            count = len(planned)
            while planned:  # none is kept here: as long as it is, the files that a loader hands it over by stay open
                batch = planned.pop()
                yield Step(batch, (epoch + (count - len(planned)) / count) / self._epochs, not planned)

"""Which articles are seen in a pass of training, in which version and under which convention."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.tagger.wordpiece import WordPiece
from claims.training.augment import augmented
from claims.training.corpus import GUIDE, POLNEAR, TrainingArticle
from claims.training.labels import Labelled, labelled
from claims.training.teaching import Teachers


@dataclass(frozen=True)
class Mixture:
    """How a pass is put together.

    ``own`` is how often it has the project's articles, ``polnear`` the share of PolNeAR's that it has, ``plain`` the
    share that is not altered. Where there are teachers, ``other`` is the share of articles that are seen once more
    under the convention that they were not annotated by.
    """

    own: int = 3
    polnear: float = 1.0
    plain: float = 0.5
    other: float = 0.0


class Lessons:
    """The passes of training over PolNeAR's articles, ``political``, and the project's own, ``others``."""

    def __init__(
        self,
        political: Sequence[TrainingArticle],
        others: Sequence[TrainingArticle],
        vocabulary: WordPiece,
        mixture: Mixture,
        rng: random.Random,
    ) -> None:
        self._political, self._others = political, others
        self._vocabulary = vocabulary
        self._mixture = mixture
        self._rng = rng

    def chosen(self, whole: Sequence[int], own: Sequence[int]) -> list[int]:
        """Of PolNeAR's articles and the project's, by number, those of one pass."""
        return self._rng.sample(whole, round(self._mixture.polnear * len(whole))) + [*own] * self._mixture.own

    def fresh(self) -> Iterator[list[Labelled]]:
        """Passes without end, in each of which an article is altered anew, if at all."""
        articles = [*self._political, *self._others]
        numbers = range(len(articles))
        while True:
            chosen = self.chosen(numbers[: len(self._political)], numbers[len(self._political) :])
            yield [self._version(articles[number], self._rng.random() < self._mixture.plain) for number in chosen]

    def taught(self, teachers: Teachers, say: Callable[[int, int], None]) -> Iterator[list[Labelled]]:
        """Passes without end over versions that the teachers have read, which is done before the first is given out.

        Of each article there is one that is plain, one that is altered, and one under the other convention. ``say`` is
        told how many of how many have been read.
        """
        articles = [*self._political, *self._others]
        versions: list[tuple[Labelled, Labelled]] = []
        otherwise: list[Labelled] = []
        for number, article in enumerate(articles):
            plain = self._version(article, True)
            versions.append((teachers.teach(plain), teachers.teach(self._version(article, False))))
            if self._mixture.other:
                convention = POLNEAR if article.convention == GUIDE else GUIDE
                otherwise.append(teachers.teach(replace(plain, convention=convention, told=False)))
            say(number + 1, len(articles))
        numbers = range(len(articles))
        while True:
            chosen = self.chosen(numbers[: len(self._political)], numbers[len(self._political) :])
            seen = [versions[number][self._rng.random() >= self._mixture.plain] for number in chosen]
            yield seen + self._rng.sample(otherwise, round(self._mixture.other * len(otherwise)))

    def _version(self, article: TrainingArticle, plain: bool) -> Labelled:
        return labelled(article if plain else augmented(article, self._rng), self._vocabulary)

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
    share that is not altered. Where there are teachers, ``other`` is the share of PolNeAR's articles that are seen once
    more under the project's convention; unless it is none, all of the project's are seen under PolNeAR's.
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

    def _chosen(self) -> list[int]:
        """The articles of one pass, by number: PolNeAR's first, then the project's."""
        whole = len(self._political)
        some = self._rng.sample(range(whole), round(self._mixture.polnear * whole))
        return some + [*range(whole, whole + len(self._others))] * self._mixture.own

    def fresh(self) -> Iterator[list[Labelled]]:
        """Passes without end, in each of which an article is altered anew, if at all."""
        articles = [*self._political, *self._others]
        while True:
            chosen = [articles[number] for number in self._chosen()]
            yield [self._version(one) if self._altered() else labelled(one, self._vocabulary) for one in chosen]

    def taught(self, teachers: Teachers, say: Callable[[int, int], None]) -> Iterator[list[Labelled]]:
        """Passes without end over articles that the teachers have read, which is done before the first is given out.

        They read each article as it is, and some under the other convention; what is altered goes by its annotators
        alone. ``say`` is told how many of how many articles have been read.
        """
        articles = [*self._political, *self._others]
        plain: list[Labelled] = []
        otherwise: list[Labelled] = []
        for number, article in enumerate(articles):
            one = labelled(article, self._vocabulary)
            plain.append(teachers.teach(one))
            if random.Random(article.name).random() < self._other_share(article):
                convention = POLNEAR if article.convention == GUIDE else GUIDE
                otherwise.append(teachers.teach(replace(one, convention=convention, told=False)))
            say(number + 1, len(articles))
        while True:
            chosen = self._chosen()
            yield [self._version(articles[one]) if self._altered() else plain[one] for one in chosen] + otherwise

    def _other_share(self, article: TrainingArticle) -> float:
        return self._mixture.other if article.convention == POLNEAR else float(self._mixture.other > 0)

    def _altered(self) -> bool:
        return self._rng.random() >= self._mixture.plain

    def _version(self, article: TrainingArticle) -> Labelled:
        return labelled(augmented(article, self._rng), self._vocabulary)

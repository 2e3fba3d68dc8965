"""``python -m claims.training.pronouns FOLDER ... [--folds N]``: fit the weights by which *he* and *she* are resolved.

Prints how often the likeliest one is right on articles left out, fold by fold, as one figure, and writes the weights
fitted to all of them to ``claims/speakers/weights.py``. The model is a softmax over the candidates of each pronoun
(`claims.speakers.likelihood`).
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claims.model import Span
from claims.speakers.cast import Cast
from claims.speakers.figures import Figure
from claims.speakers.likelihood import Features, features
from claims.speakers.scene import Asked
from claims.speakers.sieves.he_or_she import HE_OR_SHE, is_woman
from claims.training.notation import AnnotatedArticle, read_folder
from claims.training.scoring import same_speaker
from claims.training.speaking import spoken_claims

_STEPS, _RATE = 400, 0.05
_SHRINK = 0.0007  # on the sum of squared weights, for each pronoun
_WEIGHTS = Path(__file__).parents[1] / "speakers" / "weights.py"


@dataclass(frozen=True)
class Question:
    """A pronoun of an article: what is noted of each candidate, and which of them are right."""

    article: str
    noted: Sequence[Features]
    right: Sequence[bool]


def main() -> None:
    """Print how good the model is on articles left out, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=10)
    options = parser.parse_args()
    questions = [one for folder in options.folders for article in read_folder(folder) for one in questions_in(article)]
    print(f"{len(questions)} pronouns, right on articles left out: {left_out(questions, options.folds):.1%}")
    names = names_in(questions)
    _WEIGHTS.write_text(written(names, fitted(questions, names)), encoding="utf-8")


class _Watching(Cast):
    """A cast that notes what the sieves are asked."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.asked: list[tuple[Span, list[tuple[Figure, Features]]]] = []

    def _answer(self, asked: Asked) -> Figure | None:
        if asked.low in HE_OR_SHE:
            self.asked.append((asked.at, features(asked, self._scene, is_woman(asked.low))))
        return super()._answer(asked)


def questions_in(article: AnnotatedArticle) -> Iterator[Question]:
    """The pronouns of an article that somebody was annotated for."""
    cast = _Watching(article.text)
    wanted = {one.source[0]: one.speaker for one, _ in spoken_claims(article, cast) if one.source}
    for at, candidates in cast.asked:
        speaker = wanted.get(at)
        if speaker is not None and candidates:
            right = [same_speaker(speaker, figure.name) for figure, _ in candidates]
            yield Question(article.name, [noted for _, noted in candidates], right)


def names_in(questions: Sequence[Question]) -> list[str]:
    """The names of everything noted, in order."""
    return sorted({name for one in questions for noted in one.noted for name in noted})


def fitted(questions: Sequence[Question], names: Sequence[str]) -> np.ndarray:
    """The weights under which the right candidates are likeliest, by Adam (Kingma and Ba 2015)."""
    told = [(_matrix(one, names), np.array(one.right, float)) for one in questions if any(one.right)]
    weights, mean, spread = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        slope = _SHRINK * weights
        for rows, right in told:
            slope = slope + rows.T @ (_softmax(rows @ weights) - right / right.sum()) / len(told)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        weights = weights - _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)
    return weights


def left_out(questions: Sequence[Question], folds: int) -> float:
    """The share of pronouns resolved rightly by weights that were fitted to other articles."""
    articles = sorted({one.article for one in questions})
    random.Random(1).shuffle(articles)
    names, right = names_in(questions), 0
    for fold in range(folds):
        held = {*articles[fold::folds]}
        weights = fitted([one for one in questions if one.article not in held], names)
        right += sum(
            one.right[int((_matrix(one, names) @ weights).argmax())] for one in questions if one.article in held
        )
    return right / len(questions)


def written(names: Sequence[str], weights: np.ndarray) -> str:
    """The Python module that holds the weights."""
    rows = "".join(f'    "{name}": {weight:.2f},\n' for name, weight in zip(names, weights, strict=True))
    docstring = '"""What `claims.speakers.likelihood` weighs; written by ``python -m claims.training.pronouns``."""'
    return f"{docstring}\n\nWEIGHTS = {{\n{rows}}}\n"


def _matrix(one: Question, names: Sequence[str]) -> np.ndarray:
    return np.array([[float(noted.get(name, 0)) for name in names] for noted in one.noted])


def _softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


if __name__ == "__main__":
    main()

"""``python -m claims.training.calibrate``: fit the weights of the tagger's confidence on the articles set aside for it.

Logistic regression by Newton's method, with a little weight decay since the articles are few; the weights are printed,
to be put into `claims.tagger.confidence`.
"""

from collections.abc import Iterator

import numpy as np

from claims.attributes.act import act
from claims.context import Context
from claims.paragraphs import paragraphs_of
from claims.tagger.confidence import Marked
from claims.tagger.decoding import Floats
from claims.tagger.finder import TaggerFinder
from claims.training.corpus import ARTICLES
from claims.training.notation import AnnotatedArticle, read_folder
from claims.training.scoring import Spoken, matched

DECAY = 1.0
STEPS = 50


def main() -> None:
    """Fit, and print the weights with what they come to."""
    finder = TaggerFinder()
    judged = [one for article in read_folder(ARTICLES / "dev") for one in _judged(article, finder)]
    values = np.array([values for values, _ in judged])
    right = np.array([float(right) for _, right in judged])
    weights = fitted(values, right)
    shares = 1 / (1 + np.exp(-values @ weights))
    print(f"{len(judged)} claims, {right.mean():.1%} right, Brier score {np.mean((shares - right) ** 2):.3f}")
    print("WEIGHTS =", tuple(round(float(weight), 2) for weight in weights))


def fitted(values: Floats, right: Floats) -> Floats:
    """The weights ``[signs]`` under which ``right`` ``[claims]`` (0 or 1) is likeliest given ``values``.

    ``values`` are ``[claims, signs]``.
    """
    weights = np.zeros(values.shape[1])
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (right - shares) - DECAY * weights
        curve = (values * (shares * (1 - shares))[:, None]).T @ values + DECAY * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _judged(article: AnnotatedArticle, finder: TaggerFinder) -> Iterator[tuple[tuple[float, ...], bool]]:
    """What tells of each claim of speech that the network marks, and whether it was annotated."""
    found = []
    paragraphs = paragraphs_of(article.text)
    for paragraph, here in zip(paragraphs, finder(article.text, paragraphs), strict=True):
        context = Context(article.text, paragraph)
        found += [one for one in here if act(context, one) == "speech"]
    there = [Spoken(c.content, c.cue, c.source) for c in article.claims if c.act == "speech"]
    right = {j for _, j in matched(article.text, there, [Spoken(one.content, one.cue, one.source) for one in found])}
    for number, one in enumerate(found):
        if isinstance(one, Marked):
            yield one.signs.values(), number in right


if __name__ == "__main__":
    main()

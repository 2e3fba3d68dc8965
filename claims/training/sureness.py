"""``python -m claims.training.sureness FOLDER ...``: measure how often each way of telling the speaker is right.

Each article is read with weights for *he* and *she* (`claims.training.pronouns`) that were fitted to others, so that
the likeliest is no likelier than with a new text. Prints a table, and writes the shares to
``claims/speakers/shares.py``, those of ways seldom gone nearer to a half.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from claims.model import Claim
from claims.speakers.cast import Cast
from claims.speakers.figures import Figure
from claims.speakers.sureness import COIN_TOSS, says_itself, way
from claims.speakers.weights import WEIGHTS
from claims.training.notation import AnnotatedArticle, read_folder
from claims.training.pronouns import fitted, names_in, questions_in
from claims.training.scoring import same_speaker
from claims.training.speaking import spoken_claims

_FOLDS = 5
_SHARES = Path(__file__).parents[1] / "speakers" / "shares.py"
_HEAD = '"""How often each way of telling the speaker is right; written by ``python -m claims.training.sureness``."""'


def main() -> None:
    """Print how often each way is right, and write the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    options = parser.parse_args()
    articles = [article for folder in options.folders for article in read_folder(folder)]
    told = [one for fold in left_out(articles) for article in fold for one in answers_in(article)]
    for way_told, share in sorted(ways_in(told).items()):
        answers = [right for one, right in told if one == way_told]
        print(f"{way_told:30} {len(answers):5} {sum(answers) / len(answers):7.1%}, taken for {share:.2f}")
    rows = (f'    "{way_told}": {share:.2f},' for way_told, share in sorted(ways_in(told).items()))
    _SHARES.write_text("\n".join([_HEAD, "", "SHARES = {", *rows, "}"]) + "\n", encoding="utf-8")


def ways_in(told: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """How often each way of telling is right (Laplace's rule of succession)."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for way_told, right in told:
        counts[way_told].append(right)
    return {one: (sum(answers) + 1) / (len(answers) + 2) for one, answers in counts.items()}


def left_out(articles: Sequence[AnnotatedArticle]) -> Iterator[list[AnnotatedArticle]]:
    """Some of the articles at a time, while the weights are those that are fitted to all others."""
    questions = {article.name: [*questions_in(article)] for article in articles}
    names, kept = names_in([one for some in questions.values() for one in some]), dict(WEIGHTS)
    for fold in range(_FOLDS):
        others = [one for name, some in questions.items() if _fold(name) != fold for one in some]
        WEIGHTS.update(zip(names, map(float, fitted(others, names)), strict=True))
        yield [article for article in articles if _fold(article.name) == fold]
    WEIGHTS.update(kept)


def _fold(name: str) -> int:
    return crc32(name.encode()) % _FOLDS


class _Watching(Cast):
    """A cast that notes in which way each claim's speaker was told; '' where the source itself has the name."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.ways: dict[int, str] = {}

    def _sure(self, claim: Claim, figure: Figure) -> float:
        self.ways[claim.start] = "" if says_itself(claim, figure, self._scene) else way(self._scene)
        return max(super()._sure(claim, figure), COIN_TOSS + 0.01)  # all are to be named, to be counted


def answers_in(article: AnnotatedArticle) -> Iterator[tuple[str, bool]]:
    """The way in which each claim's speaker was told, and whether rightly."""
    cast = _Watching(article.text)
    for one, claim in spoken_claims(article, cast):
        told = cast.ways.get(claim.start) if claim.speaker is not None else None
        if told:
            yield told, same_speaker(one.speaker, claim.speaker)


if __name__ == "__main__":
    main()

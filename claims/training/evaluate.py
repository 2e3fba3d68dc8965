"""``python -m claims.training.evaluate``: every engine on every article that none was trained on, as a page of tables.

The project's own test articles are always at hand; PolNeAR's, and the first prototype of the tagger, only where the
folder named by ``--shared`` holds them, since they are not the project's to hand on.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import claims
from claims.attributions import Finder
from claims.model import Claim
from claims.paragraphs import paragraphs_of
from claims.rules import RuleFinder
from claims.tagger.decoding import ROLES
from claims.tagger.encoding import POLNEAR
from claims.tagger.finder import TaggerFinder
from claims.tagger.network import load
from claims.training.corpus import ARTICLES, TrainingArticle, held_out, polnear
from claims.training.notation import GENRES, AnnotatedArticle, AnnotatedClaim, read_folder
from claims.training.prototype import prototype_finder
from claims.training.scoring import Counts, Spoken, compared, interval, matched, same_speaker

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
_SURE = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)

_HEAD = """# How well claims are found

Made by `make eval`; nothing here is written by hand. A claim counts as found where its content shares at least half of
its words with an annotated one and their sources meet. In brackets stands the 95 % interval of a bootstrap over the
articles."""

_OWN = """
## The project's own articles

{articles} articles of {genres} genres that no engine was trained on (`claims/training/articles/test`), with {claims}
annotated claims of speech. *Speaker* and *quotation* are the shares of the claims found whose speaker is named as the
annotator named it, and whose kind of quotation is right.
"""

_POLNEAR = """
## PolNeAR

{articles} articles of the corpus's training part that were held out, with {claims} claims of both acts, by the corpus's
own convention. Source, cue and content: F1 of flat segments, exactly alike. **The prototype and the tagger were trained
on these articles too, which flatters both**: docs/engine.md has the tagger's figures from before its last run of
training, which brought them in.
"""


@dataclass(frozen=True)
class Engine:
    """Something that finds claims: for the reader, and by PolNeAR's convention for comparison."""

    name: str
    finder: Finder
    raw: Finder

    def speech(self, text: str) -> list[Claim]:
        """The claims that the reader shows."""
        return [one for one in claims.read(text, finder=self.finder).claims if one.act == "speech"]

    def spoken(self, text: str) -> list[Spoken]:
        """The spans of both acts, by PolNeAR's convention."""
        return [Spoken.of(one) for found in self.raw(text, paragraphs_of(text)) for one in found]


@dataclass
class Result:
    """What one engine made of the project's own articles."""

    articles: list[Counts] = field(default_factory=list)
    genres: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    quotes: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    speakers: int = 0
    kinds: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, article: AnnotatedArticle, found: Sequence[Claim]) -> None:
        """Count the claims of an article."""
        there = speech_in(article)
        pairs = matched(article.text, [Spoken.of(one) for one in there], [Spoken.of(one) for one in found])
        counts = Counts(len(pairs), len(found), len(there))
        self.articles.append(counts)
        self.genres[article.genre] += counts
        self.speakers += sum(same_speaker(there[i].speaker, found[j].speaker) for i, j in pairs)
        self.kinds += sum(there[i].quote == found[j].quote for i, j in pairs)
        hit = {i for i, _ in pairs}, {j for _, j in pairs}
        for number, one in enumerate(there):
            self.quotes[one.quote] += Counts(number in hit[0], number in hit[0], 1)
        self.sure += [(one.confidence, number in hit[1]) for number, one in enumerate(found)]

    @property
    def right(self) -> float:
        """How many claims were found that are there."""
        return sum(self.articles, Counts()).right


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args()
    engines = _engines(options.shared)
    lines = [_HEAD, *own_articles_page(engines, read_folder(ARTICLES / "test"))]
    data = options.shared / "polnear" / "train.jsonl"
    if data.exists():
        lines += _on_polnear(engines, [one for one in polnear(data) if held_out(one.name)])
    page = "\n".join(lines) + "\n"
    options.page.write_text(page, encoding="utf-8")
    print(page)


def speech_in(article: AnnotatedArticle) -> list[AnnotatedClaim]:
    """The annotated claims that the reader shows by default."""
    return [one for one in article.claims if one.act == "speech"]


def _engines(shared: Path) -> list[Engine]:
    model = load()
    tagger = Engine("tagger", TaggerFinder(model=model), TaggerFinder(POLNEAR, model))
    rules = Engine("rules", RuleFinder(), RuleFinder())
    prototype = prototype_finder(shared / "prototypes" / "tagger", model.vocabulary)
    return [rules, *([Engine("prototype", prototype, prototype)] if prototype else []), tagger]


def own_articles_page(engines: Sequence[Engine], articles: Sequence[AnnotatedArticle]) -> list[str]:
    """The lines of the part of the page on the project's own articles."""
    results = {engine.name: Result() for engine in engines}
    for engine in engines:
        for article in articles:
            results[engine.name].add(article, engine.speech(article.text))
    annotated = sum(len(speech_in(article)) for article in articles)
    lines = [_OWN.format(articles=len(articles), genres=len(GENRES), claims=annotated)]
    lines += _table(
        ("engine", "precision", "recall", "F1", "speaker", "quotation"),
        [
            (name, *_figures(one.articles), _share(one.speakers, one.right), _share(one.kinds, one.right))
            for name, one in results.items()
        ],
    )
    lines += ["", "F1 by genre:", ""]
    lines += _compared(GENRES, results, lambda one, genre: one.genres[genre].f1)
    lines += ["", "Recall by kind of quotation:", ""]
    lines += _compared(("direct", "mixed", "indirect"), results, lambda one, kind: one.quotes[kind].recall)
    lines += ["", "How sure the engine said it was, and how often it was right:", ""]
    return lines + _table(
        ("engine", "sure", "claims", "right"), [row for name, one in results.items() for row in _sure(name, one.sure)]
    )


def _on_polnear(engines: Sequence[Engine], articles: Sequence[TrainingArticle]) -> list[str]:
    lines = [_POLNEAR.format(articles=len(articles), claims=sum(len(one.claims) for one in articles))]
    rows = []
    for engine in engines:
        counts = [
            compared(one.text, [Spoken.of(claim) for claim in one.claims], engine.spoken(one.text)) for one in articles
        ]
        segments = [sum((one[role] for one in counts), Counts()).f1 for role in ROLES]
        rows.append((engine.name, *_figures([one["claim"] for one in counts]), *(f"{f1:.1%}" for f1 in segments)))
    return lines + _table(("engine", "precision", "recall", "F1", *ROLES), rows)


def _figures(counts: Sequence[Counts]) -> tuple[str, str, str]:
    whole = sum(counts, Counts())
    low, high = interval(counts, lambda one: one.f1)
    return f"{whole.precision:.1%}", f"{whole.recall:.1%}", f"{whole.f1:.1%} ({low:.1%} to {high:.1%})"


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def _compared(rows: Sequence[str], results: dict[str, Result], of: Callable[[Result, str], float]) -> list[str]:
    return _table(("", *results), [(row, *(f"{of(one, row):.1%}" for one in results.values())) for row in rows])


def _sure(name: str, judged: Iterable[tuple[float, bool]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    every = list(judged)
    for low, high in pairwise(_SURE):
        inside = [right for share, right in every if low <= share < high or share == high == 1.0]
        if inside:
            rows.append((name, f"{low:.0%} to {high:.0%}", str(len(inside)), f"{sum(inside) / len(inside):.1%}"))
    return rows


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [_row(head), _row(["---"] * len(head)), *map(_row, rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()

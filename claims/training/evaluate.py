"""``python -m claims.training.evaluate``: every engine on every article that none was trained on, as a page of tables.

The project's own test articles are always at hand; PolNeAR's, and the first prototype of the tagger, only where the
folder named by ``--shared`` holds them, since they are not the project's to hand on.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import claims
from claims.attributions import Finder
from claims.model import GUESS, Claim
from claims.rules import RuleFinder
from claims.tagger.decoding import ROLES
from claims.tagger.encoding import POLNEAR
from claims.tagger.finder import TaggerFinder
from claims.tagger.network import load
from claims.training.corpus import ARTICLES, TrainingArticle, held_out, polnear
from claims.training.notation import GENRES, AnnotatedArticle, read_folder
from claims.training.prototype import prototype_finder
from claims.training.results import ACTS, KINDS, Result, of_act
from claims.training.scoring import Counts, found_in_polnear
from claims.training.tables import OF_SPEAKERS, by_confidence, compared, figures, share, table

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"

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

    def read(self, text: str) -> Sequence[Claim]:
        """The claims of both acts, as the reader has them."""
        return claims.read(text, finder=self.finder).claims


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
            results[engine.name].add(article, engine.read(article.text))
    annotated = sum(len(of_act(article.claims, "speech")) for article in articles)
    lines = [_OWN.format(articles=len(articles), genres=len(GENRES), claims=annotated)]
    lines += table(
        ("engine", "precision", "recall", "F1", "speaker", "quotation"),
        [
            (name, *figures(one.articles), share(one.speakers, one.right), share(one.kinds, one.right))
            for name, one in results.items()
        ],
    )
    lines += ["", "F1 by genre:", ""]
    lines += compared(GENRES, results, lambda one, genre: one.genres[genre])
    lines += ["", "F1 by kind of quotation, a claim being of the kind that is found for it:", ""]
    lines += compared([*KINDS], results, lambda one, kind: one.quotes[kind])
    lines += ["", "F1 by act:", ""]
    lines += compared(ACTS, results, lambda one, act: one.acts[act])
    lines += ["", "How sure the engine said it was, and how often it was right:", ""]
    lines += table(
        ("engine", "sure", "claims", "right"),
        [row for name, one in results.items() for row in by_confidence(name, one.sure)],
    )
    lines += [
        "",
        f"How sure it was of a speaker whom the source does not name; below {GUESS:.0%} it is called a guess:",
        "",
    ]
    return lines + table(
        ("engine", "sure", "claims", "right"),
        [row for name, one in results.items() for row in by_confidence(name, one.told, OF_SPEAKERS)],
    )


def _on_polnear(engines: Sequence[Engine], articles: Sequence[TrainingArticle]) -> list[str]:
    lines = [_POLNEAR.format(articles=len(articles), claims=sum(len(one.claims) for one in articles))]
    rows = []
    for engine in engines:
        counts = found_in_polnear(engine.raw, articles)
        segments = [sum((one[role] for one in counts), Counts()).f1 for role in ROLES]
        rows.append((engine.name, *figures([one["claim"] for one in counts]), *(f"{f1:.1%}" for f1 in segments)))
    return lines + table(("engine", "precision", "recall", "F1", *ROLES), rows)


if __name__ == "__main__":
    main()

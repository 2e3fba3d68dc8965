"""``python -m claims.training.speaking [FOLDER] [--wrong KIND]``: how often the speaker is right, given the spans.

The annotated claims of each article, in text order, stand in for found ones, so that nothing but the working out of
speakers is measured. A speaker is right where it is the annotated one but for capitals and an article before it.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.context import Context
from claims.model import Claim
from claims.paragraphs import paragraphs_of
from claims.speakers import Cast
from claims.training.notation import AnnotatedArticle, AnnotatedClaim, read_folder
from claims.training.scoring import same_speaker

TRAIN = Path(__file__).parent / "articles" / "train"

_PRONOUN = re.compile(
    r"(?:he|she|it|they|him|her|them|his|hers|its|their|i|we|you|us|who|which|that|my|our)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for one annotated claim, and the kind of phrase that its source is."""

    article: str
    number: int
    phrase: str
    kind: str
    wanted: str | None
    found: str | None

    @property
    def right(self) -> bool:
        """Whether both are the same speaker, or neither is one."""
        return same_speaker(self.wanted, self.found)


def main() -> None:
    """Measure, and print a table by kind of source phrase."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=TRAIN)
    parser.add_argument("--wrong", metavar="KIND", help="list the wrong answers of one kind of phrase, or of 'all'")
    options = parser.parse_args()
    answers = [answer for article in read_folder(options.folder) for answer in answers_for(article)]
    for answer in answers:
        if not answer.right and options.wrong in ("all", answer.kind):
            print(f"{answer.article} {answer.number}: {answer.phrase!r} is {answer.wanted}, found {answer.found}")
    print(f"{'source':10} {'claims':>7} {'right':>7} {'answered':>9} {'right of those':>15}")
    for kind in (*sorted({answer.kind for answer in answers}), "all"):
        print(_row(kind, [answer for answer in answers if kind in (answer.kind, "all")]))


def answers_for(article: AnnotatedArticle) -> Iterator[Answer]:
    """The speaker found for each annotated claim of ``article``, given all spans."""
    for one, claim in spoken_claims(article, Cast(article.text)):
        phrase = " … ".join(article.text[start:end] for start, end in one.source)
        yield Answer(article.name, one.number, phrase, _kind(phrase, one), one.speaker, claim.speaker)


def spoken_claims(article: AnnotatedArticle, cast: Cast) -> Iterator[tuple[AnnotatedClaim, Claim]]:
    """The annotated claims of ``article`` in text order, each with what ``cast``, new for this text, makes of it."""
    claims = sorted(article.claims, key=_reach)
    for number, paragraph in enumerate(paragraphs_of(article.text)):
        here = [one for one in claims if paragraph.start <= _reach(one)[0] < paragraph.end]
        spoken = cast.spoken(number, Context(article.text, paragraph), [_claim(one) for one in here])
        yield from zip(here, spoken, strict=True)


def _reach(one: AnnotatedClaim) -> tuple[int, int]:
    spans = (*one.source, *one.cue, *one.content)
    return min(start for start, _ in spans), max(end for _, end in spans)


def _claim(one: AnnotatedClaim) -> Claim:
    return Claim(content=one.content, cue=one.cue, source=one.source, act=one.act, quote=one.quote, nested=one.nested)


def _kind(phrase: str, one: AnnotatedClaim) -> str:
    """Of what kind a source phrase is, by its words and by the speaker that was annotated."""
    if not phrase:
        return "none"
    if _PRONOUN.match(phrase):
        return "pronoun"
    words = set(re.findall(r"\w+", phrase))
    if one.speaker and words & {word for word in re.findall(r"\w+", one.speaker) if word[0].isupper()}:
        return "name"
    return "role" if one.speaker and one.speaker[:1].isupper() else "other"


def _row(kind: str, answers: Sequence[Answer]) -> str:
    right = sum(one.right for one in answers)
    given = [one for one in answers if one.found is not None]
    precise = sum(one.right for one in given) / max(1, len(given))
    return f"{kind:10} {len(answers):7} {right / max(1, len(answers)):7.1%} {len(given):9} {precise:15.1%}"


if __name__ == "__main__":
    main()

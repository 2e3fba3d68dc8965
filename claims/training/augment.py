"""Articles made to look like other papers': other quotation marks, other names, a dateline, a quotation in paragraphs.

PolNeAR's articles are American and of two years; what they teach should not hang on their names and typography.
"""

import random
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from claims.model import Span, Spans
from claims.paragraphs import paragraphs_of
from claims.quotations import Quotation, closers_of, quotations_in
from claims.training.corpus import GUIDE, Marked, TrainingArticle
from claims.training.names import FAMILY, GIVEN, NOT_OF_PEOPLE, PLACES

Edit = tuple[int, int, str]
"""Code points ``[start, end)`` and what stands there instead."""

_STYLES = ("“”‘’", "‘’“”", "\"\"''", "''\"\"", "«»“”", "„“‚‘")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_NAME = re.compile(r"\b([A-Z][a-zé]{2,}) (?:[A-Z]\. )?([A-Z][a-zé]{2,}(?:-[A-Z][a-z]+)?)\b")
_CAPITALISED = re.compile(r"\b[A-Z][a-zé]+(?:-[A-Z][a-z]+)?\b")


def augmented(article: TrainingArticle, rng: random.Random) -> TrainingArticle:
    """``article`` with some of these changes, at random; its claims stand where they stood."""
    if rng.random() < 0.6:
        article = renamed(article, rng)
    if rng.random() < 0.4:
        article = datelined(article, rng)
    if rng.random() < 0.3:
        article = in_paragraphs(article, rng)
    if rng.random() < 0.6:
        article = requoted(article, rng.choice(_STYLES))
    return article


def requoted(article: TrainingArticle, style: str) -> TrainingArticle:
    """With other quotation marks: ``style`` is the opening and the closing mark, then those within a quotation.

    Apostrophes stay as they are, and so does a pair of single marks that stands for a double one.
    """
    text = article.text
    edits: list[Edit] = []
    for paragraph in paragraphs_of(text):
        for outer in quotations_in(text, paragraph.start, paragraph.end):
            edits += _marks(text, outer, style[:2])
            for inner in quotations_in(text, outer.start + 1, outer.end - 1):
                edits += _marks(text, inner, style[2:])
    return edited(article, sorted(edits))


def _marks(text: str, quotation: Quotation, pair: str) -> Iterator[Edit]:
    """Edits that give ``quotation`` the marks of ``pair``; one that goes on in the next paragraph is not closed."""
    start, end = quotation.start, quotation.end
    if text[start : start + 2] in ("''", "``"):
        return
    yield start, start + 1, pair[0]
    if text[end - 1] in closers_of(text[start]):
        yield end - 1, end, pair[1]


def renamed(article: TrainingArticle, rng: random.Random) -> TrainingArticle:
    """With the people that are sources called otherwise, throughout."""
    names: dict[str, str] = {}
    for claim in article.claims:
        for start, end in claim.source:
            for match in _NAME.finditer(article.text, start, end):
                given, family = match.groups()
                if given in NOT_OF_PEOPLE or family in NOT_OF_PEOPLE:
                    continue
                names.setdefault(given, rng.choice(GIVEN))
                names.setdefault(family, rng.choice(FAMILY))
    edits = [
        (match.start(), match.end(), names[match.group()])
        for match in _CAPITALISED.finditer(article.text)
        if match.group() in names
    ]
    return edited(article, edits)


def datelined(article: TrainingArticle, rng: random.Random) -> TrainingArticle:
    """With a place, a date and an agency before the first long paragraph."""
    match = re.search(r"^(?=[^\n]{120})", article.text, re.MULTILINE)
    if match is None or re.search(r" [-–—] |\(", article.text[match.start() : match.start() + 60]):
        return article
    place = rng.choice(PLACES)
    date = f"{rng.choice(_MONTHS)} {rng.randint(1, 28)}"
    line = rng.choice(
        (
            f"{place.upper()}, {date} (Northwire) – ",
            f"{place.upper()} — ",
            f"{place}, {date} - ",
            f"{place.upper()}: ",
            f"({place}) ",
        )
    )
    return edited(article, [(match.start(), match.start(), line)])


_SENTENCE_IN_QUOTATION = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z])")


def in_paragraphs(article: TrainingArticle, rng: random.Random) -> TrainingArticle:
    """With a long quotation cut between two of its sentences: its second part is a paragraph that opens it again."""
    cuts: list[int] = []
    for claim in article.claims:
        introduced = all(end <= claim.content[0][0] for _, end in claim.cue)  # else print does not go on like that
        for start, end in claim.content[-1:]:
            if introduced and article.text[start] == "“" and article.text.count("”", start, end) == 1:
                cuts += [
                    m.start()
                    for m in _SENTENCE_IN_QUOTATION.finditer(article.text, start + 40, max(start + 40, end - 40))
                ]
    if not cuts:
        return article
    cut = rng.choice(cuts)
    claims: list[Marked] = []
    for claim in article.claims:
        before = tuple((s, min(e, cut)) for s, e in claim.content if s < cut)
        after = tuple(
            (max(s, cut), e) for s, e in claim.content if e > cut
        )  # with the blank, and so the mark put there
        if not before or not after:
            claims.append(claim)
        elif article.convention == GUIDE:  # a claim a paragraph, the later one with nothing of its own but the content
            claims += [replace(claim, content=before), Marked(content=after, nested=claim.nested)]
        else:
            claims.append(replace(claim, content=before + after))
    return edited(replace(article, claims=tuple(claims)), [(cut, cut + 1, "\n\n“")])


def edited(article: TrainingArticle, edits: Sequence[Edit]) -> TrainingArticle:
    """The article after ``edits``, which are in order and overlap neither one another nor the end of a span.

    What is put in before or after a span stays outside of it, what replaces its first or last signs is part of it, but
    for blanks.
    """
    parts: list[str] = []
    at = 0
    for start, end, put in edits:
        parts += [article.text[at:start], put]
        at = end
    text = "".join([*parts, article.text[at:]])
    starts = [start for start, _, _ in edits]
    ends = [end for _, end, _ in edits]
    shifts = [0, *accumulate(len(put) - (end - start) for start, end, put in edits)]

    def moved(spans: Spans) -> Spans:
        return tuple(_trimmed(text, start_at(start), end_at(end)) for start, end in spans)

    def start_at(position: int) -> int:
        return position + shifts[bisect_right(ends, position)]

    def end_at(position: int) -> int:
        number = bisect_right(ends, position)
        if number and starts[number - 1] == position:  # put in after the span
            number -= 1
        return position + shifts[number]

    claims = tuple(
        replace(claim, content=moved(claim.content), cue=moved(claim.cue), source=moved(claim.source))
        for claim in article.claims
    )
    return replace(article, text=text, claims=claims)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

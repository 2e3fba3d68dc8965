"""Articles for training that a test makes on the spot."""

import re
from collections.abc import Sequence

from claims.model import Spans
from claims.training.corpus import GUIDE, Marked, TrainingArticle
from claims.training.notation import parse


def article(body: str, *, nested: Sequence[int] = (), convention: int = GUIDE) -> TrainingArticle:
    """The article whose body is written so in the project's notation, of whose claims those ``nested`` are."""
    numbers = sorted({int(number) for number in re.findall(r"c(\d+)", body)})
    listed = "".join(f"{number}: speech, direct, -{', nested' * (number in nested)}\n" for number in numbers)
    read = parse(f"genre: courts\n\n{body}\n\n---\n{listed}")
    claims = tuple(Marked(content=c.content, cue=c.cue, source=c.source, nested=c.nested) for c in read.claims)
    return TrainingArticle(name="made", text=read.text, claims=claims, convention=convention)


def told(made: TrainingArticle) -> list[tuple[list[str], ...]]:
    """The words of each claim: of its source, its cue and its content."""

    def words(spans: Spans) -> list[str]:
        return [made.text[start:end] for start, end in spans]

    return [(words(claim.source), words(claim.cue), words(claim.content)) for claim in made.claims]

"""Annotated articles from either corpus, in one shape, and which of them are kept aside."""

import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.model import Spans
from claims.tagger.encoding import GUIDE as GUIDE
from claims.tagger.encoding import POLNEAR as POLNEAR
from claims.training.notation import read_folder

ARTICLES = Path(__file__).parent / "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The spans of one claim, code points of the text, half open; ``content`` is never empty."""

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    nested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingArticle:
    """A text, its claims, and the convention that they are marked by."""

    name: str
    text: str
    claims: tuple[Marked, ...]
    convention: int


class DataError(ValueError):
    """What is wrong with a file of training data, with its name and the line, counted from 1."""


def polnear(path: Path) -> list[TrainingArticle]:
    """The articles of a file of PolNeAR as JSON lines of ``id``, ``text`` and ``claims``.

    Raises:
        OSError: where the file cannot be read.
        DataError: where it holds no articles, or something else than that.
    """
    articles: list[TrainingArticle] = []
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                articles.append(_article(json.loads(line)))
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8") from error
    except (KeyError, TypeError, ValueError) as error:
        place = f"{path}, line {len(articles) + 1}"
        raise DataError(f"{place}: not an article as JSON with id, text and claims") from error
    if not articles:
        raise DataError(f"{path}: no articles in it")
    return articles


def _article(read: dict[str, Any]) -> TrainingArticle:
    """An article of PolNeAR; a claim without content is none."""

    def spans(claim: dict[str, Any], role: str) -> Spans:
        found = tuple((int(start), int(end)) for start, end in claim[role])
        if not all(0 <= start < end <= len(text) for start, end in found):
            raise ValueError(f"spans outside of the text: {found}")
        return found

    text = str(read["text"])
    claims = tuple(
        Marked(content=spans(claim, "content"), cue=spans(claim, "cue"), source=spans(claim, "source"))
        for claim in read["claims"]
        if claim["content"]
    )
    return TrainingArticle(name=str(read["id"]), text=text, claims=claims, convention=POLNEAR)


def own(part: str) -> list[TrainingArticle]:
    """The project's own articles, ``part`` being ``train`` or ``test``.

    Raises:
        DataError: where there is none.
        NotationError: where one of them is not as the notation says.
    """
    articles = read_folder(ARTICLES / part)
    if not articles:
        raise DataError(f"{ARTICLES / part}: no articles in it")
    return [
        TrainingArticle(
            name=article.name,
            text=article.text,
            claims=tuple(
                Marked(content=c.content, cue=c.cue, source=c.source, nested=c.nested) for c in article.claims
            ),
            convention=GUIDE,
        )
        for article in articles
    ]


def held_out(name: str) -> bool:
    """Whether an article of PolNeAR is in the fifth that is measured on and never trained on."""
    return zlib.crc32(name.encode()) % 5 == 0

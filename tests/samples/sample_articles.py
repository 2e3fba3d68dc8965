"""The sample articles and their annotated claims, as the tests here read them.

Run as a script it prints the annotated claims as JSON lines with offsets, for scoring an engine:
``python -m tests.samples.sample_articles``.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from store.document import Document
from store.importing import read_file

FOLDER = Path(__file__).resolve().parents[2] / "samples"
ARTICLES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".md", ".txt"} and path.stem != "README")
Span = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """An annotated claim with its spans, code points into `Document.text`, half open."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    fields: dict[str, Any]

    @property
    def nested(self) -> bool:
        return bool(self.fields.get("nested"))


@cache
def document(path: Path) -> Document:
    """Return the article as the reader displays it."""
    return read_file(path).document


def annotations(path: Path) -> list[dict[str, Any]]:
    """Return the claims annotated for an article, as written."""
    return cast(
        list[dict[str, Any]],
        yaml.safe_load((FOLDER / "annotated" / f"{path.stem}.yaml").read_text(encoding="utf-8")),
    )


def examples(path: Path) -> Iterator[Example]:
    """Yield the annotated claims with their places in the document's text.

    Contents follow one another in text order. A cue is the occurrence nearest to the content and a source the one
    nearest to its cue, both outside the content. Raises `LookupError` for words that are not in the article.
    """
    text, start = document(path).text, 0
    for fields in annotations(path):
        content: list[Span] = []
        for piece in fields["content"]:
            content.append(_first(text, piece, content[-1][1] if content else start))
        start = content[0][0]
        cue = _nearest(text, fields.get("cue"), content, content)
        source = _nearest(text, fields.get("source"), [cue] if cue else content, content)
        yield Example(source, cue, tuple(content), fields)


def _occurrences(text: str, words: str, start: int = 0) -> Iterator[Span]:
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    pattern = re.compile(before + re.escape(words) + after)
    return (match.span() for match in pattern.finditer(text, start))


def _first(text: str, words: str, start: int) -> Span:
    for span in _occurrences(text, words, start):
        return span
    raise LookupError(f"not in the article from {start} on: {words}")


def _nearest(text: str, words: str | None, anchors: list[Span], content: list[Span]) -> Span | None:
    if words is None:
        return None
    spans = [s for s in _occurrences(text, words) if all(s[1] <= start or end <= s[0] for start, end in content)]
    if not spans:
        raise LookupError(f"not in the article outside its own content: {words}")
    return min(spans, key=lambda span: min(max(span[0] - end, start - span[1]) for start, end in anchors))


def main() -> None:
    """Print a line of JSON for each article: id, text, and each claim's source, cue and content."""
    for path in ARTICLES:
        claims = [
            {"source": [e.source] if e.source else [], "cue": [e.cue] if e.cue else [], "content": e.content}
            for e in examples(path)
            if e.fields.get("act") != "attitude"
        ]
        json.dump({"id": path.stem, "text": document(path).text, "claims": claims}, sys.stdout, ensure_ascii=False)
        print()


if __name__ == "__main__":
    main()

"""The samples as the engine reads them, exported: which mark is whose is plain, also of nested ones and of pieces."""

import re
from pathlib import Path

import pytest

from claims import read
from store.article import Metadata
from store.exporting import annotated_markdown
from store.importing import read_file
from store.review import merge
from tests.store.exporting.test_reads_back import ARTICLES

SAMPLES = [path for path in ARTICLES if path.parent.name == "samples"]


def marks_in(markdown: str) -> list[tuple[str, str]]:
    """The label that follows each mark right behind its end, '' where none does, and the letters in the mark."""
    found: list[tuple[str, str]] = []
    begun: list[int] = []
    for tag in re.finditer(r"<mark>|</mark>(?:\[\^([^\]]+)\])?", markdown):
        if tag.group() == "<mark>":
            begun.append(tag.end())
        else:
            found.append((tag[1] or "", letters(markdown[begun.pop() : tag.start()])))
    return found


def letters(words: str) -> str:
    """``words`` without what Markdown puts around and between them, and without the article's own references."""
    return "".join(re.findall(r"\w", re.sub(r"</?mark>|\[\^[^\]]+\]|\[\d+\]|\]\([^)]*\)", "", words)))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_each_piece_of_each_claim_is_marked_and_followed_by_the_reference_to_its_own_footnote(path: Path) -> None:
    document = read_file(path).document
    reading = read(str(document.text))
    items = merge(reading, ())
    exported = annotated_markdown(Metadata("T"), document, items, unreviewed=True)
    pieces = [(f"claim-{item.number}", letters(document.text[slice(*span)])) for item in items for span in item.content]
    assert len(pieces) > len(items)
    assert sorted(marks_in(exported)) == sorted(pieces)
    for item in items:
        assert exported.count(f"\n[^claim-{item.number}]: Claim {item.number} · ") == 1

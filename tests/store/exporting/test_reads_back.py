"""An export gives the article back, unharmed, whatever is in it and whatever is marked in it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Claim
from store.article import Metadata
from store.document import Document
from store.exporting import annotated_markdown
from store.importing import read_file
from store.importing.markdown import parse_markdown
from store.importing.plain import parse_plain
from store.review import Item
from tests.store.exporting.reading_back import shape, without_additions
from tests.store.importing.documents import markdown

ROOT = Path(__file__).parents[3]
ARTICLES = [
    *(path for path in sorted((ROOT / "samples").glob("*.*")) if path.name != "README.md"),
    *sorted((ROOT.parent / "shared" / "articles").glob("*.txt")),
]


def _items(spans: list[tuple[int, int]]) -> list[Item]:
    return [Item(n, Claim(content=(span,), speaker="A"), None) for n, span in enumerate(sorted(spans), 1)]


def _round_trip(document: Document, items: list[Item]) -> None:
    exported = annotated_markdown(Metadata("T"), document, items, unreviewed=True)
    assert shape(without_additions(exported, document)) == shape(document), exported


@st.composite
def marked(draw: st.DrawFn) -> tuple[Document, list[Item]]:
    document = parse_markdown(draw(markdown))
    length = len(document.text)
    offsets = st.integers(0, length)
    spans = draw(st.lists(st.tuples(offsets, offsets), max_size=5))
    items = _items([(min(s), max(s)) for s in spans if s[0] != s[1]])
    cuts = sorted(draw(st.sets(offsets, min_size=4, max_size=4))) if length >= 3 else []
    pieces = ((cuts[0], cuts[1]), (cuts[2], cuts[3])) if cuts else ()
    return document, [*items, *([Item(len(items) + 1, Claim(content=pieces), None)] if pieces else [])]


@given(marked())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_documents_nobody_would_write_come_back_with_their_text_blocks_and_marks(
    made: tuple[Document, list[Item]],
) -> None:
    _round_trip(*made)


@given(st.text("ab1 *_`[]()<>!&;#-+=|~\\\n\t.:^\"'é“\u00a0/", max_size=60), st.integers(0, 60), st.integers(1, 60))
@settings(max_examples=300, deadline=None)
def test_any_run_of_markup_characters_comes_back(text: str, start: int, length: int) -> None:
    document = parse_markdown(text)
    end = min(start + length, len(document.text))
    _round_trip(document, _items([(start, end)] if start < end else []))


@given(st.text(), st.integers(0, 60), st.integers(1, 60))
@settings(deadline=None)
def test_plain_text_comes_back(text: str, start: int, length: int) -> None:
    document = parse_plain(text)
    end = min(start + length, len(document.text))
    _round_trip(document, _items([(start, end)] if start < end else []))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_article_comes_back_with_half_of_it_marked(path: Path) -> None:
    document = read_file(path).document
    length = len(document.text)
    spans = [(at, min(length, at + 90)) for at in range(0, length - 1, 120)]
    spans += [(at, min(length, at + 400)) for at in range(50, length - 1, 700)]
    _round_trip(document, _items(spans))

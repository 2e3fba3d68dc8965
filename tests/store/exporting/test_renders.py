"""Another reader of Markdown, set up as a viewer is, renders an export with its highlights and notes in place."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from store.article import Metadata
from store.document import Document
from store.exporting import annotated_markdown
from store.importing import read_file
from store.review import Item
from tests.store.exporting.made import detected
from tests.store.exporting.test_reads_back import ARTICLES, marked

VOID = {"br", "hr", "img", "input"}


class Viewer(HTMLParser):
    """Holds what a viewer shows: the highlighted text, the footnotes and the references to them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.highlighted = ""
        self.highlights = 0
        self.references: list[str] = []
        self.footnotes: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.highlights += tag == "mark"
        if tag == "a" and about.get("class") != "footnote-backref" and (about["href"] or "").startswith("#fn"):
            self.references.append((about["href"] or "")[1:])
        if tag == "li" and about.get("class") == "footnote-item":
            self.footnotes.append(about["id"] or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "elements cross"

    def handle_data(self, data: str) -> None:
        if "mark" in self.open and "sup" not in self.open:
            self.highlighted += data


def _viewed(document: Document, items: list[Item]) -> Viewer:
    viewer = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    viewer.use(front_matter_plugin).use(footnote_plugin)
    return Viewer(viewer.render(annotated_markdown(Metadata("T"), document, items, unreviewed=True)))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_a_viewer_highlights_exactly_what_was_claimed_and_links_every_note(path: Path) -> None:
    document = read_file(path).document
    text = document.text
    items = [detected(n, ((at, min(at + 90, len(text))),)) for n, at in enumerate(range(0, len(text) - 1, 70), 1)]
    viewed = _viewed(document, items)
    hidden = [m for m in document.marks if m.kind in ("image", "reference")]
    code = [b for b in document.blocks if b.kind == "code"]
    shown = "".join(c for i, c in enumerate(text) if not any(h.start <= i < h.end for h in (*hidden, *code)))
    for row in (b for b in document.blocks if b.kind == "row"):
        shown = shown.replace(text[row.start : row.end], text[row.start : row.end].replace(" | ", ""))
    assert re.sub(r"\s", "", viewed.highlighted) == re.sub(r"\s", "", shown)
    assert viewed.highlights >= len(items)
    assert set(viewed.references) == set(viewed.footnotes)
    assert len(viewed.footnotes) >= len(items)


@given(marked())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_marked_the_elements_never_cross_and_every_note_is_linked(
    made: tuple[Document, list[Item]],
) -> None:
    document, items = made
    body = {i for b in document.blocks if not any(c.label for c in b.within) for i in (b.start, b.end)}
    shown = {m.target for m in document.marks if m.kind == "reference" and m.end <= max(body, default=0)}
    # A viewer leaves out footnotes that nothing refers to, and all but one of a label, with what is noted there.
    notes = {(c.id, c.label) for b in document.blocks for c in b.within if c.label}
    assume({label for _, label in notes} <= shown and len(dict(notes)) == len({label for _, label in notes}))
    viewed = _viewed(document, items)
    assert set(viewed.references) == set(viewed.footnotes)
    assert len(viewed.footnotes) >= len(items)

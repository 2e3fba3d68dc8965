"""What an article says of itself: front matter first, then its headings and opening words."""

import re
from itertools import islice

from claims.datelines import dateline_end, outlet_named
from store.article import Metadata
from store.document import Block, Document
from store.safety import label

# The keys of web clippers and static sites, in order of preference.
_KEYS = {
    "byline": ("author", "byline", "authors"),
    "url": ("source", "url", "link"),
    "outlet": ("outlet", "publication", "publisher", "site", "site_name"),
    "published": ("published", "date", "created"),
    "language": ("language", "lang"),
}
_LONGEST_OPENING = 80
_DATELINE = 200  # code points: none is longer
_BEFORE_DATELINE = 5
"""Paragraphs: further down another article may be quoted."""


def describe(fields: dict[str, str], document: Document, name: str) -> Metadata:
    """Gather the metadata of ``document`` from front matter ``fields`` (keys in lower case, values one safe line).

    Without a title in front matter it is the first heading of level 1 or one that opens the text, else the opening
    words of the first paragraph, after its dateline, else ``name``. An article that tells neither its outlet nor its
    address is of the outlet that its dateline names: *KYIV (Reuters) –*.
    """
    found = {field: next((fields[key] for key in keys if fields.get(key)), "") for field, keys in _KEYS.items()}
    if found["url"] and not re.match(r"\w+:|www\.|/", found["url"]):
        # `source: Reuters` names an outlet.
        found["outlet"] = found["outlet"] or found["url"]
        found["url"] = next((fields[key] for key in ("url", "link") if fields.get(key)), "")
    found["published"] = re.sub(r"^(\d{4}-\d\d-\d\d)[ tT]+(?=\d)", r"\1T", found["published"])
    if not found["outlet"] and not found["url"]:
        found["outlet"] = _signed_by(document)
    title = label(fields.get("title", "")) or _headline(document) or _opening(document) or label(name)
    return Metadata(title=title or "Untitled", **found)


def with_headline(document: Document, title: str) -> Document:
    """Put ``title`` before the text as a heading of level 1, unless the first heading already is that title."""
    first = next((b for b in document.blocks if b.kind == "heading"), None)
    if first is not None and _folded(document.text[first.start : first.end]) == _folded(title):
        return document
    by = len(title) + 1
    blocks = (b._replace(start=b.start + by, end=b.end + by) for b in document.blocks)
    marks = (m._replace(start=m.start + by, end=m.end + by) for m in document.marks)
    heading = Block("heading", 0, len(title), level=1)
    return Document(f"{title}\n{document.text}", (heading, *blocks), tuple(marks))


def _headline(document: Document) -> str:
    for index, block in enumerate(document.blocks):
        if block.kind == "heading" and (block.level == 1 or index == 0):
            return label(document.text[block.start : block.end])
    return ""


def _signed_by(document: Document) -> str:
    """The outlet in the dateline of one of the first paragraphs, before which a headline and a byline may stand."""
    paragraphs = islice((block for block in document.blocks if block.kind == "paragraph"), _BEFORE_DATELINE)
    openings = (document.text[one.start : min(one.end, one.start + _DATELINE)] for one in paragraphs)
    return next(filter(None, map(outlet_named, openings)), "")


def _opening(document: Document) -> str:
    paragraph = next((b for b in document.blocks if b.kind == "paragraph"), None)
    if paragraph is None:
        return ""
    text = document.text[paragraph.start : paragraph.end]
    text = text[dateline_end(text[:_DATELINE], 0, min(len(text), _DATELINE)) :]
    if len(text) <= _LONGEST_OPENING:
        return label(text)
    head = text[:_LONGEST_OPENING]
    return label(head[: head.rfind(" ")] if " " in head else head).rstrip(",;:–—-") + "…"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

"""An export of Sayso's own read back: what it added to the article taken off again.

What was added cannot be told from what the article has of the same look, such as a footnote ``claim-1`` of its own, by
that look alone. But an export says which text it is of, by its SHA-256: of all that may have been added that much is
taken off that leaves this text.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from store.document import CELL_DIVIDER, Block, Document, Mark

BY = "exported-by"
"""The key of the front matter that an export is known by, and `TEXT` the one of its text's SHA-256."""
TEXT = "text-sha256"

ARTICLE_TAGS, READER_TAGS = "article-tags", "reader-tags"
"""The keys of the tags that the article has of itself, and of those that its reader gave; ``tags`` has both."""

CLAIMS = "Claims"
CLAIM_COLUMNS = ("#", "Speaker", "Cue", "Claim", "Quote kind", "Caveats", "Review", "Note")
OPTIONAL_COLUMNS = ("Cue", "Caveats", "Review", "Note")
"""Those of `CLAIM_COLUMNS` that are left out where no claim has anything in them."""
LEFT_OUT = "Claims not in this file: "
"""What the line begins with that says under the heading how many claims were left out."""
UNPLACED = "Notes whose place is not known"

_FORMER_COLUMNS = ("#", "Speaker", "Claim", "Quote kind", "Finding", "Note")
_ADDED = re.compile(r"((?:sayso-)*)(?:claim|note)-\d+")


def is_export(fields: dict[str, str]) -> bool:
    """Return whether the front matter ``fields`` are those of an export."""
    return fields.get(BY) == "sayso"


class Taken(NamedTuple):
    """A document without what an export added; ``whole`` is whether its text is the very one that was exported."""

    document: Document
    whole: bool


def without_additions(read: Document, digest: str) -> Taken:
    """Take off ``read`` what an export added: references, footnotes, the section of claims and notes without a place.

    ``digest`` is the SHA-256 of the article's text in UTF-8, as the export has it. Where nothing that is taken off
    leaves that text, since somebody edited the file, all that looks as if it was added goes.
    """
    first: Document | None = None
    for prefix in _prefixes(read):
        for blocks in _bodies(read):
            document = _without_notes(read, blocks, prefix)
            if sha256(str(document.text).encode()).hexdigest() == digest:
                return Taken(document, whole=True)
            first = first or document
    return Taken(first or read, whole=False)


def _prefixes(read: Document) -> list[str]:
    """What the labels of what was added may begin with, the likeliest first: it gives way to the article's own.

    With the last of them nothing was added.
    """
    names = [mark.target for mark in read.marks if mark.kind == "reference"]
    names += [container.label for block in read.blocks for container in block.within]
    found = {match[1] for name in names if (match := _ADDED.fullmatch(name))}
    return [*sorted(found, key=len, reverse=True), f"sayso-{max(found, key=len, default='')}"]


def _bodies(read: Document) -> Iterator[list[Block]]:
    """The blocks without the sections at the end, all that there may be first; footnotes are no part of these."""
    blocks = list(read.blocks)
    for without_unplaced in _each(_without_unplaced(read, blocks), blocks):
        yield from _each(_without_claims(read, without_unplaced), without_unplaced)


def _each(fewer: list[Block], blocks: list[Block]) -> list[list[Block]]:
    return [blocks] if len(fewer) == len(blocks) else [fewer, blocks]


def _without_unplaced(read: Document, blocks: list[Block]) -> list[Block]:
    at = _last_heading(read, blocks, UNPLACED)
    return blocks if at is None else [*blocks[:at], *(block for block in blocks[at:] if _is_footnote(block))]


def _without_claims(read: Document, blocks: list[Block]) -> list[Block]:
    at = _last_heading(read, blocks, CLAIMS)
    if at is None:
        return blocks
    rest = blocks[at + 1 :]
    told = bool(rest) and rest[0].kind == "paragraph" and _text(read, rest[0]).startswith(LEFT_OUT)
    rest = rest[told:]
    head = rest[0] if rest else None
    if head is None or head.kind != "row" or head.level != 1 or not _are_columns(_text(read, head).split(CELL_DIVIDER)):
        return [*blocks[:at], *rest] if told else blocks
    return [*blocks[:at], *(block for block in rest if block.kind != "row" or block.table != head.table)]


def _are_columns(names: list[str]) -> bool:
    whole = [name for name in CLAIM_COLUMNS if name in names or name not in OPTIONAL_COLUMNS]
    return names in (whole, [*_FORMER_COLUMNS])


def _last_heading(read: Document, blocks: list[Block], title: str) -> int | None:
    own = (at for at, block in enumerate(blocks) if block.kind == "heading" and block.level == 2 and not block.within)
    return max((at for at in own if _text(read, blocks[at]) == title), default=None)


def _is_footnote(block: Block) -> bool:
    return any(container.kind == "footnote" for container in block.within)


def _without_notes(read: Document, blocks: list[Block], prefix: str) -> Document:
    """``blocks`` without the footnotes that were added, nor any reference to them."""

    def added(name: str) -> bool:
        match = _ADDED.fullmatch(name)
        return match is not None and match[1] == prefix

    taken = [mark for mark in read.marks if mark.kind == "reference" and added(mark.target)]
    parts: list[str] = []
    kept: list[Block] = []
    marks: list[Mark] = []
    at = 0
    cut = mark_at = 0
    for block in blocks:
        while cut < len(taken) and taken[cut].start < block.start:
            cut += 1
        cuts = []
        while cut < len(taken) and taken[cut].start < block.end:
            cuts.append(taken[cut])
            cut += 1
        while mark_at < len(read.marks) and read.marks[mark_at].start < block.start:
            mark_at += 1
        inside = []
        while mark_at < len(read.marks) and read.marks[mark_at].end <= block.end:
            inside.append(read.marks[mark_at])
            mark_at += 1
        if any(container.kind == "footnote" and added(container.label) for container in block.within):
            continue
        text = _text(read, block)
        for one in reversed(cuts):
            text = text[: one.start - block.start] + text[one.end - block.start :]
        if cuts and not text:
            continue  # a paragraph of references, put after code
        parts.append(text)
        kept.append(block._replace(start=at, end=at + len(text)))
        for mark in inside:
            if mark not in cuts:
                start, end = (_moved(offset, block, cuts, at) for offset in (mark.start, mark.end))
                _put(marks, mark._replace(start=start, end=end))
        at += len(text) + 1
    return Document("\n".join(parts), tuple(kept), tuple(marks))


def _moved(offset: int, block: Block, cuts: list[Mark], at: int) -> int:
    return offset - block.start + at - sum(min(max(offset - one.start, 0), one.end - one.start) for one in cuts)


def _put(marks: list[Mark], mark: Mark) -> None:
    """Add ``mark``; a code span that a highlight had divided is one again."""
    if marks and mark.kind == marks[-1].kind == "code" and marks[-1].end == mark.start:
        mark = marks.pop()._replace(end=mark.end)
    marks.append(mark)


def _text(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]

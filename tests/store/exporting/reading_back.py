"""An export read back, with what the export added taken out again."""

import re
from dataclasses import replace

from store.document import Block, Container, Document, Mark, MarkKind
from store.importing.front_matter import split
from store.importing.markdown import parse_markdown

ADDED = re.compile(r"(?:sayso-)*(?:claim|note)-\d+")


def without_additions(markdown: str, original: Document) -> Document:
    """Read the export ``markdown`` of ``original`` and take out its footnotes, references and table of claims."""
    fields, body, _ = split(markdown)
    assert fields["exported-by"] == "sayso"
    read = parse_markdown(body)
    own = {c.label for block in original.blocks for c in block.within}
    blocks = [b for b in read.blocks if not any(ADDED.fullmatch(c.label) and c.label not in own for c in b.within)]
    headings = [i for i, b in enumerate(blocks) if b.kind == "heading" and _text(read, b) == "Claims" and not b.within]
    tables = [
        b
        for b in blocks
        if b.kind == "row" and b.level == 1 and _text(read, b) == "# | Speaker | Claim | Quote kind | Finding | Note"
    ]
    if tables:
        apparatus = {b for b in blocks if b.table == tables[-1].table and b.kind == "row"} | {blocks[headings[-1]]}
        blocks = [b for b in blocks if b not in apparatus]
    added = [m for m in read.marks if m.kind == "reference" and ADDED.fullmatch(m.target) and m.target not in own]
    parts: list[str] = []
    kept: list[Block] = []
    marks: list[Mark] = []
    at = 0
    for block in blocks:
        cuts = [m for m in added if block.start <= m.start < block.end]
        inside = [m for m in read.marks if block.start <= m.start and m.end <= block.end and m not in cuts]

        def moved(offset: int, block: Block = block, cuts: list[Mark] = cuts, at: int = at) -> int:
            return offset - block.start + at - sum(min(max(offset - m.start, 0), m.end - m.start) for m in cuts)

        end = moved(block.end)
        if cuts and end == at:
            continue  # a paragraph of references, put after code
        text = _text(read, block)
        for cut in reversed(cuts):
            text = text[: cut.start - block.start] + text[cut.end - block.start :]
        parts.append(text)
        kept.append(replace(block, start=at, end=end))
        marks += (replace(m, start=moved(m.start), end=moved(m.end)) for m in inside)
        at = end + 1
    return Document("\n".join(parts), tuple(kept), tuple(marks))


def shape(document: Document) -> tuple[str, list[Block], list[tuple[MarkKind, int, int, str]]]:
    """A document for comparison: containers, lists and tables numbered as they come, parted code spans made one."""
    numbers: dict[tuple[str, int], int] = {}

    def number(kind: str, value: int) -> int:
        return numbers.setdefault((kind, value), len(numbers)) if value else 0

    def renamed(container: Container) -> Container:
        return replace(container, id=number("id", container.id), list=number("list", container.list))

    blocks = [
        replace(b, table=number("table", b.table), within=tuple(renamed(c) for c in b.within)) for b in document.blocks
    ]
    marks: list[tuple[MarkKind, int, int, str]] = []
    for mark in document.marks:
        if marks and mark.kind == "code" and marks[-1][0] == "code" and marks[-1][2] == mark.start:
            marks[-1] = ("code", marks[-1][1], mark.end, "")
        else:
            marks.append((mark.kind, mark.start, mark.end, mark.target))
    return document.text, blocks, marks


def _text(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]

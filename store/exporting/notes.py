"""What a reader wrote as Markdown: as it was meant, and so that nothing in it reaches out of its place."""

from collections.abc import Sequence

from store.document import Block, Container, Document, Mark
from store.exporting.blocks import BlockWriter
from store.exporting.body import write_document
from store.exporting.escaping import code_span, escape
from store.exporting.inline import write_inline
from store.exporting.weaving import Overlay
from store.importing.markdown import parse_note
from store.note_lines import signed

_STRONG = ("strong", "emphasis")


def write_note(writer: BlockWriter, note: str, within: Sequence[Container] = ()) -> None:
    """Write ``note`` inside the containers ``within``."""
    document = _without_headings(parse_note(note))
    numbers: dict[tuple[str, int], int] = {}

    def number(kind: str, value: int) -> int:
        if value and (kind, value) not in numbers:
            numbers[kind, value] = next(writer.ids)
        return numbers.get((kind, value), 0)

    def placed(block: Block) -> Block:
        inner = (c._replace(id=number("id", c.id), list=number("list", c.list)) for c in block.within)
        return block._replace(within=(*within, *inner))

    blocks = tuple(placed(block) for block in document.blocks)
    write_document(writer, document._replace(blocks=blocks), (), lambda: None)


def note_cell(note: str) -> str:
    """``note`` in one line of Markdown, for a cell of a table."""
    document = _without_headings(parse_note(note))
    lines = []
    for block, sign in signed(document):
        text = document.text[block.start : block.end]
        if block.kind == "code":
            lines += [sign + code_span(line) for line in text.split("\n") if line.strip()]
        elif block.kind != "rule":
            inside = [m for m in document.marks if block.start <= m.start and m.end <= block.end and m.kind != "cell"]
            lines.append(escape(sign) + write_inline(document.text, (block.start, block.end), inside, Overlay()))
    return "<br>".join(lines)


def _without_headings(document: Document) -> Document:
    """A heading of the note as a strong line: it would be one of the article's."""
    headings = [block for block in document.blocks if block.kind == "heading"]
    if not headings:
        return document
    inside = {at for block in headings for at in range(block.start, block.end)}
    blocks = [b._replace(kind="paragraph", level=0) if b.kind == "heading" else b for b in document.blocks]
    marks = [mark for mark in document.marks if mark.kind not in _STRONG or mark.start not in inside]
    marks += [Mark("strong", block.start, block.end) for block in headings]
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.kind != "strong"))
    return Document(document.text, tuple(blocks), tuple(marks))

"""An export read back, with what the export added taken out again."""

from store.document import Block, Container, Document, MarkKind
from store.importing import exported
from store.importing.exported import is_export
from store.importing.front_matter import split
from store.importing.markdown import parse_markdown
from store.verifying import text_sha256


def without_additions(markdown: str, original: Document) -> Document:
    """Read the export ``markdown`` of ``original`` back as importing does."""
    fields, body, _ = split(markdown)
    assert is_export(fields)
    return exported.without_additions(parse_markdown(body), text_sha256(original.text)).document


def shape(document: Document) -> tuple[str, list[Block], list[tuple[MarkKind, int, int, str]]]:
    """A document for comparison: containers, lists and tables numbered as they come, parted code spans made one."""
    numbers: dict[tuple[str, int], int] = {}

    def number(kind: str, value: int) -> int:
        return numbers.setdefault((kind, value), len(numbers)) if value else 0

    def renamed(container: Container) -> Container:
        return container._replace(id=number("id", container.id), list=number("list", container.list))

    blocks = [
        b._replace(table=number("table", b.table), within=tuple(renamed(c) for c in b.within)) for b in document.blocks
    ]
    marks: list[tuple[MarkKind, int, int, str]] = []
    for mark in document.marks:
        if marks and mark.kind == "code" and marks[-1][0] == "code" and marks[-1][2] == mark.start:
            marks[-1] = ("code", marks[-1][1], mark.end, "")
        else:
            marks.append((mark.kind, mark.start, mark.end, mark.target))
    return document.text, blocks, marks

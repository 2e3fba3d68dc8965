"""The article itself as Markdown, with what is annotated highlighted and referred to in place."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from claims.model import Span, Spans
from store.document import Block, Document, Mark
from store.exporting.blocks import BlockWriter, fence, heading, rule, table
from store.exporting.escaping import as_cell, escape_lines
from store.exporting.inline import write_inline
from store.exporting.weaving import Overlay


def write_document(
    writer: BlockWriter, document: Document, notes: Iterable[tuple[Spans, str]], step: Callable[[], None]
) -> None:
    """Write every block of ``document``, with a ``step`` each; ``notes`` are spans to highlight with their footnotes.

    Those go by their labels.
    """
    body = _Body(document)
    for spans, label in notes:
        body.lay(spans, label)
    for table_of_rows, group in groupby(document.blocks, key=_table_of):
        if table_of_rows is not None:
            body.write_table(writer, list(group), step)
            continue
        for block in group:
            body.write(writer, block)
            step()
    defined = {c.label for block in document.blocks for c in block.within if c.kind == "footnote"}
    for name in dict.fromkeys(m.target for m in document.marks if m.kind == "reference" and m.target not in defined):
        # A footnote with nothing to read in it; undefined, its references would turn into text.
        writer.put([f"[^{name}]:"])


def _table_of(block: Block) -> tuple[object, ...] | None:
    return (block.table, block.within) if block.kind == "row" else None


class _Body:
    """A document and what is laid over its areas: its blocks, but for table rows, whose areas are their cells."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._mark_starts = [mark.start for mark in document.marks]
        self._areas: list[Span] = []
        self._code: set[int] = set()  # starts of areas that can hold neither HTML nor a reference
        for block in document.blocks:
            self._areas += self._cells(block) if block.kind == "row" else [(block.start, block.end)]
            if block.kind in ("code", "rule"):
                self._code.add(block.start)
        self._starts = [start for start, _ in self._areas]
        self._overlays: defaultdict[int, Overlay] = defaultdict(Overlay)  # by the area's start

    def lay(self, spans: Spans, label: str) -> None:
        """Highlight ``spans`` and refer to the footnote ``label`` after each of them."""
        ends = []
        for span in sorted(spans):
            pieces = list(self._pieces(span))
            for area, start, end in pieces:
                if area not in self._code:
                    self._overlays[area].highlights.append((start, end, label))
            ends += [(area, end) for area, _, end in pieces[-1:]]
        # Where there is but white space there is no highlight, but a note is never left without a reference.
        for area, end in ends or [self._areas[max(0, bisect_right(self._starts, spans[0][0]) - 1)]]:
            self._overlays[area].references.append((end, label))

    def write(self, writer: BlockWriter, block: Block) -> None:
        """Write a block that is no table row."""
        text = self._document.text[block.start : block.end]
        if block.kind in ("rule", "code"):
            writer.put(rule() if block.kind == "rule" else fence(text, block.info), block.within)
            if references := self._overlays[block.start].references:
                writer.put(["".join(f"[^{label}]" for _, label in references)], block.within)
        elif block.kind == "heading":
            writer.put(heading(self._inline((block.start, block.end)), block.level), block.within)
        else:
            markdown = self._inline((block.start, block.end), "\\\n")
            writer.put(escape_lines(markdown).split("\n"), block.within, paragraph=True)

    def write_table(self, writer: BlockWriter, rows: Sequence[Block], step: Callable[[], None]) -> None:
        """Write the rows of one table, with a ``step`` each."""
        lines = []
        for row in rows:
            lines.append((row.level == 1, [as_cell(self._inline(cell)) for cell in self._cells(row)]))
            step()
        writer.put(table(lines, rows[0].align), rows[0].within)

    def _inline(self, area: Span, line_break: str = "<br>") -> str:
        overlay = self._overlays.get(area[0], Overlay())
        marks = [mark for mark in self._marks(area) if mark.kind != "cell"]
        return write_inline(self._document.text, area, marks, overlay, line_break=line_break)

    def _cells(self, row: Block) -> list[Span]:
        return [(mark.start, mark.end) for mark in self._marks((row.start, row.end)) if mark.kind == "cell"]

    def _marks(self, area: Span) -> Sequence[Mark]:
        first = bisect_left(self._mark_starts, area[0])
        return self._document.marks[first : bisect_right(self._mark_starts, area[1])]

    def _pieces(self, span: Span) -> Iterator[tuple[int, int, int]]:
        """The parts of ``span`` by area: (start of the area, start, end), no white space at their ends."""
        start, end = span
        for index in range(max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end)):
            area, border = self._areas[index]
            low = max(start, area)
            part = self._document.text[low : min(end, border)]
            low += len(part) - len(part.lstrip())
            if part.strip():
                yield area, low, low + len(part.strip())

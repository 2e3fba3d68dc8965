"""From blocks to lines: each kind of block set in its own way, between its margins. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from claims.model import Span
from store.document import Block, Document, Mark
from tui.widgets.article.glyphs import FixedSigns, Sign, SignSource
from tui.widgets.article.margins import Margins
from tui.widgets.article.setting import Line, Run, decoration, runs_of, set_lines, within
from tui.widgets.article.tables import Columns, Row, columns, set_row
from tui.widgets.article.wrapping import cells, wrap

_WIDENING = frozenset({"link", "image", "break"})
"""The marks that change where lines end."""
_ROWS_MEASURED = 200
"""How many rows of a table its columns are measured by."""


class Unit(NamedTuple):
    """What is set at once: a block, or a part of a very long one. ``block`` is an index."""

    block: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its offsets."""
        return self.start, self.end


class Composer:
    """Sets the units of ``document``, with signs among their words."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._margins = Margins(document)
        self._mark_starts = [mark.start for mark in document.marks]
        self._signs: SignSource = FixedSigns()
        self._columns = lru_cache(16)(self._measured_columns)

    def decorate(self, signs: SignSource) -> None:
        """Set ``signs`` among the words, instead of those that were there."""
        self._signs = signs
        self._columns.cache_clear()

    def height(self, unit: Unit, width: int) -> int:
        """How many lines `compose` makes, found at less cost for plain paragraphs."""
        block, previous = self._blocks(unit)
        plain = block.kind == "paragraph" and not block.within and not self._signs_in(unit)
        if plain and _WIDENING.isdisjoint([mark.kind for mark in self._marks(unit)]):
            lines = wrap(self._document.text[unit.start : unit.end], width)
            return self._margins.gap(block, previous) + len(lines)
        return len(self.compose(unit, width))

    def compose(self, unit: Unit, width: int) -> tuple[Line, ...]:
        """The lines of ``unit`` in ``width`` cells, blank ones above first."""
        block, previous = self._blocks(unit)
        bars = self._margins.between(block, previous)[:width]
        blank = Line(unit.start, unit.start, (decoration(bars, unit.start, "lead"),) if bars else ())
        # Text keeps half of the width, however deep it is nested.
        first, rest = (lead[: width // 2] for lead in self._margins.leads(block, previous))
        lines = self._body(unit, block, max(1, width - cells(first)))
        return (*[blank] * self._margins.gap(block, previous), *_led(lines, first, rest))

    def _blocks(self, unit: Unit) -> tuple[Block, Block | None]:
        """The unit's block and what stands above the unit: the block before, or of a part the same block."""
        blocks = self._document.blocks
        block = blocks[unit.block]
        if unit.start > block.start:
            return block, block
        return block, blocks[unit.block - 1] if unit.block else None

    def _body(self, unit: Unit, block: Block, width: int) -> Iterable[Line]:
        if block.kind == "row":
            return set_row(self._row(unit), self._columns(block.table), width)
        if block.kind == "code":
            return self._code(unit, block, width)
        if block.kind == "rule":
            return [Line(unit.start, unit.end, (decoration("─" * width, unit.start, "rule"),))]
        if block.kind == "heading":
            return self._heading(unit, block, width)
        quoted = any(container.kind == "quote" for container in block.within)
        return set_lines(self._runs(unit, ("quote",) if quoted else ()), unit.span, width)

    def _heading(self, unit: Unit, block: Block, width: int) -> list[Line]:
        """A heading in bold; the first level is underlined by a rule of its own length."""
        lines = set_lines(self._runs(unit, (f"heading{min(block.level, 3)}",)), unit.span, width)
        if block.level == 1:
            length = max(sum(run.width for run in line.runs) for line in lines)
            lines.append(Line(unit.end, unit.end, (decoration("━" * length, unit.end, "heading-rule"),)))
        return lines

    def _code(self, unit: Unit, block: Block, width: int) -> Iterator[Line]:
        """Code on a ground of its own with a margin all round; lines break at any character."""
        pad = " " if width > 2 else ""
        if unit.start == block.start:
            named = (decoration(f" {block.info}"[:width], unit.start, "sign"),) if block.info else ()
            yield Line(unit.start, unit.start, named, "code-block")
        lines = set_lines(self._runs(unit, ("code-block",)), unit.span, width - len(pad), words=False)
        yield from (line._replace(fill="code-block") for line in _led(lines, pad, pad))
        if unit.end == block.end:
            yield Line(unit.end, unit.end, (), "code-block")

    def _runs(self, unit: Unit, styles: tuple[str, ...]) -> list[Run]:
        return runs_of(self._document.text, unit.span, styles, self._marks(unit), self._signs_in(unit))

    def _marks(self, unit: Unit) -> Sequence[Mark]:
        block = self._document.blocks[unit.block]
        marks = self._document.marks[within(self._mark_starts, (block.start, unit.end))]
        return [mark for mark in marks if mark.end > unit.start or mark.start == mark.end == unit.start]

    def _signs_in(self, unit: Unit) -> Sequence[Sign]:
        return self._signs.signs(unit.span)

    # --- tables -------------------------------------------------------------------------------------------------

    def table_of(self, block: int) -> range:
        """The blocks of the table that a row belongs to; of any other block that block alone."""
        found = self._document.blocks[block]
        return self._tables[found.table] if found.kind == "row" else range(block, block + 1)

    def _row(self, unit: Unit) -> Row:
        marks, signs, text = self._marks(unit), self._signs_in(unit), self._document.text
        header = self._document.blocks[unit.block].level == 1
        styles = ("table-header",) if header else ()
        spans = tuple((mark.start, mark.end) for mark in marks if mark.kind == "cell")
        inside = ([mark for mark in marks if start <= mark.start and mark.end <= end] for start, end in spans)
        runs = (runs_of(text, span, styles, held, signs) for span, held in zip(spans, inside, strict=True))
        return Row(unit.span, spans, tuple(map(tuple, runs)), header)

    def _measured_columns(self, table: int) -> Columns:
        members = self._tables[table]
        blocks = self._document.blocks
        units = (Unit(index, blocks[index].start, blocks[index].end) for index in members[:_ROWS_MEASURED])
        return columns([self._row(unit) for unit in units], blocks[members.start].align, self._document.text)

    @cached_property
    def _tables(self) -> dict[int, range]:
        tables: dict[int, range] = {}
        for index, block in enumerate(self._document.blocks):
            if block.kind == "row":
                first = tables[block.table].start if block.table in tables else index
                tables[block.table] = range(first, index + 1)
        return tables


def _led(lines: Iterable[Line], first: str, rest: str) -> Iterator[Line]:
    """``lines`` with what stands before the first of them and before the others."""
    for n, line in enumerate(lines):
        head = rest if n else first
        yield line._replace(runs=(decoration(head, line.start, "lead"), *line.runs)) if head else line

"""The tables of a document: their rows, how wide their columns are, and which column each was moved to. Pure."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from claims.model import Span
from store.blocks import others
from store.document import CELL_DIVIDER, Document, Mark
from tui.widgets.article.columns import Columns, Part, longest_in, measured
from tui.widgets.article.glyphs import Sign
from tui.widgets.article.setting import Line, Run, runs_of, within
from tui.widgets.article.tables import Row, set_row
from tui.widgets.article.unit import Unit
from tui.widgets.article.wrapping import cells

_CELLS_MEASURED = 20_000
"""How many cells of a table its columns are measured by: those of its beginning, and of rows all over the rest."""


class Tables:
    """The tables of ``document``, whose ``marks`` and ``signs`` are asked for by place."""

    def __init__(
        self,
        document: Document,
        marks: Callable[[Unit], Sequence[Mark]],
        signs: Callable[[Span], Sequence[Sign]],
    ) -> None:
        self._text, self._blocks = document.text, document.blocks
        self._marks, self._signs = marks, signs
        self._plain: dict[int, list[tuple[Unit, Sequence[int], int]]] = {}
        self._columns: dict[tuple[int, int], Columns] = {}  # by the longest cell too that is no prose
        self._firsts: dict[int, int] = {}
        self._parts: dict[tuple[int, int, int], Part | None] = {}  # each of ten thousand rows asks

    def signed(self, spans: Iterable[Span] | None) -> None:
        """The signs in ``spans``, or anywhere, are others now."""
        self._parts.clear()
        if spans is None:
            self._columns.clear()
        for start, end in spans or ():
            for known in [*self._columns]:
                members = self.members(known[0])
                if self._blocks[members.start].start <= end + 1 and self._blocks[members[-1]].end >= start - 1:
                    del self._columns[known]

    def members(self, table: int) -> range:
        """The blocks that are the rows of ``table``."""
        return self._members[table]

    @cached_property
    def _members(self) -> dict[int, range]:
        tables: dict[int, range] = {}
        for index, block in others(self._blocks):
            if block.kind == "row":
                first = tables[block.table].start if block.table in tables else index
                tables[block.table] = range(first, index + 1)
        return tables

    # --- setting ------------------------------------------------------------------------------------------------

    def set(self, unit: Unit, width: int) -> list[Line]:
        """The lines of the row ``unit`` in ``width`` cells; where rows are stacked among others, parted from them."""
        table = self._blocks[unit.block].table
        row, columns = self._row(unit), self._measured(table, width)
        lines = set_row(row, columns, width, self.first(table))
        if not row.header and columns.part(width, 0) is not None and row.part(columns, width, 0) is None:
            lines.append(Line(unit.end, unit.end, ()))
        return lines

    def height(self, unit: Unit, width: int) -> int | None:
        """How many lines `set` makes, where that can be told without setting the row; else None."""
        block = self._blocks[unit.block]
        asked = block.table, width, self.first(block.table)
        if asked not in self._parts:
            self._parts[asked] = self._measured(block.table, width).part(*asked[1:])
        part = self._parts[asked]
        text = self._text[unit.start : unit.end]
        held = text.split(CELL_DIVIDER)
        if part is None or not text.isascii() or not len(held) == len(part.widths) == len(self._marks(unit)):
            return None
        fits = all(len(cell) <= room for cell, room in zip(held, part.widths, strict=True))
        return 1 + (block.level == 1) if fits and not self._signs(unit.span) else None

    def _row(self, unit: Unit, signs: Sequence[Sign] | None = None) -> Row:
        text, header = self._text, self._blocks[unit.block].level == 1
        marks, signs = self._marks(unit), self._signs(unit.span) if signs is None else signs
        styles = ("table-header",) if header else ()
        spans = [(mark.start, mark.end) for mark in marks if mark.kind == "cell"]
        starts = [mark.start for mark in marks]

        def runs(k: int) -> list[Run]:
            held = [mark for mark in marks[within(starts, spans[k])] if mark.end <= spans[k][1]]
            return runs_of(text, spans[k], styles, held, signs)

        widths = [cells(text[start:end]) for start, end in spans]
        # By its words alone: it should not be set otherwise because of a sign more.
        longest = max(widths, default=0)
        apart = chain((mark.start for mark in marks if mark.kind != "cell"), (sign.at for sign in signs))
        for k in {max(0, bisect_left(spans, (at + 1, 0)) - 1) for at in apart} if spans else ():
            widths[k] = sum(cells(run.text) for run in runs(k))
        return Row(unit.span, spans, widths, runs, longest, header)

    # --- measuring ----------------------------------------------------------------------------------------------

    def _measured(self, table: int, width: int) -> Columns:
        longest = longest_in(width)
        if (table, longest) not in self._columns:
            align, header = self._blocks[self.members(table).start].align, self._header(table)
            headings = tuple(self._text[start:end] for start, end in header.cells) if header else ()
            self._columns[table, longest] = measured(self._widths(table, longest), align, headings, longest)
        return self._columns[table, longest]

    def _header(self, table: int) -> Row | None:
        index = self.members(table).start
        block = self._blocks[index]
        return self._row(Unit(index, block.start, block.end)) if block.level == 1 else None

    def _widths(self, table: int, longest: int) -> Iterator[tuple[Sequence[int], bool, bool]]:
        """What the measured rows take, as `measured` asks for it; those with signs are measured with them."""
        if table not in self._plain:
            rows = ((unit, self._row(unit, ())) for unit in self._sample(table))
            self._plain[table] = [(unit, row.widths, row.longest) for unit, row in rows]
        plain = self._plain[table]
        signs = self._signs((plain[0][0].start, plain[-1][0].end))
        places = sorted(sign.at for sign in signs)
        for unit, widths, widest in plain:
            has_signs = bisect_left(places, unit.start) < bisect_left(places, unit.end + 1)
            yield self._row(unit).widths if has_signs else widths, widest > longest, self._blocks[unit.block].level == 1

    def _sample(self, table: int) -> Iterator[Unit]:
        members = self.members(table)
        count = max(2, _CELLS_MEASURED // max(1, len(self._blocks[members.start].align)))
        begin, rest = members[: count // 2], members[count // 2 :]
        step = max(1, -(-len(rest) // max(1, count - len(begin))))
        for index in chain(begin, rest[::step]):
            yield Unit(index, self._blocks[index].start, self._blocks[index].end)

    def header_over(self, unit: Unit, width: int) -> int | None:
        """The block that is the header over the columns of the row ``unit``; None over stacked rows, or without one."""
        first = self.members(self._blocks[unit.block].table).start
        if unit.block == first or self._blocks[first].level != 1:
            return None
        return None if self._measured(self._blocks[first].table, width).part(width, 0) is None else first

    # --- sideways -----------------------------------------------------------------------------------------------

    @property
    def moved(self) -> bool:
        """Whether any table was ever moved."""
        return bool(self._firsts)

    def move_as(self, others: "Tables") -> None:
        """Move each table to the column that the same one of ``others`` was moved to."""
        self._firsts = {table: first for table, first in others._firsts.items() if table in self._members}

    def first(self, table: int) -> int:
        """The column that ``table`` was moved to."""
        return self._firsts.get(table, 0)

    def part(self, unit: Unit, width: int) -> Part | None:
        """What is seen of the table that the row ``unit`` is in; None where rows are stacked."""
        table = self._blocks[unit.block].table
        return self._measured(table, width).part(width, self.first(table))

    def move(self, unit: Unit, width: int, step: int) -> bool:
        """Move the table that the row ``unit`` is in by ``step`` columns; whether it moved."""
        part = self.part(unit, width)
        if part is None or (not part.more_left if step < 0 else not part.more_right):
            return False
        self._firsts[self._blocks[unit.block].table] = part.columns.start + step
        return True

    def uncover(self, unit: Unit, width: int, offset: int) -> bool:
        """Move the table so that the cell of the row ``unit`` at ``offset`` is seen; whether it had to be moved."""
        table, row = self._blocks[unit.block].table, self._row(unit)
        columns, before = self._measured(table, width), self.first(table)
        sought = max(0, bisect_left(row.cells, (offset + 1, 0)) - 1)
        part = row.part(columns, width, before)
        if part is None or sought in part.seen:
            return False
        first = sought if sought < part.columns.start else part.columns.start + 1
        while (moved := row.part(columns, width, first)) is not None and sought not in moved.seen and first < sought:
            first += 1
        self._firsts[table] = first
        return True

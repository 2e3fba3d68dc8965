"""A document as one long column of lines, of which only those asked for are ever set. Pure.

Heights are guessed from lengths until a unit is measured, so that ten megabytes open as fast as ten kilobytes.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from claims.model import Span
from store.document import Block, Container, Document, Mark
from tui.widgets.glyphs import BULLETS, QUOTE_BAR, Sign
from tui.widgets.heights import Heights
from tui.widgets.setting import Line, Run, decoration, runs_of, set_lines, within
from tui.widgets.tables import Columns, Row, columns, set_row
from tui.widgets.wrapping import cells, cluster_at, wrap

# No unit is longer than this, so that a paragraph of ten megabytes costs no more than a page.
LONGEST_UNIT = 8192
_ROWS_MEASURED = 200
"""How many rows of a table its columns are measured by."""


class Unit(NamedTuple):
    """What is set at once: a block, or a part of a very long one. ``block`` is an index."""

    block: int
    start: int
    end: int


class Flow:
    """The lines of ``document`` at a width in cells (at least 1), with ``signs`` among its words."""

    def __init__(self, document: Document, width: int) -> None:
        self.document = document
        self.width = max(1, width)
        self._units = list(_units(document))
        self._starts = [unit.start for unit in self._units]
        self._mark_starts = [mark.start for mark in document.marks]
        self._signs: Sequence[Sign] = ()
        self._sign_places: list[int] = []
        self.lines = lru_cache(512)(self._lines)
        self._columns = lru_cache(16)(self._measured_columns)
        self._guess()

    def _guess(self) -> None:
        width = self.width
        self._heights = Heights((unit.end - unit.start) // width + 2 for unit in self._units)
        self._exact = bytearray(len(self._units))
        self.lines.cache_clear()

    # --- what is set and how ------------------------------------------------------------------------------------

    def reflow(self, width: int) -> None:
        """Set everything anew at another width."""
        if width != self.width:
            self.width = max(1, width)
            self._guess()

    def decorate(self, signs: Sequence[Sign]) -> None:
        """Put ``signs``, in text order, among the words instead of those that were there."""
        gone, come = set(self._signs), set(signs)
        touched = {self.unit_of(max(0, sign.at - sign.after)) for sign in gone ^ come}
        self._signs = signs
        self._sign_places = [sign.at for sign in signs]
        for index in touched if self._units else ():
            self._exact[index] = 0
        for table in {self._block(index).table for index in touched if self._block(index).kind == "row"}:
            for index in self._tables[table]:
                self._exact[index] = 0
        self.lines.cache_clear()
        self._columns.cache_clear()

    def _block(self, index: int) -> Block:
        return self.document.blocks[self._units[index].block]

    # --- rows ---------------------------------------------------------------------------------------------------

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self._units)

    @property
    def total(self) -> int:
        """The height of the whole document in rows, guessed in parts."""
        return self._heights.total

    def top(self, index: int) -> int:
        """The row on which unit ``index`` begins."""
        return self._heights.top(index)

    def height(self, index: int) -> int:
        """The rows of unit ``index``, its blank line above included."""
        return self._heights[index]

    def at(self, row: int) -> tuple[int, int]:
        """The unit that stands on ``row``, and the row's place in it."""
        return self._heights.find(row)

    def line(self, row: int) -> Line | None:
        """The line on ``row``; None below the end."""
        if not 0 <= row < self.total:
            return None
        index, place = self.at(row)
        lines = self.lines(index)
        return lines[place] if place < len(lines) else None

    def unit_of(self, offset: int) -> int:
        """The unit that holds the code point at ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def where(self, offset: int) -> int:
        """The row of the code point at ``offset``; its unit is measured, those above may be guessed."""
        if not self._units:
            return 0
        index = self.unit_of(offset)
        self.measure(index)
        lines = self.lines(index)
        places = [n for n, line in enumerate(lines) if line.covers and line.start <= offset]
        first = next((n for n, line in enumerate(lines) if line.covers or line.runs), len(lines) - 1)
        return self.top(index) + (places[-1] if places else first)

    # --- measuring ----------------------------------------------------------------------------------------------

    @property
    def unmeasured(self) -> int | None:
        """The first unit whose height is a guess, or None."""
        index = self._exact.find(0)
        return index if index >= 0 else None

    def measure(self, index: int) -> bool:
        """Make the height of unit ``index`` exact; whether it changed."""
        if self._exact[index]:
            return False
        self._exact[index] = 1
        height = self._count(index)
        changed = height != self._heights[index]
        if changed:
            self._heights[index] = height
        return changed

    def measure_around(self, index: int, above: int, below: int) -> bool:
        """Measure unit ``index``, at least ``above`` rows before it and ``below`` from it on; whether any changed."""
        changed = False
        unit = index
        while unit < len(self._units) and below > 0:
            changed |= self.measure(unit)
            below -= self._heights[unit]
            unit += 1
        unit = index - 1
        while unit >= 0 and above > 0:
            changed |= self.measure(unit)
            above -= self._heights[unit]
            unit -= 1
        return changed

    def _count(self, index: int) -> int:
        unit, block = self._units[index], self._block(index)
        plain = block.kind == "paragraph" and not block.within
        if plain and not self._marks(unit) and not self._signs_in(unit):
            lines = wrap(self.document.text[unit.start : unit.end], self.width)
            return self._gap(index) + len(lines)
        return len(self.lines(index))

    # --- setting ------------------------------------------------------------------------------------------------

    def _lines(self, index: int) -> tuple[Line, ...]:
        """The lines of unit ``index``, its blank line above first."""
        return tuple(self._set(index))

    def _set(self, index: int) -> Iterator[Line]:
        unit, block = self._units[index], self._block(index)
        previous = self._block(index - 1) if index else None
        for _ in range(self._gap(index)):
            yield self._blank(unit.start, block, previous)
        lead = self._lead(index)
        style = "quote" if any(container.kind == "quote" for container in block.within) else ""
        width = max(1, self.width - cells(lead[0]))
        if block.kind == "row":
            yield from _led(set_row(self._row(unit, block), self._columns(block.table), width), lead)
        elif block.kind == "code":
            yield from _led(self._code(unit, block, width), lead)
        elif block.kind == "rule":
            yield from _led([Line(unit.start, unit.end, (decoration("─" * width, unit.start, "rule"),))], lead)
        else:
            styles = tuple(filter(None, (style, f"heading{min(block.level, 3)}" if block.kind == "heading" else "")))
            lines = set_lines(self._runs(unit, styles), unit[1:], self.width, lead)
            yield from lines
            if block.level == 1 and block.kind == "heading":
                length = max(sum(run.width for run in line.runs) for line in lines)
                yield Line(unit.end, unit.end, (decoration("━" * length, unit.end, "heading-rule"),))

    def _runs(self, unit: Unit, styles: tuple[str, ...]) -> list[Run]:
        span = unit.start, unit.end
        return runs_of(self.document.text, span, styles, self._marks(unit), self._signs_in(unit))

    def _code(self, unit: Unit, block: Block, width: int) -> Iterator[Line]:
        """Code on a ground of its own with a margin all round; lines break at any character."""
        pad = " " if width > 2 else ""
        runs = self._runs(unit, ("code-block",))
        lines = set_lines(runs, unit[1:], width - len(pad), (pad, pad, ""), words=False)
        if unit.start == block.start:
            named = (decoration(f" {block.info}"[:width], unit.start, "sign"),) if block.info else ()
            yield Line(unit.start, unit.start, named, "code-block")
        yield from (line._replace(fill="code-block") for line in lines)
        if unit.end == block.end:
            yield Line(unit.end, unit.end, (), "code-block")

    def _row(self, unit: Unit, block: Block) -> Row:
        marks, signs = self._marks(unit), self._signs_in(unit)
        styles = ("table-header",) if block.level else ()
        spans = tuple((mark.start, mark.end) for mark in marks if mark.kind == "cell") or (unit[1:],)
        text = self.document.text
        runs = tuple(
            tuple(runs_of(text, span, styles, [m for m in marks if span[0] <= m.start and m.end <= span[1]], signs))
            for span in spans
        )
        return Row(unit[1:], spans, runs, bool(block.level))

    def _measured_columns(self, table: int) -> Columns:
        members = self._tables[table]
        rows = [self._row(self._units[index], self._block(index)) for index in members[:_ROWS_MEASURED]]
        return columns(rows, self._block(members[0]).align, self.document.text)

    def _marks(self, unit: Unit) -> Sequence[Mark]:
        block = self.document.blocks[unit.block]
        marks = self.document.marks[within(self._mark_starts, (block.start, unit.end))]
        return [m for m in marks if m.end > unit.start or m.start == m.end == unit.start] if marks else marks

    def _signs_in(self, unit: Unit) -> Sequence[Sign]:
        return self._signs[within(self._sign_places, unit[1:])]

    # --- what surrounds a block -----------------------------------------------------------------------------------

    def _gap(self, index: int) -> int:
        """The blank lines above a unit: none within a table, a list or a long block, else one."""
        if index == 0:
            return 1
        block, previous = self._block(index), self._block(index - 1)
        if block is previous or (block.kind == previous.kind == "row" and block.table == previous.table):
            return 0
        if not block.within:
            return 1
        known = {container.id for container in previous.within}
        lists = {container.list for container in previous.within if container.kind == "item"}
        inner = block.within[-1]
        if inner.id in known:
            return 1
        tight = inner.kind == "footnote" and bool(previous.within and previous.within[0].kind == "footnote")
        return 0 if tight or any(c.list in lists for c in block.within if c.kind == "item") else 1

    def _blank(self, at: int, block: Block, previous: Block | None) -> Line:
        """A blank line; the bars of quotations that go on run through it."""
        shared = {container.id for container in previous.within} if previous else set()
        kept = tuple(container for container in block.within if container.id in shared)
        bars = "".join(self._margin(container, depth, kept, shared) for depth, container in enumerate(kept))
        return Line(at, at, (decoration(bars[: self.width], at, "lead"),) if bars.strip() else ())

    def _lead(self, index: int) -> tuple[str, str, str]:
        block, unit = self._block(index), self._units[index]
        if not block.within:
            return "", "", ""
        known: set[int] = set()
        if unit.start > block.start:
            known = {container.id for container in block.within}
        elif index:
            known = {container.id for container in self._block(index - 1).within}
        every = {container.id for container in block.within}
        # Text keeps half of the width, however deep it is nested.
        room = self.width // 2
        first = "".join(self._margin(c, depth, block.within, known) for depth, c in enumerate(block.within))
        rest = "".join(self._margin(c, depth, block.within, every) for depth, c in enumerate(block.within))
        return first[:room], rest[:room], "lead"

    def _margin(self, container: Container, depth: int, within: Sequence[Container], known: set[int]) -> str:
        """What ``container`` puts before a line: its bar, or its bullet or number where it begins."""
        if container.kind == "quote":
            return f"{QUOTE_BAR} "
        if container.kind == "footnote":
            sign = f"[{container.label[:12]}] "
        elif container.number is not None:
            sign = f"{container.number}.".rjust(self._digits[container.list] + 1) + " "
        else:
            level = sum(c.kind == "item" and c.number is None for c in within[:depth])
            sign = f"{BULLETS[level % len(BULLETS)]} "
        return " " * cells(sign) if container.id in known else sign

    @cached_property
    def _tables(self) -> dict[int, range]:
        """The units of each table; each row is one."""
        tables: dict[int, range] = {}
        for index, unit in enumerate(self._units):
            block = self.document.blocks[unit.block]
            if block.kind == "row":
                first = tables[block.table].start if block.table in tables else index
                tables[block.table] = range(first, index + 1)
        return tables

    @cached_property
    def _digits(self) -> dict[int, int]:
        """The digits of the greatest number of each ordered list, so that its items line up."""
        digits: dict[int, int] = {}
        for block in self.document.blocks:
            for container in block.within:
                if container.number is not None:
                    digits[container.list] = max(digits.get(container.list, 0), len(str(container.number)))
        return digits


def _led(lines: Sequence[Line] | Iterator[Line], lead: tuple[str, str, str]) -> Iterator[Line]:
    """``lines`` with the lead before each."""
    first, rest, style = lead
    for n, line in enumerate(lines):
        head = rest if n else first
        yield line._replace(runs=(decoration(head, line.start, style), *line.runs)) if head else line


def _units(document: Document) -> Iterator[Unit]:
    text = document.text
    for index, block in enumerate(document.blocks):
        start = block.start
        while block.end - start > LONGEST_UNIT and block.kind != "row":
            end = _cut(text, start, start + LONGEST_UNIT, "\n" if block.kind == "code" else " ")
            yield Unit(index, start, end)
            start = end
        yield Unit(index, start, block.end)


def _cut(text: str, start: int, end: int, divider: str) -> int:
    """Where to divide a long block: after the last ``divider`` before ``end``, else between grapheme clusters."""
    found = text.rfind(divider, start + 1, end)
    return found + 1 if found > 0 else cluster_at(text, end)[0]


def span_of(lines: Sequence[Line]) -> Span | None:
    """From the first code point on ``lines`` to the last, exclusive; None where there is only decoration."""
    covering = [line for line in lines if line.covers]
    return (covering[0].start, covering[-1].end) if covering else None

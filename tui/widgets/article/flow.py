"""A document as one long column of lines, of which only those asked for are ever set. Pure.

Heights are guessed from lengths until a unit is measured, so that ten megabytes open as fast as ten kilobytes.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

from claims.model import Span
from claims.text import Text
from store.document import Document
from tui.widgets.article.composing import Composer
from tui.widgets.article.glyphs import SignSource
from tui.widgets.article.heights import Heights
from tui.widgets.article.setting import Line
from tui.widgets.article.two_ways import set_both_ways
from tui.widgets.article.unit import Unit
from tui.widgets.article.wrapping import cluster_at

LONGEST_UNIT = 8192
"""No unit is longer than this in code points, so that a paragraph of ten megabytes costs no more than a page."""
_FEW = 50


class Flow:
    """The lines of ``document`` at a width in cells (at least 1), with signs among its words.

    Tables may be wider by ``spare`` cells: their lines are not read from end to end.
    Unless ``visual`` is false what goes from right to left is set so; else all is left in the order of the text.
    """

    def __init__(self, document: Document, width: int, *, spare: int = 0, visual: bool = True) -> None:
        self.document = document
        self._visual = visual
        self.width = max(1, width)
        self._composer = Composer(document, spare)
        self._blocks, self._starts, self._ends = _units(document)
        self._set = lru_cache(512)(self._lines)
        # How often the signs of a unit have changed, so that only its lines are set anew.
        self._edition: dict[int, int] = {}
        self._guess()

    def _guess(self) -> None:
        lengths = (end - start for start, end in zip(self._starts, self._ends, strict=True))
        self._heights = Heights(length // self.width + 2 for length in lengths)
        self._exact = bytearray(self.units)
        self._set.cache_clear()

    def reflow(self, width: int, spare: int = 0) -> None:
        """Set everything anew at another width."""
        if (width, spare) != (self.width, self._composer.spare):
            self.width, self._composer.spare = max(1, width), spare
            self._guess()

    def decorate(self, signs: SignSource, spans: Iterable[Span] | None = None) -> bool:
        """Put ``signs`` among the words instead of those that were there; whether lines may have moved for it.

        They are others only in ``spans``, or anywhere.
        """
        self._composer.decorate(signs, spans)
        if spans is None:
            self._exact = bytearray(self.units)
            self._set.cache_clear()
            return True
        touched = {unit for start, end in spans for unit in self._units_on(start, end)}
        known = [unit for unit in touched if self._exact[unit]]
        for unit in touched:
            self._exact[unit] = 0
            self._edition[unit] = self._edition.get(unit, 0) + 1
        # A few are measured again at once: mostly they are as high as they were, and then all stays in its place.
        return len(known) > _FEW or any(self.measure(unit) for unit in known)

    def _units_on(self, start: int, end: int) -> Iterator[int]:
        """The units that signs from ``start`` to ``end`` stand in, and all rows of a table if one of its does."""
        if self.units:
            # A sign may stand behind the last word of one unit, or before the first of the next.
            for unit in range(self.unit_of(start - 1), self.unit_of(end) + 1):
                members = self._composer.table_of(self._blocks[unit])
                yield from range(bisect_left(self._blocks, members.start), bisect_left(self._blocks, members.stop))

    def _unit(self, index: int) -> Unit:
        return Unit(self._blocks[index], self._starts[index], self._ends[index])

    def lines(self, index: int) -> tuple[Line, ...]:
        """The lines of unit ``index``, blank ones above first."""
        return self._set(index, self._edition.get(index, 0), self._composer.moved_to(self._blocks[index]))

    def _lines(self, index: int, _edition: int, _first: int) -> tuple[Line, ...]:
        unit = self._unit(index)
        lines = self._composer.compose(unit, self.width)
        return set_both_ways(lines, unit, self.document, self.width) if self._visual else lines

    # --- rows ---------------------------------------------------------------------------------------------------

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self._starts)

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

    def window(self, row: int, count: int) -> list[Line]:
        """The lines on ``count`` rows from ``row`` on, fewer at the end."""
        if not self.units:
            return []
        index, place = self.at(row)
        following = chain.from_iterable(map(self.lines, range(index, self.units)))
        return list(islice(following, place, place + count))

    def unit_of(self, offset: int) -> int:
        """The unit that holds the code point at ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def block_from(self, offset: int) -> int | None:
        """The block (an index) that begins at ``offset``, or None."""
        index = self.unit_of(offset)
        if not self.units or self._starts[index] != offset:
            return None
        block = self._blocks[index]
        return None if index and self._blocks[index - 1] == block else block

    def where(self, offset: int) -> int:
        """The row of the code point at ``offset``; its unit is measured, those above may be guessed."""
        if not self.units:
            return 0
        index = self.unit_of(offset)
        self.measure(index)
        lines = self.lines(index)
        places = [n for n, line in enumerate(lines) if line.covers and line.start <= offset]
        first = next((n for n, line in enumerate(lines) if line.covers or line.runs), len(lines) - 1)
        return self.top(index) + (places[-1] if places else first)

    # --- wide tables --------------------------------------------------------------------------------------------

    def is_wide(self, index: int) -> bool:
        """Whether unit ``index`` is a row of a table of which only a part is seen."""
        unit = self._unit(index)
        part = self._composer.part(unit, self.width)
        return part is not None and not part.whole

    def move_table(self, index: int, step: int) -> bool:
        """Move the table whose row unit ``index`` is by ``step`` columns; whether it moved."""
        return self._composer.move_table(self._unit(index), self.width, step)

    def header_over(self, row: int) -> Line | None:
        """The header of the table whose columns, but not whose header, stand on ``row``; None anywhere else."""
        if not 0 <= row < self.total:
            return None
        block = self._composer.header_over(self._unit(self.at(row)[0]), self.width)
        lines = () if block is None else self.lines(bisect_left(self._blocks, block))
        return next((line for line in lines if line.covers), None)

    def move_tables_as(self, other: "Flow") -> None:
        """Move each table to the column that it was moved to in ``other``, of the same text or nearly so."""
        self._composer.move_tables_as(other._composer)

    def uncover(self, offset: int) -> bool:
        """Move a table so that the cell at ``offset`` is seen; whether it had to be moved. All lines stay as high."""
        return bool(self.units) and self._composer.uncover(self._unit(self.unit_of(offset)), self.width, offset)

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
        height = self._composer.height(self._unit(index), self.width)
        changed = height != self._heights[index]
        if changed:
            self._heights[index] = height
        return changed

    def measure_around(self, index: int, above: int, below: int) -> bool:
        """Measure unit ``index``, at least ``above`` rows before it and ``below`` from it on; whether any changed."""
        changed = False
        unit = index
        while unit < self.units and below > 0:
            changed |= self.measure(unit)
            below -= self._heights[unit]
            unit += 1
        unit = index - 1
        while unit >= 0 and above > 0:
            changed |= self.measure(unit)
            above -= self._heights[unit]
            unit -= 1
        return changed


def _units(document: Document) -> "tuple[array[int], array[int], array[int]]":
    """The block, the start and the end of each unit.

    Three arrays of numbers, not one list of objects: a million objects would hold up every garbage collection, and be
    as large as the text.
    """
    blocks, starts, ends = array("I"), array("I"), array("I")
    for index, block in enumerate(document.blocks):
        start = block.start
        while block.end - start > LONGEST_UNIT and block.kind != "row":
            blocks.append(index)
            starts.append(start)
            start = _cut(document.text, start, start + LONGEST_UNIT, "\n" if block.kind == "code" else " ")
            ends.append(start)
        blocks.append(index)
        starts.append(start)
        ends.append(block.end)
    return blocks, starts, ends


def _cut(text: Text, start: int, end: int, divider: str) -> int:
    """Where to divide a long block: after the last ``divider`` before ``end``, else between grapheme clusters."""
    found = text.rfind(divider, start + 1, end)
    return found + 1 if found > 0 else cluster_at(text, end)[0]


def span_of(lines: Sequence[Line]) -> Span | None:
    """From the first code point on ``lines`` to the last, exclusive; None where there is only decoration."""
    covering = [line for line in lines if line.covers]
    return (covering[0].start, covering[-1].end) if covering else None

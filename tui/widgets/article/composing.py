"""From blocks to lines: each kind of block set in its own way, between its margins. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from claims.model import Span
from store.document import Block, Document, Mark
from tui.widgets.article.bare import bare_links
from tui.widgets.article.columns import Part
from tui.widgets.article.glyphs import CONTINUED, FixedSigns, Sign, SignSource
from tui.widgets.article.margins import Margins
from tui.widgets.article.setting import Line, Run, decoration, runs_of, set_lines, within
from tui.widgets.article.table_rows import Tables
from tui.widgets.article.unit import Unit
from tui.widgets.article.wrapping import cells, wrap

_WIDENING = frozenset({"link", "image", "break"})
"""The marks that change where lines end."""


class Composer:
    """Sets the units of ``document``, with signs among their words.

    ``spare`` are the cells right of the text that a table may have as well.
    """

    def __init__(self, document: Document, spare: int = 0) -> None:
        self._document = document
        self._margins = Margins(document)
        self._mark_starts = [mark.start for mark in document.marks]
        self._signs: SignSource = FixedSigns()
        self.spare = spare
        self._tables = Tables(document, self._marks, lambda span: self._signs.signs(span))

    def decorate(self, signs: SignSource, spans: Iterable[Span] | None = None) -> None:
        """Set ``signs`` among the words, instead of those that were there; others only in ``spans``, or anywhere."""
        self._signs = signs
        self._tables.signed(spans)

    def height(self, unit: Unit, width: int) -> int:
        """How many lines `compose` makes, found at less cost for plain paragraphs."""
        block, previous = self._blocks(unit)
        plain = block.kind == "paragraph" and not block.within and not self._signs_in(unit)
        if plain and _WIDENING.isdisjoint([mark.kind for mark in self._marks(unit)]):
            lines = wrap(self._document.text[unit.start : unit.end], width)
            return self._margins.gap(block, previous) + len(lines)
        if block.kind == "row" and (told := self._tables.height(unit, self.room(unit, width))) is not None:
            return self._margins.gap(block, previous) + told
        return len(self.compose(unit, width))

    def compose(self, unit: Unit, width: int) -> tuple[Line, ...]:
        """The lines of ``unit`` in ``width`` cells, blank ones above first."""
        block, previous = self._blocks(unit)
        bars = self._margins.between(block, previous)[:width]
        blank = Line(unit.start, unit.start, (decoration(bars, unit.start, "lead"),) if bars else ())
        # Text keeps half of the width, however deep it is nested.
        first, rest = (lead[: width // 2] for lead in self._margins.leads(block, previous))
        lines = self._body(unit, block, self.room(unit, width))
        return (*[blank] * self._margins.gap(block, previous), *_led(lines, first, rest))

    def room(self, unit: Unit, width: int) -> int:
        """The cells that are left of ``width`` beside what stands before the lines of ``unit``."""
        first, _ = self._margins.leads(*self._blocks(unit))
        return max(1, width - cells(first[: width // 2])) + (self.spare if self._is_row(unit) else 0)

    def _blocks(self, unit: Unit) -> tuple[Block, Block | None]:
        """The unit's block and what stands above the unit: the block before, or of a part the same block."""
        blocks = self._document.blocks
        block = blocks[unit.block]
        if unit.start > block.start:
            return block, block
        return block, blocks[unit.block - 1] if unit.block else None

    def _body(self, unit: Unit, block: Block, width: int) -> Iterable[Line]:
        if block.kind == "row":
            return self._tables.set(unit, width)
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
        """Code on a ground of its own with a margin all round; lines break at any character, and a sign says where."""
        pad = " " if width > 2 else ""
        if unit.start == block.start:
            named = (decoration(f" {block.info}"[:width], unit.start, "sign"),) if block.info else ()
            yield Line(unit.start, unit.start, named, "code-block")
        lines = set_lines(self._runs(unit, ("code-block",)), unit.span, width - len(pad), words=False)
        for line in lines:
            goes_on = line.start > unit.start and self._document.text[line.start - 1] != "\n"
            lead = CONTINUED if pad and goes_on else pad
            yield from (led._replace(fill="code-block") for led in _led([line], lead, lead))
        if unit.end == block.end:
            yield Line(unit.end, unit.end, (), "code-block")

    def _runs(self, unit: Unit, styles: tuple[str, ...]) -> list[Run]:
        return runs_of(self._document.text, unit.span, styles, self._marks(unit), self._signs_in(unit))

    def _marks(self, unit: Unit) -> Sequence[Mark]:
        block = self._document.blocks[unit.block]
        around = self._document.marks[within(self._mark_starts, (block.start, unit.end))]
        marks = [mark for mark in around if mark.end > unit.start or mark.start == mark.end == unit.start]
        if block.kind == "code" or self._document.text.find("://", *unit.span) < 0:
            return marks
        bare = bare_links(self._document.text, *unit.span, marks)
        return sorted([*marks, *bare], key=lambda mark: (mark.start, -mark.end))

    def _signs_in(self, unit: Unit) -> Sequence[Sign]:
        return self._signs.signs(unit.span)

    # --- tables -------------------------------------------------------------------------------------------------

    def table_of(self, block: int) -> range:
        """The blocks of the table that a row belongs to; of any other block that block alone."""
        found = self._document.blocks[block]
        return self._tables.members(found.table) if found.kind == "row" else range(block, block + 1)

    def moved_to(self, block: int) -> int:
        """The column that the table of a row was moved to; 0 of any other block."""
        return self._tables.first(self._document.blocks[block].table) if self._tables.moved else 0

    def header_over(self, unit: Unit, width: int) -> int | None:
        """The block that is the header over the columns that ``unit`` is a row of, or None."""
        return self._tables.header_over(unit, self.room(unit, width)) if self._is_row(unit) else None

    def move_tables_as(self, other: "Composer") -> None:
        """Move each table to the column that it was moved to in ``other``."""
        self._tables.move_as(other._tables)

    def part(self, unit: Unit, width: int) -> Part | None:
        """What is seen of the table that ``unit`` is a row of; None where it is none, or where rows are stacked."""
        return self._tables.part(unit, self.room(unit, width)) if self._is_row(unit) else None

    def move_table(self, unit: Unit, width: int, step: int) -> bool:
        """Move the table that ``unit`` is a row of by ``step`` columns; whether it moved."""
        return self._is_row(unit) and self._tables.move(unit, self.room(unit, width), step)

    def uncover(self, unit: Unit, width: int, offset: int) -> bool:
        """Move the table that ``unit`` is a row of so that ``offset`` is seen; whether it had to be moved."""
        return self._is_row(unit) and self._tables.uncover(unit, self.room(unit, width), offset)

    def _is_row(self, unit: Unit) -> bool:
        return self._document.blocks[unit.block].kind == "row"


def _led(lines: Iterable[Line], first: str, rest: str) -> Iterator[Line]:
    """``lines`` with what stands before the first of them and before the others."""
    for n, line in enumerate(lines):
        head = rest if n else first
        yield line._replace(runs=(decoration(head, line.start, "lead"), *line.runs)) if head else line

"""Setting table rows: in aligned columns where they fit the width, else stacked, a line a cell. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Span
from store.document import CELL_DIVIDER
from tui.widgets.article.setting import Line, Run, decoration, set_lines
from tui.widgets.article.wrapping import cells

_DIVIDER = CELL_DIVIDER.replace("|", "│")
_CROSSING = "─┼─"


@dataclass(frozen=True, slots=True)
class Row:
    """A row to be set: ``cells`` are the spans of its cells and ``runs`` what is painted in each."""

    span: Span
    cells: tuple[Span, ...]
    runs: tuple[tuple[Run, ...], ...]
    header: bool

    @property
    def widths(self) -> list[int]:
        """The cells on the screen that each cell of the row takes."""
        return [sum(cells(run.text) for run in runs) for runs in self.runs]


@dataclass(frozen=True, slots=True)
class Columns:
    """What the rows of one table share: the widths of its columns, their alignment, their headings."""

    widths: tuple[int, ...]
    align: str
    headings: tuple[str, ...]


def columns(rows: Sequence[Row], align: str, text: str) -> Columns:
    """Measure a table by its ``rows``, header first (all of them, or the first few of a long table)."""
    widths: list[int] = []
    for row in rows:
        measured = row.widths
        widths += [0] * (len(measured) - len(widths))
        widths = [max(pair) for pair in zip(widths, measured + [0] * len(widths), strict=False)]
    header = next((row.cells for row in rows if row.header), ())
    return Columns(tuple(widths), align, tuple(text[start:end] for start, end in header))


def set_row(row: Row, table: Columns, width: int) -> list[Line]:
    """The lines of ``row`` in at most ``width`` cells; the header's are followed by a thin rule."""
    room = [max(pair) for pair in zip(row.widths, table.widths, strict=False)]
    if sum(table.widths) + len(_DIVIDER) * (len(table.widths) - 1) > width or (
        sum(room) + len(_DIVIDER) * (len(room) - 1) > width
    ):
        return _stacked(row, table, width)
    line = Line(*row.span, tuple(_aligned(row, room, table.align)))
    if not row.header:
        return [line]
    rule = _CROSSING.join("─" * cells_wide for cells_wide in table.widths)
    return [line, Line(row.span[1], row.span[1], (decoration(rule, row.span[1], "rule"),))]


def _aligned(row: Row, room: Sequence[int], align: str) -> list[Run]:
    painted: list[Run] = []
    for k, (span, runs, used) in enumerate(zip(row.cells, row.runs, row.widths, strict=True)):
        spare = room[k] - used
        left = {"r": spare, "c": spare // 2}.get(align[k : k + 1], 0)
        painted += [decoration(" " * left, span[0])] if left else []
        painted += [run._replace(width=cells(run.text)) for run in runs]
        if k + 1 < len(row.cells):
            painted += [decoration(" " * (spare - left), span[1])] if spare > left else []
            painted.append(Run(_DIVIDER, span[1], ("rule",), width=len(_DIVIDER)))
    return painted


def _stacked(row: Row, table: Columns, width: int) -> list[Line]:
    if row.header:
        together = [run for runs in _divided(row) for run in runs]
        return set_lines(together, row.span, width)
    lines: list[Line] = []
    ends = [start for start, _ in row.cells[1:]] + [row.span[1]]
    for k, ((start, _), runs, end) in enumerate(zip(row.cells, row.runs, ends, strict=True)):
        heading = table.headings[k] if k < len(table.headings) else ""
        named = [decoration(f"{heading}: ", start, "table-heading"), *runs] if heading else list(runs)
        lines += set_lines(named, (start, end), width)
    return lines


def _divided(row: Row) -> list[tuple[Run, ...]]:
    parts: list[tuple[Run, ...]] = []
    for (_, end), runs in zip(row.cells, row.runs, strict=True):
        parts += [runs, (Run(_DIVIDER, end, ("rule",)),)]
    return parts[:-1]

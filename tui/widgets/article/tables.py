"""Setting table rows: in aligned columns, all of them or those that are seen at once, else stacked. Pure."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from claims.model import Span
from store.document import CELL_DIVIDER
from tui.widgets.article.columns import EDGE, Columns, Part
from tui.widgets.article.setting import Line, Run, decoration, set_lines
from tui.widgets.article.wrapping import cells

_DIVIDER = CELL_DIVIDER.replace("|", "│")
_CROSSING = "─┼─"
_COLUMNS, _BESIDE = "Columns: ", "\u00a0· "
MORE_LEFT, MORE_RIGHT = "‹", "›"


class Row(NamedTuple):
    """A row to be set: the spans of its cells, the ``widths`` that they take on the screen, what is painted in each.

    ``runs`` makes that for one cell, so that a row of many costs no more than those that are seen. ``longest`` are the
    cells that the words of its widest cell take.
    """

    span: Span
    cells: Sequence[Span]
    widths: Sequence[int]
    runs: Callable[[int], Sequence[Run]]
    longest: int
    header: bool

    def part(self, table: Columns, width: int, first: int) -> Part | None:
        """What of the row is seen in ``width`` cells from column ``first`` on; None where it is stacked."""
        part = table.part(width, first)
        if part is None or len(self.widths) != len(part.widths):
            return None
        if part.widths is table.usual and self.longest > table.longest:
            return None
        room = [max(pair) for pair in zip(self.widths, part.widths, strict=True)]
        # A row that was not measured may be wider than the others: it shows less of itself at once.
        while part.breadth(room) > width:
            if part.whole or len(part.columns) == 1:
                return None
            part = part._replace(columns=part.columns[:-1])
        return part._replace(widths=room)


def set_row(row: Row, table: Columns, width: int, first: int) -> list[Line]:
    """The lines of ``row`` in at most ``width`` cells, moved to column ``first``; under a header a thin rule."""
    part = row.part(table, width, first)
    if part is not None:
        return _aligned(row, part, table)
    return _listed(row, width) if row.header else _stacked(row, table, width)


def _aligned(row: Row, part: Part, table: Columns) -> list[Line]:
    line = Line(*row.span, tuple(_cells(row, part, table.align)))
    if not row.header:
        return [line]
    rule = _CROSSING.join("─" * part.widths[k] for k in part.seen)
    if part.more_left and not part.frozen:
        rule = "─" * EDGE + rule
    return [line, Line(row.span[1], row.span[1], (decoration(rule, row.span[1], "rule"),))]


def _cells(row: Row, part: Part, align: str) -> list[Run]:
    painted: list[Run] = []
    seen = part.seen
    for k in seen:
        start, end = row.cells[k]
        if k == seen[0] and part.more_left and not part.frozen:
            painted.append(decoration(f"{MORE_LEFT} ", start, "edge"))
        runs = [_on_one_line(run) for run in row.runs(k)]
        spare = part.widths[k] - sum(run.width for run in runs)
        left = {"r": spare, "c": spare // 2}.get(align[k : k + 1], 0)
        painted += [decoration(" " * left, start)] if left > 0 else []
        painted += runs
        if k != seen[-1] or part.more_right:
            painted += [decoration(" " * (spare - left), end)] if spare > left else []
        if k != seen[-1]:
            beyond = part.more_left and part.frozen and k == 0
            divider, style = (_DIVIDER.replace("│", MORE_LEFT), "edge") if beyond else (_DIVIDER, "rule")
            painted.append(Run(divider, end, (style,), width=len(divider)))
        elif part.more_right:
            painted.append(decoration(f" {MORE_RIGHT}", end, "edge"))
    return painted


def _on_one_line(run: Run) -> Run:
    text = run.text.replace("\n", " ")
    return run._replace(text=text, width=cells(text))


def _listed(row: Row, width: int) -> list[Line]:
    """The headings over stacked rows, each of which says them again: in a quiet sentence, and in no grid."""
    told = [decoration(_COLUMNS, row.span[0], "table-heading")]
    for k, (start, _) in enumerate(row.cells):
        told += [decoration(_BESIDE, start, "table-heading")] if k else []
        told += [run._replace(styles=(*run.styles, "table-heading")) for run in row.runs(k)]
    return set_lines(told, row.span, width)


def _stacked(row: Row, table: Columns, width: int) -> list[Line]:
    """A line or more for each cell, under a blank one; the heading stands before what is in the cell."""
    lines = [Line(row.span[0], row.span[0], ())]
    for k, span in enumerate(_parted(row)):
        heading = table.headings[k] if k < len(table.headings) else ""
        named = [decoration(f"{heading}: ", span[0], "table-heading")] if heading else []
        lines += set_lines([*named, *row.runs(k)], span, width)
    return lines


def _parted(row: Row) -> list[Span]:
    """The cells with the dividers behind them."""
    starts = [start for start, _ in row.cells]
    return list(zip(starts, [*starts[1:], row.span[1]], strict=True))

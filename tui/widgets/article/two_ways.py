"""Lines with words from right to left: their runs as they are seen, and on the side where they begin. Pure.

Lines are broken in the order in which they are read, and put in order after that.
"""

from collections.abc import Iterator, Sequence

from store.document import CELL_DIVIDER, Block, Document
from tui.bidi.levels import direction, has_rtl, levels
from tui.bidi.order import level_pieces, visual, visual_order
from tui.widgets.article.setting import Line, Run, decoration
from tui.widgets.article.unit import Unit
from tui.widgets.article.wrapping import cells

_OF_THE_LINE = frozenset({"lead", "rule", "heading-rule", "table-heading", "sign", "edge"})
"""The styles of decorations that belong to no word."""
_FIRST = 4096
"""Within how many code points the first letter of a paragraph stands; some are as long as a book."""


def set_both_ways(lines: Sequence[Line], unit: Unit, document: Document, width: int) -> tuple[Line, ...]:
    """Return the ``lines`` of ``unit`` as they are seen in ``width`` cells; the same where nothing is to be turned.

    A paragraph goes by its first letter: from right to left it begins on the right, with its bullet and its bars.
    Code goes from left to right, and so do the columns of a table, each of whose cells is a paragraph of its own.
    """
    text = document.text[unit.start : unit.end]
    if not has_rtl(text):
        return tuple(lines)
    block = document.blocks[unit.block]
    prose = block.kind not in ("row", "code")
    base = direction(document.text[block.start : min(block.end, block.start + _FIRST)]) if prose else 0
    found = _levels(text, block, base)
    placed = [_in_order(line, unit.start, found, base) for line in lines]
    return tuple(_on_the_right(line, width) for line in placed) if base else tuple(placed)


def _levels(text: str, block: Block, base: int) -> list[int]:
    row = block.kind == "row"
    divider = CELL_DIVIDER if row else "\n"
    found: list[int] = []
    for part in text.split(divider):
        found += levels(part, direction(part) if row else base) + [base] * len(divider)
    return found


def _in_order(line: Line, start: int, levels: Sequence[int], base: int) -> Line:
    """``line`` with its runs from left to right; those before its words stay where they are."""
    head = next((n for n, run in enumerate(line.runs) if "lead" not in run.styles), len(line.runs))
    pieces = list(_pieces(line.runs[head:], start, levels, base))
    ordered = [pieces[i][0] for i in visual_order([level for _, level in pieces])]
    return line._replace(runs=(*line.runs[:head], *ordered))


def _pieces(runs: Sequence[Run], start: int, levels: Sequence[int], base: int) -> Iterator[tuple[Run, int]]:
    """The runs cut where the level changes, with the level of each; signs have that of the word they belong to."""
    sources = [n for n, run in enumerate(runs) if run.source]
    for n, run in enumerate(runs):
        if run.source:
            for a, b, level in level_pieces(run.text, _line_levels(runs[n:], start, levels, base)):
                text = run.text[a:b]
                yield run._replace(text=text, at=run.at + a, width=cells(text), backwards=bool(level % 2)), level
        else:
            level = base
            if run.text.strip() and _OF_THE_LINE.isdisjoint(run.styles):
                before = [runs[k] for k in sources if k < n][-1:]
                behind = [runs[k] for k in sources if k > n][:1]
                if run.after and before:
                    level = levels[before[0].end - 1 - start]
                elif behind:
                    level = levels[behind[0].at - start]
            yield run._replace(backwards=bool(level % 2)), level


def _line_levels(runs: Sequence[Run], start: int, levels: Sequence[int], base: int) -> list[int]:
    """The levels of the first of ``runs``; the white space that ends the line has that of the paragraph (L1)."""
    first = runs[0]
    found = list(levels[first.at - start : first.end - start])
    if not any(run.source and run.text.strip() for run in runs[1:]):
        painted = len(first.text.rstrip())
        found[painted:] = [base] * (len(found) - painted)
    return found


def _on_the_right(line: Line, width: int) -> Line:
    """``line`` from the right edge on: what stands before its words stands right of them."""
    if not line.runs:
        return line
    lead = [run for run in line.runs if "lead" in run.styles]
    words = [run for run in line.runs if "lead" not in run.styles]
    free = width - sum(run.width for run in line.runs)
    line = line._replace(
        runs=(*words, *(run._replace(text=visual(run.text, 1)) for run in reversed(lead))), leftward=True
    )
    if free > 0:
        line = line._replace(runs=(decoration(" " * free, line.last, "lead"), *line.runs))
    return line

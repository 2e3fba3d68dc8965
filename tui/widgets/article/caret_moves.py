"""Where a caret goes: the motions in the text, and those among the lines that a flow makes of it."""

from collections.abc import Callable, Mapping

from claims.text import Text
from tui.widgets.article import motions
from tui.widgets.article.flow import Flow

_IN_TEXT: Mapping[str, Callable[[Text, int], int]] = {
    "left": motions.left,
    "right": motions.right,
    "word_left": motions.word_left,
    "word_right": motions.word_right,
    "word_end": motions.word_end,
    "edge_begin_right": motions.edge_begin_right,
    "edge_begin_left": motions.edge_begin_left,
    "edge_end_right": motions.edge_end_right,
    "edge_end_left": motions.edge_end_left,
    "sentence_left": motions.sentence_left,
    "sentence_end": motions.sentence_end,
    "sentence_end_left": motions.sentence_end_left,
    "sentence_right": motions.sentence_right,
    "paragraph_left": motions.paragraph_left,
    "paragraph_right": motions.paragraph_right,
    "first": motions.first,
    "last": motions.last,
}
AT_THE_END: Mapping[str, str] = {
    "word_right": "edge_end_right",
    "word_left": "edge_end_left",
    "sentence_right": "sentence_end",
    "sentence_left": "sentence_end_left",
}
"""What these moves are where the caret is on the last character of a selection: then that ends where words do."""
AT_THE_BEGINNING: Mapping[str, str] = {"word_right": "edge_begin_right", "word_left": "edge_begin_left"}
"""What these moves are where the caret is on the first character of one: signs around words are left to letters."""
COLUMN_MOVES = frozenset({"up", "down", "page_up", "page_down"})
"""The moves that keep to a column, however short the lines between."""


def move(motion: str, flow: Flow, at: int, cell: int, page: int) -> int:
    """The offset that ``motion`` takes the caret to from ``at``.

    ``cell`` is the column, a cell of the text, that the moves among lines keep to; ``page`` their longest step in rows.
    """
    if motion in _IN_TEXT:
        return _IN_TEXT[motion](flow.document.text, at)
    if motion in COLUMN_MOVES:
        rows = {"up": -1, "down": 1, "page_up": -page, "page_down": page}[motion]
        return _vertical(flow, at, rows, cell)
    line = flow.line(flow.where(at))
    if line is None:
        return at
    return line.start if motion == "line_start" else line.last


def column(flow: Flow, at: int) -> int:
    """The cell of the text at which ``at`` is painted."""
    line = flow.line(flow.where(at))
    return line.cell_of(at) if line else 0


def _vertical(flow: Flow, at: int, rows: int, cell: int) -> int:
    """The offset ``rows`` further down or up, on the nearest line there that has text on it."""
    flow.measure_around(flow.unit_of(at), max(0, -rows) + 8, max(0, rows) + 8)
    step, row = (1 if rows > 0 else -1), flow.where(at) + rows
    while (line := flow.line(row)) is not None:
        if line.covers:
            return line.offset_at(cell)[0]
        row += step
    return at

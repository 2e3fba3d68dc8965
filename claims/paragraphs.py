"""Text into paragraphs, whichever way they are set apart.

A text with no blank line has a paragraph a line (the `Document` of an article; a wire feed). In a text with blank
lines they divide the paragraphs, and the lines between two of them are joined where they look hard-wrapped. The
cells of a table row are paragraphs of their own, so that no sentence runs across a cell.
"""

import re
from dataclasses import dataclass

CELL_DIVIDER = " | "
LONGEST = 5_000  # code points; a longer paragraph is cut after a sentence or at a space, to bound the work
_WRAP_COLUMN = 110  # no hard-wrapped line is longer
_HEADING_WORDS = 16
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS_SENTENCE = re.compile(r"[.?!…:;][\"'”’»)\]]*$")
_DIVIDER = re.compile(r"\n| \| ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Code points ``start`` to ``end`` of the text, without surrounding space.

    ``heading`` if it reads as one, ``cell`` if it is a cell of a table, which has several rows.
    """

    start: int
    end: int
    heading: bool = False
    cell: bool = False


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of ``text`` in order; none is empty, none overlaps another."""
    found: list[Paragraph] = []
    for start, end, cell in _blocks(text):
        start, end = _trim(text, start, end)
        while end - start > LONGEST:
            half, last = start + LONGEST // 2, start + LONGEST
            cut = max(text.rfind(". ", half, last) + 1, text.rfind(".” ", half, last) + 2)
            cut = cut if cut > half else text.rfind(" ", half, last)
            cut = cut if cut > half else last
            found.append(Paragraph(start, _trim(text, start, cut)[1], cell=cell))
            start = _trim(text, cut, end)[0]
        if start < end:
            found.append(Paragraph(start, end, _is_heading(text[start:end]), cell))
    return found


def _blocks(text: str) -> list[tuple[int, int, bool]]:
    """Start and end of each paragraph, still with the space around it, and whether it is a cell."""
    breaks = [match.span() for match in _BLANK.finditer(text)]
    if not breaks:
        return _pieces(text, 0, len(text))
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    blocks: list[tuple[int, int, bool]] = []
    for start, end in zip(starts, ends, strict=True):
        if _hard_wrapped(text[start:end]):
            blocks.append((start, end, False))
        else:
            blocks += _pieces(text, start, end)
    return blocks


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The lines of a block; those that are divided, and as often as the one before or after, are rows of a table."""
    lines: list[list[tuple[int, int]]] = [[]]
    for match in _DIVIDER.finditer(text, start, end):
        lines[-1].append((start, match.start()))
        start = match.end()
        if match.group() == "\n":
            lines.append([])
    lines[-1].append((start, end))
    widths = [1, *map(len, lines), 1]
    return [
        (*piece, width > 1 and width in (before, after))
        for before, width, after, line in zip(widths, widths[1:], widths[2:], lines, strict=False)
        for piece in line
    ]


def _hard_wrapped(block: str) -> bool:
    """Whether the line breaks inside ``block`` are only there to fit a column."""
    lines = block.strip("\n").split("\n")
    broken = lines[:-1]
    if not broken or CELL_DIVIDER in block or max(map(len, lines)) > _WRAP_COLUMN:
        return False
    return any(len(line) > 40 and not _ENDS_SENTENCE.search(line.rstrip()) for line in broken)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_heading(text: str) -> bool:
    return len(text) < 150 and not _ENDS_SENTENCE.search(text) and len(text.split()) <= _HEADING_WORDS

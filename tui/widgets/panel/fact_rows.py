"""Facts set in lines, as many as go in. Lines are styled pieces, whose looks the panel has a style for each."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Literal

from rich.cells import cell_len

from tui.widgets.panel.facts import Fact
from tui.widgets.panel.fitting import fit

SHORTEST = 10
"""Cells: in less than that a sentence tells nothing any more."""

Look = Literal["plain", "speaker", "absent", "muted", "caveat", "reader", "struck", "open", "accepted", "rejected"]
Piece = tuple[str, Look]
Line = list[Piece]


def row(known: Sequence[Fact], width: int, *, rejected: bool) -> Line:
    """As many facts as fit into one line, the last maybe cut short; of those left out the glyphs, or their number.

    A glyph that stands there with its words is not said again without them, and none is cut.
    """
    count, space, rest = next(_ways(known, width))
    *before, last = known[:count]
    line: Line = []
    for text, fact in (*((fact.text, fact) for fact in before), (fit(last.text, space), last)):
        line += [(text, _look(fact, rejected=rejected)), ("  ", "plain")]
    return [*line, (rest, "muted")] if rest else line[:-1]


def _ways(known: Sequence[Fact], width: int) -> Iterator[tuple[int, int, str]]:
    """Yield how many facts may stand there, the cells of the last of them, and what is said of the others.

    Rather fewer facts and the glyphs of the others than more and their number; rather that than nothing.
    """
    for others in (_glyphs, _number):
        for count in range(len(known), 0, -1):
            *before, last = known[:count]
            rest = others(known[count:], {fact.sign for fact in known[:count]})
            space = width - sum(cell_len(fact.text) + 2 for fact in before) - (cell_len(rest) + 2 if rest else 0)
            if cell_len(last.text) <= space or (last.long and space >= SHORTEST):
                yield count, space, rest
    number = _number(known[1:], set())
    if number and (space := width - cell_len(number) - 2) >= SHORTEST:
        yield 1, space, number
    yield 1, width, ""


def _glyphs(left: Sequence[Fact], said: Set[str]) -> str:
    glyphs = [fact.sign for fact in left if fact.sign and fact.sign not in said]
    more = [f"+{len(left) - len(glyphs)}"] if len(glyphs) < len(left) else []
    return " ".join([*dict.fromkeys(glyphs), *more])


def _number(left: Sequence[Fact], _said: Set[str]) -> str:
    return f"+{len(left)}" if left else ""


def rows(known: Iterable[Fact], width: int, *, rejected: bool) -> list[Line]:
    """All facts, as many to a line as go in."""
    lines: list[Line] = []
    room = 0
    for fact in known:
        text = fit(fact.text, width)
        if lines and cell_len(text) + 2 <= room:
            lines[-1].append(("  ", "plain"))
            room -= 2
        else:
            lines.append([])
            room = width
        lines[-1].append((text, _look(fact, rejected=rejected)))
        room -= cell_len(text)
    return lines


def _look(fact: Fact, *, rejected: bool) -> Look:
    return "muted" if rejected or fact.voice == "text" else fact.voice

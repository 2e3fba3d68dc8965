"""Facts set in lines, as many as go in. Lines are styled pieces, whose looks the panel has a style for each."""

from collections.abc import Iterable, Sequence, Set
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
    """As many facts as fit into one line, the last maybe cut short; of those left out the glyphs or their number.

    A glyph that stands there with its words is not said again without them.
    """
    for count in range(len(known), 0, -1):
        *before, last = known[:count]
        rest = _rest(known[count:], {fact.sign for fact in known[:count]})
        space = width - sum(cell_len(fact.text) + 2 for fact in before) - (cell_len(rest) + 2 if rest else 0)
        if cell_len(last.text) <= space or (last.long and space >= SHORTEST):
            break
    else:
        space = width
    last_text = fit(last.text, space)
    line: Line = []
    for text, fact in (*((fact.text, fact) for fact in before), (last_text, last)):
        line += [(text, _look(fact, rejected=rejected)), ("  ", "plain")]
    room = width - sum(cell_len(text) for text, _ in line)
    return [*line, (fit(rest, room), "muted")] if rest and room > 0 else line[:-1]


def _rest(left: Sequence[Fact], said: Set[str]) -> str:
    glyphs = [fact.sign for fact in left if fact.sign and fact.sign not in said]
    more = [f"+{len(left) - len(glyphs)}"] if len(glyphs) < len(left) else []
    return " ".join([*dict.fromkeys(glyphs), *more])


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

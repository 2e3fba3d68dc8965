"""Facts set in lines, as many as go in. Lines are styled pieces, whose looks the panel has a style for each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from rich.cells import cell_len

from tui.widgets.panel.facts import DENIED, Fact
from tui.widgets.panel.fitting import fit

SHORTEST = 10
"""Cells: in less than that a sentence tells nothing any more."""

Look = Literal["plain", "speaker", "absent", "muted", "caveat", "reader", "struck", "open", "accepted", "rejected"]
Piece = tuple[str, Look]
Line = list[Piece]


def row(known: Sequence[Fact], width: int, *, rejected: bool) -> Line:
    """As many facts as fit into one line, some maybe cut short; of those left out the glyphs, or their number.

    The weightiest get their words first. A glyph that stands there with its words is not said again without them, and
    none is cut.
    """
    said: dict[int, str] = {}
    for index in sorted(range(len(known)), key=lambda one: known[one].weight):
        words = _words(known, index, said, width)
        if words:
            said[index] = words
    line: Line = []
    for index in sorted(said):
        line += [(said[index], _look(known[index], rejected=rejected)), ("  ", "plain")]
    room = width - _cells(said)
    rest = next((rest for rest in _rests(known, said) if not rest or cell_len(rest) + 2 * bool(said) <= room), "")
    return [*line, (rest, "muted")] if rest else line[:-1]


def _words(known: Sequence[Fact], index: int, said: Mapping[int, str], width: int) -> str:
    """What the fact at ``index`` says beside what is ``said`` already; '' where it has to be left out.

    A caveat rather has its words whole than the others their glyphs; all else leaves these their room.
    """
    fact = known[index]
    here = {**said, index: ""}
    rests = list(_rests(known, here))
    if said and fact.weight:
        rests = rests[:1]
    rooms = [width - _cells(here) - (cell_len(rest) + 2 if rest else 0) for rest in rests]
    for words in filter(None, (fact.text, fact.short)):
        if any(cell_len(words) <= room for room in (rooms if fact.weight == 0 else rooms[:1])):
            return words
    cut = fact.short or fact.text
    if fact.long and (room := next((room for room in rooms if room >= SHORTEST), 0)):
        return fit(cut, room)
    if said:
        return ""
    if any(cell_len(fact.text) <= room for room in rooms):
        return fact.text
    return fit(cut, next((room for room in rooms if room >= SHORTEST), rooms[-1]))


def _cells(said: Mapping[int, str]) -> int:
    return sum(map(cell_len, said.values())) + 2 * max(0, len(said) - 1)


def _rests(known: Sequence[Fact], said: Mapping[int, str]) -> Iterator[str]:
    """What may stand for the facts that are not ``said``, the best first: their glyphs, their number, nothing.

    That something is denied is never left out.
    """
    left = [fact for index, fact in enumerate(known) if index not in said and not fact.quiet]
    there = {known[index].sign for index in said}
    glyphs = [fact.sign for fact in left if fact.sign and fact.sign not in there]
    more = [f"+{len(left) - len(glyphs)}"] if len(glyphs) < len(left) else []
    denied = [DENIED] * (DENIED in glyphs)
    yield " ".join([*dict.fromkeys(glyphs), *more])
    yield " ".join([*denied, *([f"+{len(left) - len(denied)}"] if len(left) > len(denied) else [])])
    yield " ".join(denied)


def signs(known: Sequence[Fact], room: int, wanted: int) -> str:
    """What a short card shows of ``known`` in ``room`` cells, of which the words beside it want some.

    Caveats, and the kind of quotation, are told in words where that cuts none of those.
    """
    for telling in ("caveat", "quiet"), ("caveat",), ("quiet",):
        said = [fact for fact in known if ("quiet" if fact.quiet else fact.voice) in telling]
        others = [fact.sign for fact in known if fact not in said and fact.sign not in ("", DENIED)]
        in_words = "  ".join(filter(None, (*(fact.text for fact in said), " ".join(dict.fromkeys(others)))))
        if said and wanted + 2 + cell_len(in_words) <= room:
            return in_words
    glyphs = " ".join(dict.fromkeys(fact.sign for fact in known if fact.sign not in ("", DENIED)))
    ways = (glyphs, f"+{sum(not fact.quiet for fact in known)}" if glyphs else "", "")
    return next(one for one in ways if not one or room - cell_len(one) - 1 >= SHORTEST)


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

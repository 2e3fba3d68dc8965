"""Letters in the places of the signs of links, or behind them, so that no word moves and none is hidden. Pure."""

import re
from collections.abc import Mapping

from tui.widgets.article.glyphs import LINK
from tui.widgets.article.links import Kind
from tui.widgets.article.setting import Line, Run, decoration
from tui.widgets.article.wrapping import cells

Letters = Mapping[tuple[Kind, int], str]
"""The letters by the links' `Link.anchor`; '' where there are more links than letters."""

_NEAR = r"(?:[^\w\[ ]|[⁰¹²³⁴-⁹]){0,4}(?= |\Z)"
"""What may stand between a bracket and the blank that its letter is put into: signs, but no words and no bracket."""
_Place = tuple[int, int]
"""A run by its index, and a place in its text."""


def lettered(line: Line, letters: Letters, chosen: tuple[Kind, int] | None = None, *, width: int = 0) -> Line:
    """``line`` with the ``letters`` of the links on it; the ``chosen`` one's stands out.

    A letter stands in the place of the sign of a link, and else in the blank behind a bracket, such as that at the end
    of a line of fewer cells than ``width``. Where there is none, it stands in the place of the bracket.
    """
    runs = list(line.runs)
    # From the last, so that what is put in leaves the places before it as they are.
    for index in reversed(range(len(runs))):
        anchor = _anchor(runs[index])
        letter = letters.get(anchor) if anchor is not None else None
        if letter is None:
            continue
        style = "letter-chosen" if anchor == chosen else "letter"
        sign = index, len(runs[index].text.rstrip()) - 1
        here = runs[index].text[sign[1]]
        blank = _blank_behind(line, runs, sign, width) if letter and here != LINK else None
        _put(letter or here, style, runs, blank or sign)
    return line if tuple(runs) == line.runs else line._replace(runs=tuple(runs))


def letter_on(run: Run, letters: Letters) -> tuple[Kind, int] | None:
    """The anchor of the link whose letter ``run`` is, if it is one."""
    is_letter = not run.source and run.styles[-1:] in (("letter",), ("letter-chosen",))
    return next((anchor for anchor, letter in letters.items() if is_letter and letter == run.text), None)


def _blank_behind(line: Line, runs: list[Run], sign: _Place, width: int) -> _Place | None:
    """The blank that is next behind ``sign``, if one is near, of a line that goes from left to right."""
    if line.leftward or any(run.backwards for run in line.runs):
        return None
    at, first = sign[0], sign[1] + 1
    behind = runs[at].text[first:] + "".join(run.text for run in runs[at + 1 :])
    near = re.match(_NEAR, behind)
    if near is None:
        return None
    if near.end() == len(behind):
        # At the end of the line there is one, if there is room.
        return (len(runs), 0) if sum(run.width for run in runs) < width else None
    place = first + near.end()
    while place >= len(runs[at].text):
        place -= len(runs[at].text)
        at += 1
    return at, place


def _put(letter: str, style: str, runs: list[Run], place: _Place) -> None:
    """Put ``letter`` in the one cell at ``place``, which may be behind the last run."""
    index, cut = place
    if index == len(runs):
        runs.append(decoration(letter, runs[-1].end, style))
        return
    run = runs[index]
    before, after = run.text[:cut], run.text[cut + 1 :]
    at = run.at + cut if run.source else run.at
    runs[index : index + 1] = [
        *([run._replace(text=before, width=cells(before))] if before else ()),
        decoration(letter, at, style),
        *([run._replace(text=after, at=at + run.source, width=cells(after))] if after else ()),
    ]


def _anchor(run: Run) -> tuple[Kind, int] | None:
    """The anchor of a link whose sign ``run`` may be, or end with."""
    text = run.text.rstrip()
    if run.source:
        return ("reference", run.end) if "reference" in run.styles and text.endswith("]") else None
    if text == LINK and "link" in run.styles:
        return "link", run.at
    if text.endswith("]"):
        return ("note" if "lead" in run.styles else "image"), run.at
    return None

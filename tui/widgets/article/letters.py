"""Letters in the places of the signs of links: as wide as they are, so that no word moves. Pure."""

from collections.abc import Iterator, Mapping

from tui.widgets.article.glyphs import LINK
from tui.widgets.article.links import Kind
from tui.widgets.article.setting import Line, Run, decoration

Letters = Mapping[tuple[Kind, int], str]
"""The letters by the links' `Link.anchor`; '' where there are more links than letters."""


def lettered(line: Line, letters: Letters, chosen: tuple[Kind, int] | None = None) -> Line:
    """``line`` with the ``letters`` of the links on it; the ``chosen`` one's stands out."""
    runs = tuple(part for run in line.runs for part in _painted(run, letters, chosen))
    return line if runs == line.runs else line._replace(runs=runs)


def _painted(run: Run, letters: Letters, chosen: tuple[Kind, int] | None) -> Iterator[Run]:
    anchor = _anchor(run)
    letter = letters.get(anchor) if anchor is not None else None
    if letter is None:
        yield run
        return
    style = "letter-chosen" if anchor == chosen else "letter"
    # The letter stands where a closing bracket does, or in the place of all of a sign of one cell.
    text = run.text.rstrip()
    letter = letter or text[-1]
    if len(text) > 1:
        yield run._replace(text=text[:-1], width=run.width - len(run.text) + len(text) - 1)
    if run.source:
        yield Run(letter, run.at + len(text) - 1, (*run.styles, style), width=1)
    else:
        yield decoration(letter, run.at, style)
    if text != run.text:
        yield run._replace(text=run.text[len(text) :], at=run.end, width=len(run.text) - len(text))


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

"""Setting one block as lines of runs: text with its inline marks, and the signs among it. Pure.

Every code point of a block lies in exactly one line, though hanging spaces and line breaks are not painted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from claims.model import Span
from claims.text import Text
from store.document import Mark
from tui.widgets.article.glyphs import LINK, Sign
from tui.widgets.article.wrapping import cells, cluster_at, clusters, wrap


class Run(NamedTuple):
    """A stretch of a line that is painted alike.

    ``at`` is the offset of its first code point; painted and source text have the same length. A run that is not
    ``source`` is a decoration, which stands at ``at`` and belongs to item ``item`` (or -1), and ``after`` the text
    before it rather than to that behind. ``width`` is in cells. What is ``backwards`` is painted from right to left.
    """

    text: str
    at: int
    styles: tuple[str, ...] = ()
    source: bool = True
    item: int = -1
    width: int = 0
    after: bool = False
    backwards: bool = False

    @property
    def end(self) -> int:
        """The offset after the run; for a decoration where it stands."""
        return self.at + len(self.text) if self.source else self.at


class Line(NamedTuple):
    """A line on the screen. It covers the code points ``[start, end)``, none for a line of decoration alone.

    ``runs`` stand from left to right. ``fill`` names the style of the line's whole breadth. Where it is ``leftward``
    its words begin on the right, and what is free is on its left: as a decoration, the first of its runs.
    """

    start: int
    end: int
    runs: tuple[Run, ...]
    fill: str = ""
    leftward: bool = False

    @property
    def covers(self) -> bool:
        """Whether any of the article's text is on this line."""
        return self.end > self.start

    def offset_at(self, x: int) -> tuple[int, Run | None]:
        """The offset (snapped to its grapheme cluster) and the run at cell ``x``; None where nothing is painted."""
        left = 0
        for run in self.runs:
            if left <= x < left + run.width:
                if run.source:
                    found = clusters(run.text)
                    for start, _, width in reversed(found) if run.backwards else found:
                        left += width
                        if x < left:
                            return run.at + start, run
                return run.at, None if run is self.free else run
            left += run.width
        return (self.start, None) if (x < 0) != self.leftward else (self.last, None)

    def cell_of(self, offset: int) -> int:
        """The cell at which the code point at ``offset`` is painted, or the end of the line."""
        left = 0
        for run in self.runs:
            if run.source and run.at <= offset < run.end:
                at = offset - run.at
                return left + cells(run.text[cluster_at(run.text, at)[1] :] if run.backwards else run.text[:at])
            left += run.width
        return left if not self.leftward else max(0, self.free.width - 1) if self.free else 0

    @property
    def last(self) -> int:
        """The offset of the last cluster that is painted, or ``start``."""
        painted = [run for run in self.runs if run.source and run.text]
        run = max(painted, key=lambda run: run.at, default=None)
        return run.at + clusters(run.text)[-1][0] if run else self.start

    @property
    def free(self) -> Run | None:
        """What is free on the left of a leftward line, if anything is."""
        return self.runs[0] if self.leftward and self.runs and not self.runs[0].text.strip() else None


def decoration(text: str, at: int, style: str = "", item: int = -1, *, after: bool = False) -> Run:
    """A run that is no part of the article's text."""
    return Run(text, at, (style,) if style else (), source=False, item=item, width=cells(text), after=after)


def runs_of(text: Text, span: Span, styles: tuple[str, ...], marks: Sequence[Mark], signs: Sequence[Sign]) -> list[Run]:
    """The text of ``span`` cut at its ``marks``, with ``signs`` in their places. Widths are not set yet.

    ``marks`` and ``signs`` are those of the block, in text order. A hard line break becomes a line feed.
    """
    start, end = span
    placed = _placed(text, span, [*signs, *_signs_of(marks)])
    cuts = {start, end, *(at for at, _, _ in placed)}
    cuts.update(p for mark in marks for p in (mark.start, mark.end) if start < p < end)
    runs: list[Run] = []
    open_marks: list[Mark] = []
    ahead = iter(marks)
    coming = next(ahead, None)
    signs_ahead = iter(placed)
    sign = next(signs_ahead, None)
    for a, b in pairwise([*sorted(cuts), None]):
        while sign is not None and sign[0] == a:
            runs.append(decoration(sign[2].text, a, sign[2].style, sign[2].item, after=sign[2].after))
            sign = next(signs_ahead, None)
        if a is None or b is None:
            break
        while coming is not None and coming.start <= a:
            open_marks.append(coming)
            coming = next(ahead, None)
        open_marks = [mark for mark in open_marks if mark.end > a]
        kinds = [mark.kind for mark in open_marks]
        painted = "\n" * (b - a) if "break" in kinds else text[a:b]
        runs.append(Run(painted, a, (*styles, *(kind for kind in kinds if kind not in ("cell", "break")))))
    return runs


def _signs_of(marks: Iterable[Mark]) -> Iterator[Sign]:
    for mark in marks:
        if mark.kind == "link" and mark.end > mark.start:
            yield Sign(mark.end, True, LINK, "link")
        elif mark.kind == "image":
            if mark.start == mark.end:
                yield Sign(mark.start, False, "[image]", "sign")
            else:
                yield Sign(mark.start, False, "[image: ", "sign")
                yield Sign(mark.end, True, "]", "sign")


def _placed(text: Text, span: Span, signs: Iterable[Sign]) -> list[tuple[int, bool, Sign]]:
    """The signs that stand in ``span``, never inside a grapheme cluster, in the order of painting."""
    start, end = span
    placed = []
    for sign in signs:
        at = sign.at
        if sign.after and start < at <= end:
            placed.append((min(end, cluster_at(text, at - 1)[1]), False, sign))
        elif not sign.after and (start <= at < end or at == start == end):
            placed.append((max(start, cluster_at(text, at)[0]), True, sign))
    placed.sort(key=lambda entry: entry[:2])
    return placed


def set_lines(runs: Sequence[Run], span: Span, width: int, *, words: bool = True) -> list[Line]:
    """Wrap ``runs``, which cover ``span``, to ``width`` cells; see `wrapping.wrap` for ``words``."""
    shown = "".join(run.text for run in runs)
    begins = list(accumulate((len(run.text) for run in runs), initial=0))
    pieces = wrap(shown, width, words=words)
    starts = [span[0], *(_offset(runs, begins, a) for a, _ in pieces[1:]), span[1]]
    lines = []
    for n, (a, b) in enumerate(pieces):
        # Spaces and line feeds at the end hang over it: they belong to the line but are not painted.
        b = a + len(shown[a:b].rstrip(" \n" if words else "\n"))
        painted = []
        for k in range(_holder(begins, a), len(runs)):
            run, begin = runs[k], begins[k]
            if begin >= b:
                break
            part = run.text[max(a - begin, 0) : b - begin]
            if part:
                at = run.at + max(a - begin, 0) if run.source else run.at
                painted.append(run._replace(text=part, at=at, width=cells(part)))
        lines.append(Line(starts[n], starts[n + 1], tuple(painted)))
    return lines


def _holder(begins: list[int], index: int) -> int:
    return max(0, min(bisect_right(begins, index) - 1, len(begins) - 2))


def _offset(runs: Sequence[Run], begins: list[int], index: int) -> int:
    """The offset in the article of position ``index`` in the joined runs."""
    k = _holder(begins, index)
    return runs[k].at + index - begins[k] if runs[k].source else runs[k].at


def within(starts: Sequence[int], span: Span) -> slice:
    """Which entries of sorted ``starts`` lie in ``span``, both ends included."""
    return slice(bisect_left(starts, span[0]), bisect_right(starts, span[1]))

"""From a line of the flow and what is drawn over it to a strip of styled segments."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.bidi.marking import in_order
from tui.bidi.order import turned, visual
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.setting import Line, Run
from tui.widgets.article.wrapping import clusters

MEANINGS = tuple(f"meaning{n}" for n in range(1, 6))
# From the ground up: what is painted later wins where both have a say.
ORDER = (
    *("removed", "added", "passage", *MEANINGS, "content", "source", "cue", "caveat", "hedge", "quantity", "selected"),
    *("dimmed", "hit", "current", "selection", "caret"),
)
_SELECTABLE = frozenset({"content", "passage", *MEANINGS})
_PLACE = {name: place for place, name in enumerate(ORDER)}
_NO_UNDERLINE = Style(underline=False, underline2=False)

StyleOf = Callable[[tuple[str, ...]], Style]


def paint(
    line: Line | None,
    geometry: tuple[int, int, int],
    over: Sequence[Highlight],
    selected: int | None,
    style_of: StyleOf,
    gutter: Sequence[Run] = (),
) -> Strip:
    """Paint ``line`` (None: nothing) with the highlights ``over`` it, in any order.

    ``geometry`` is the width of the strip, the margin on the left and the breadth of the text, all in cells; the last
    cells of the margin are the ``gutter``'s.
    ``style_of`` gives the style for a stack of style names, the lowest first. The strip is exactly ``width`` cells
    long.
    """
    width, margin, breadth = geometry
    ground = style_of(())
    if line is None:
        return Strip.blank(width, ground)
    over = over if line.covers else ()
    fill = style_of((line.fill,)) if line.fill else ground
    segments = [Segment(" " * (margin - sum(run.width for run in gutter)), ground)]
    segments += [Segment(run.text, style_of(run.styles)) for run in gutter]
    used = 0
    words: list[Segment] = []
    for run in line.runs:
        words.extend(_run(run, line.fill, over, selected, style_of))
        used += run.width
    if line.free is not None and _caret_waits(line, over):
        words[:1] = [Segment(words[0].text[1:], words[0].style), Segment(" ", style_of(("caret",)))]
    segments += in_order(words) if line.leftward or any(run.backwards for run in line.runs) else words
    segments.extend(_rest(line, breadth - used, fill, over, style_of))
    segments.append(Segment(" " * (width - margin - max(used, breadth)), ground))
    # Only a cluster wider than a very narrow column makes the strip too long.
    return Strip([segment for segment in segments if segment.text]).adjust_cell_length(width, ground)


def _run(run: Run, fill: str, over: Sequence[Highlight], selected: int | None, style_of: StyleOf) -> Iterator[Segment]:
    names = (fill, *run.styles) if fill and fill not in run.styles else run.styles
    if not run.source:
        inside = [
            h
            for h in over
            if h.start < run.at < h.end and h.style not in ("caret", "dimmed") and "lead" not in run.styles
        ]
        chosen = ("number-selected",) if run.item == selected and run.item >= 0 and "number" in run.styles else ()
        if run.item != selected and any(h.style == "dimmed" and h.start <= run.at <= h.end for h in over):
            chosen = ("dimmed",)
        text = visual(run.text, 1) if run.backwards else run.text
        yield Segment(text, style_of((*_stack(inside, selected), *names, *chosen)) + _NO_UNDERLINE)
        return
    here = [h for h in over if h.start < run.end and h.end > run.at]
    if here and not run.text.isascii():
        here = _whole(run, here)
    edges = {run.at, run.end, *(p for h in here for p in (h.start, h.end) if run.at < p < run.end)}
    pieces = list(pairwise(sorted(edges)))
    for start, end in reversed(pieces) if run.backwards else pieces:
        stack = _stack((h for h in here if h.start <= start < h.end), selected)
        text = run.text[start - run.at : end - run.at]
        yield Segment(turned(text) if run.backwards else text, style_of((*names, *stack)))


def _whole(run: Run, over: Iterable[Highlight]) -> list[Highlight]:
    """``over`` widened to whole grapheme clusters, since half of one has no width of its own."""
    bounds = [run.at + start for start, _, _ in clusters(run.text)] + [run.end]
    return [
        h._replace(
            start=bounds[max(0, bisect_right(bounds, h.start) - 1)],
            end=bounds[min(bisect_left(bounds, h.end), len(bounds) - 1)],
        )
        for h in over
    ]


def _stack(over: Iterable[Highlight], selected: int | None) -> tuple[str, ...]:
    names = []
    for highlight in over:
        names.append(highlight.style)
        if highlight.item == selected and highlight.style in _SELECTABLE:
            names.append("selected")
    return tuple(sorted(names, key=_PLACE.__getitem__))


def _rest(line: Line, room: int, fill: Style, over: Sequence[Highlight], style_of: StyleOf) -> Iterator[Segment]:
    """What is left of the breadth; the caret stands there while it is on a space or line feed that is not painted."""
    caret = line.free is None and _caret_waits(line, over)
    if caret:
        yield Segment(" ", style_of(("caret",)))
    yield Segment(" " * (room - caret), fill)


def _caret_waits(line: Line, over: Sequence[Highlight]) -> bool:
    """Whether the caret is on what is not painted, and has its place behind the words."""
    carets = [h.start for h in over if h.style == "caret"]
    return bool(carets) and not any(run.source and run.at <= at < run.end for at in carets for run in line.runs)

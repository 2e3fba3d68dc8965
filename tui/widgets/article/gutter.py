"""The gutter left of the text: in a few cells what begins on a line, and what the line is a part of. Pure."""

from collections.abc import Callable, Iterator, Sequence

from store.review import Item
from tui.widgets.article.drawn import Drawn
from tui.widgets.article.glyphs import NOTE, REWORDED
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.layers import Underlay
from tui.widgets.article.setting import Line, Run, decoration

WIDE, NARROW = 4, 2
"""Its cells where there is room, and where there is less: then a state or else a sign, and the bar."""
_ROOMY, TIGHT = 60, 24
"""The cells of a view from which on there is room, and below which every cell goes to the text."""

SELECTED_BAR = "┃"
ENCLOSING_BAR = "│"
OWN_VOICE_BAR = "┊"
STATES = {
    "○": "a claim that is not reviewed",
    "●": "accepted",
    "✗": "rejected",
    "◐": "assessed, neither accepted nor rejected",
    "◆": "a claim that you marked",
}
"""What the reader has made of a claim, as here and on its card."""
SIGNS = {
    REWORDED: ("", "its words have changed since you last had a hand in it"),
    NOTE: ("", "a note of yours"),
    "⚠": ("caveat", "the reporter’s caveat"),
    "?": ("hedge", "a hedge"),
    "#": ("quantity", "a figure"),
}
"""What else stands here, by its style where it is of the reading, and what it means."""
_OF_READING = {style: sign for sign, (style, _) in SIGNS.items() if style}
_OF_ITEMS: dict[str, tuple[str, Callable[[Item], bool]]] = {
    REWORDED: ("caveat", lambda item: item.annotation is not None and item.annotation.reworded),
    NOTE: ("note", lambda item: bool(item.note)),
}
_LOOKS = {"○": "open", "●": "accepted", "✗": "rejected"}


def room(width: int) -> int:
    """The cells of the gutter in a view of ``width``."""
    return WIDE if width >= _ROOMY else NARROW if width >= TIGHT else 0


def state(item: Item) -> str:
    """One cell that says what the reader has made of a claim; '' for a passage."""
    annotation = item.annotation
    if not item.is_claim:
        return ""
    if item.rejected:
        return "✗"
    if annotation is not None and annotation.by_hand:
        return "◆"
    if item.unreviewed:
        return "○"
    return "●" if annotation is not None and annotation.decision == "accepted" else "◐"


def gutter(
    line: Line, over: Sequence[Highlight], drawn: Drawn, underlay: Underlay, selected: int | None, width: int
) -> tuple[Run, ...]:
    """What stands left of ``line``, which ``over`` is drawn on, in ``width`` cells; empty where there is nothing."""
    if not width:
        return ()
    states = list(_states(line, drawn, selected))
    changed, notes = (list(_of_items(line, drawn, selected, sign)) for sign in (REWORDED, NOTE))
    # Where there is one cell only, it is for what is told nowhere else on the line.
    first, more = (states[:1], states[1:]) if width > NARROW else ([], states)
    found = [*first, *changed, *more, *notes, *_of_reading(line, over)]
    # The last cell before the text stays empty where there is room: there the bar would lean on the words.
    cells = [*found[: max(1, width - 2)]]
    bar = _bar(line, over, drawn, underlay, selected)
    if not cells and bar is None:
        return ()
    blank = decoration(" ", line.start)
    cells += [blank] * (max(1, width - 2) - len(cells))
    return (*cells, bar or blank, *([blank] if width > NARROW + 1 else []))


def _states(line: Line, drawn: Drawn, selected: int | None) -> Iterator[Run]:
    """Of the claims that begin on the line: the selected one's first, then those that still wait for the reader."""
    begin = drawn.beginning(line.start, line.end)
    claims = [i for i in begin if state(drawn.items[i]) and (drawn.shows("claims", i) or i == selected)]
    claims.sort(key=lambda i: (i != selected, not drawn.items[i].unreviewed))
    for i in claims:
        sign = state(drawn.items[i])
        look = "selected" if i == selected else _LOOKS.get(sign, "yours")
        yield decoration(sign, line.start, f"state-{look}", i)


def _of_items(line: Line, drawn: Drawn, selected: int | None, sign: str) -> Iterator[Run]:
    """The first of the items that begin on the line which ``sign`` stands for."""
    style, has = _OF_ITEMS[sign]
    for i in drawn.beginning(line.start, line.end):
        if (drawn.shows("notes", i) or i == selected) and not drawn.items[i].rejected and has(drawn.items[i]):
            yield decoration(sign, line.start, style, i)
            return


def _of_reading(line: Line, over: Sequence[Highlight]) -> Iterator[Run]:
    """What of the reading begins on the line, the weightiest first."""
    styles = {highlight.style for highlight in over if line.start <= highlight.start < line.end}
    for style, sign in _OF_READING.items():
        if style in styles:
            yield decoration(sign, line.start, style)


def _bar(line: Line, over: Sequence[Highlight], drawn: Drawn, underlay: Underlay, selected: int | None) -> Run | None:
    """The bar of the selected item, else of a claim that has another within it here, else of the reporter's voice."""
    if selected is not None and selected < len(drawn.items):
        start, end = drawn.items[selected].span
        if (line.covers and start < line.end and end > line.start) or start < line.start < end:
            return decoration(SELECTED_BAR, line.start, "bar-selected", selected)
    contents = [highlight for highlight in over if highlight.style == "content"]
    for outer in contents:
        if any(one.item != outer.item and _within(one, outer) for one in contents):
            return decoration(ENCLOSING_BAR, line.start, "bar", outer.item)
    if line.covers and underlay.own_voice(line.start, line.end):
        return decoration(OWN_VOICE_BAR, line.start, "bar")
    return None


def _within(inner: Highlight, outer: Highlight) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end

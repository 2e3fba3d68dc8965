"""Lines of a widget put into the order in which they are seen, whatever the widget knows of that."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.bidi.brackets import mirrored
from tui.bidi.levels import direction, has_rtl
from tui.bidi.order import ordered, visual
from tui.widgets.article.wrapping import clusters

_IN_ORDER = Style(meta={"in order": True})
# What parts the words of a line on the screen: room between columns, frames, our own signs and what divides fields.
_APART = re.compile(r" {2,}| · |[\u2190-\u21ff\u2300-\u2bff≠≈] ?")

_Styled = tuple[str, Style | None]


def in_order(segments: Iterable[Segment]) -> list[Segment]:
    """Mark ``segments`` as standing in the order in which they are seen already."""
    return [Segment(text, (style or Style.null()) + _IN_ORDER) for text, style, _ in segments]


def labels_in_order(segments: Iterable[Segment], paragraph: str) -> list[Segment]:
    """Put each of ``segments`` into order as a label of its own; a line of ``paragraph`` goes as that does."""
    return in_order(
        Segment(visual(text, direction(paragraph) if text.strip(" …") in paragraph else None), style)
        for text, style, _ in segments
    )


class VisualOrder(LineFilter):
    """Puts words from right to left in order, each label by itself, so that nothing else on the line moves."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments of one line of a widget in the order in which they are seen; it stays as wide."""
        if not any(has_rtl(segment.text) for segment in segments):
            return segments
        return [one for done, part in groupby(segments, _is_done) for one in (part if done else _reordered([*part]))]


class SeenThrough:
    """For a screen through which the one beneath is seen: its own lines are those of that one, in order already."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to them."""
        filters: Sequence[LineFilter] = super().get_line_filters()  # type: ignore[misc]
        return [one for one in filters if not isinstance(one, VisualOrder)]


def _is_done(segment: Segment) -> bool:
    return bool(segment.control) or (segment.style is not None and "in order" in segment.style.meta)


def _reordered(segments: list[Segment]) -> Iterator[Segment]:
    text = "".join(segment.text for segment in segments)
    styles = [segment.style for segment in segments for _ in segment.text]
    at = 0
    for found in (*_APART.finditer(text), None):
        end = found.start() if found else len(text)
        yield from _label(text[at:end], styles[at:end])
        if found:
            at = found.end()
            yield from _joined((char, style) for char, style in zip(found[0], styles[end:at], strict=True))


def _label(text: str, styles: list[Style | None]) -> Iterator[Segment]:
    if not has_rtl(text):
        yield from _joined(zip(text, styles, strict=True))
        return
    head = len(text) - len(text.lstrip(" "))
    tail = len(text.rstrip(" "))
    yield from _joined(zip(text[:head], styles[:head], strict=True))
    yield from _joined(_seen(text[head:tail], styles[head:tail]))
    yield from _joined(zip(text[tail:], styles[tail:], strict=True))


def _seen(text: str, styles: list[Style | None]) -> Iterator[_Styled]:
    for start, end, level in ordered(text):
        found = clusters(text[start:end])
        for a, b, _ in reversed(found) if level % 2 else found:
            cluster = text[start + a : start + b]
            yield (mirrored(cluster).rstrip("\u200c\u200d") if level % 2 else cluster), styles[start + a]


def _joined(styled: Iterable[_Styled]) -> Iterator[Segment]:
    for style, part in groupby(styled, lambda one: one[1]):
        yield Segment("".join(text for text, _ in part), style)

"""Widgets of one line side by side, in as many lines as they need."""

from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.horizontal import HorizontalLayout
from textual.widget import Widget


class Flowing(Horizontal):
    """Sets its widgets, whose widths are their own, like words: what does not fit into a line begins the next."""

    DEFAULT_CSS = """
    Flowing { height: auto; }
    """

    @property
    def layout(self) -> Layout:
        """Not one of those that style sheets know by name."""
        return _LAYOUT


class _FlowingLayout(HorizontalLayout):
    name = "flowing"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        placed: list[WidgetPlacement] = []
        x = y = 0
        for one in super().arrange(parent, children, size, greedy):
            if x and x + one.region.width > size.width:
                x, y = 0, y + 1
            placed.append(one._replace(region=Region(x, y, *one.region.size)))
            x += one.region.width + one.margin.right
        return placed


_LAYOUT = _FlowingLayout()

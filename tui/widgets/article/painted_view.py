"""The painted rows of a flow: each is painted again only when what it is made of is no longer what it was."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.article.gutter import room
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.numbered import NumberedFlow
from tui.widgets.article.painting import paint
from tui.widgets.article.palette import Palette
from tui.widgets.article.setting import Line, Run
from tui.widgets.late_styles import LateStyles


class Row(NamedTuple):
    """All that a row of the screen is painted from; two that are equal look the same."""

    line: Line | None
    geometry: tuple[int, int, int]
    over: tuple[Highlight, ...]
    selected: int | None
    gutter: tuple[Run, ...]


class PaintedFlow(LateStyles, NumberedFlow):
    """A view with something drawn over its text, and in a gutter left of it.

    ``emphasised`` is the item (an index) whose highlights and number stand out.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.emphasised: int | None = None
        self._palette = Palette(self)
        self._strips: LRUCache[Row, Strip] = LRUCache(1024)
        self._on_screen: dict[int, Row] = {}

    def highlights_on(self, line: Line) -> Sequence[Highlight]:  # noqa: ARG002 - for those that have some
        """What is drawn over the text of ``line``."""
        return ()

    def as_painted(self, line: Line) -> Line:
        """``line`` with what stands for others of its signs just now, each as wide."""
        return line

    def gutter_of(self, line: Line, over: Sequence[Highlight], width: int) -> tuple[Run, ...]:  # noqa: ARG002
        """What stands in the ``width`` cells left of ``line``, which ``over`` is drawn on."""
        return ()

    def beside(self, x: int, y: int) -> Iterator[Run]:
        """What stands in the gutter at a cell of the view: one run, or none."""
        shown = self._on_screen.get(y)
        gutter = shown.gutter if shown is not None else ()
        left = self._geometry[1] - sum(run.width for run in gutter)
        for run in gutter:
            if left <= x < left + run.width:
                yield run
            left += run.width

    def repaint(self) -> None:
        """Paint again those of the visible rows on which something else is to be seen now."""
        # Where all of them wait to be painted, as after scrolling, looking through them would take as long as painting.
        if (
            self.is_attached
            and self.size
            and self.size.region.translate(self.content_offset) not in self._repaint_regions
        ):
            geometry = self._geometry
            changed = [y for y in range(self.rows) if self._on_screen.get(y) != self._made_of(y, geometry)]
            if changed:
                self.refresh(*(Region(0, y, geometry[0], 1) for y in changed))

    def notify_style_update(self) -> None:
        """Forget all styles when the theme changes."""
        super().notify_style_update()
        self._palette.forget()
        self._strips.clear()
        self._on_screen.clear()

    def render_line(self, y: int) -> Strip:
        """Paint row ``y`` of the screen."""
        if self._flow.width == 1:
            # The first paint comes before the first word of the size.
            self._flow.reflow(self._geometry[2], self._spare)
            self._flow.measure_around(0, 0, 2 * self.rows)
        row = self._on_screen[y] = self._made_of(y, self._geometry)
        strip = self._strips.get(row)
        if strip is None:
            strip = paint(row.line, row.geometry, row.over, row.selected, self._palette, row.gutter)
            self._strips[row] = strip
        return strip

    def _made_of(self, y: int, geometry: tuple[int, int, int]) -> Row:
        """What is to be seen on row ``y`` of the screen."""
        line = self.line_on(y)
        if line is None:
            return Row(None, geometry, (), None, ())
        over = tuple(self.highlights_on(line))
        cells = room(geometry[0])
        beside = self.number_before(line, self.gutter_of(line, over, cells), cells)
        if not line.covers:
            over = ()  # it is about the words below
        line = self.as_painted(line)
        here = self.emphasised in {*(one.item for one in over), *(run.item for run in line.runs)}
        return Row(line, geometry, over, self.emphasised if here else None, beside)

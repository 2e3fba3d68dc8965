"""An application in which words from right to left are seen so, in every widget."""

from collections.abc import Sequence

from textual.filter import LineFilter

from tui.bidi.marking import VisualOrder
from tui.bidi.terminal import in_explicit_mode, orders_text
from tui.parts import AppPart


class OrderedApp(AppPart):
    """Puts what its widgets show into order, unless the terminal is to do that."""

    _order: Sequence[LineFilter] = ()

    def begin_order(self) -> None:
        """Begin with it, before the first paint."""
        if orders_text(self):
            self._order = (VisualOrder(),)
            self.driver_class = in_explicit_mode(self.driver_class)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is done to each line of a widget, the order first."""
        return (*self._order, *super().get_line_filters())

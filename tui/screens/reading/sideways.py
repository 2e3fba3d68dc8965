"""The part of the reading screen that moves wide tables."""

from typing import Literal

from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.article.sideways import NOT_WIDE


class SidewaysScreen(AnnotatingScreen):
    """A screen whose reader looks at wide tables by columns."""

    def action_sideways(self, step: Literal[1, -1]) -> None:
        """Move the wide table at the caret, or else nearest to the middle of the screen, by a column."""
        near = None if self.pane.caret is None else self.pane.row_of(self.pane.caret)
        if self.pane.move_table(step, near) is None:
            self.say(NOT_WIDE)

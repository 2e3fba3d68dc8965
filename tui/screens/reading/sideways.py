"""The part of the reading screen that moves wide tables, and where there are none in sight, the cards of the claims."""

from typing import Literal

from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.article.sideways import NOT_WIDE

_NOR_CLAIMS = "{around.panel} shows the claims, which {panel.sort} orders and {panel.group} groups."


class SidewaysScreen(AnnotatingScreen):
    """A screen whose reader looks at wide tables by columns."""

    def action_sideways(self, step: Literal[1, -1]) -> None:
        """Move the wide table at the caret, or else nearest to the middle of the screen, by a column.

        With none in sight the key does what it does at the claims, as long as these are beside the text.
        """
        near = None if self.pane.caret is None else self.pane.row_of(self.pane.caret)
        if self.pane.move_table(step, near) is not None:
            return
        if not self.panel.display:
            self.say(f"{NOT_WIDE} {self.clickable(_NOR_CLAIMS)}")
        elif step < 0:
            self.panel.action_sort()
        else:
            self.panel.action_group()

"""The part of the library's screen that marks articles, to compare two of them."""

from tui.desk import Desk
from tui.saying import say
from tui.screens.binning import BinningScreen


class PairingScreen(BinningScreen):
    """A screen whose articles can be ``marked``, two of them at most: a third takes the place of the first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.marked: list[int] = []

    def action_mark(self) -> None:
        """Mark the article under the cursor, or take its mark away."""
        article = self.chosen
        if article is None:
            return
        if article in self.marked:
            self.marked.remove(article)
        else:
            self.marked = [*self.marked, article][-2:]
        self.reload()

    def action_compare(self) -> None:
        """Show the two that are marked side by side; one that is marked beside that under the cursor."""
        from tui.screens.comparing import CompareScreen

        two = [*self.marked]
        if len(two) == 1 and self.chosen not in (None, *two):
            two += [self.chosen] if self.chosen is not None else []
        if len(two) == 2:
            self.app.push_screen(CompareScreen(self.desk, *two))
        else:
            say(self, self.worded("Mark two articles first with {library.mark}."))

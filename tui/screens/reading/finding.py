"""The part of the reading screen that opens the article at a place which was found elsewhere."""

from abc import abstractmethod

from claims.model import Span
from store.article import Article
from tui.screens.reading.annotating import AnnotatingScreen
from tui.workspace import Workspace

HITS = "{read.next-hit} next · {read.previous-hit} previous · {read.clear-search} clear"


class FindingScreen(AnnotatingScreen):
    """A screen that opens at ``place`` where that is given; see `show_place`.

    ``back_to_hits`` is whether a search that lay on top led here: the way back is that search again.
    """

    back_to_hits = False

    def __init__(self, workspace: Workspace, place: Span | None = None) -> None:
        super().__init__(workspace)
        self.place = place
        self._awaited: Span | None = None

    @abstractmethod
    def select(self, index: int | None) -> None:
        """Select an item in the text and in the panel, and scroll to neither."""

    def read_again(self) -> bool:
        """Read the article for claims where that was stopped; whether it was."""
        return False

    def shows(self, article: Article) -> bool:
        """Whether this is the article, in the same text."""
        here = self.workspace.article
        return here is not None and (here.id, here.revision) == (article.id, article.revision)

    def show_place(self, place: Span) -> None:
        """Show the text at ``place``, with its words as found where it is not empty, and select what stands there."""
        self.place = self._awaited = place
        start, end = place
        if start < end:
            self.pane.point_out(start, end)
        else:
            with self.pane.jumping():
                self.pane.reveal(start, start + 1)
        self.select_awaited()
        # After what is selected there has told what can be done with it: that can wait.
        if start < end:
            back = " · {around.leave} to all that was found" if self.back_to_hits else ""
            self.hint(self.clickable(f"Found here · {HITS}{back}"))

    def select_awaited(self) -> None:
        """Select the claim or note at the place that was asked for, once there are any."""
        items = self.workspace.items
        if self._awaited is None or not items:
            return
        at, self._awaited = self._awaited[0], None
        there = (i for i, item in enumerate(items) if any(start <= at < end for start, end in item.content))
        index = min(there, key=lambda i: items[i].span[1] - items[i].span[0], default=None)
        if index is not None:
            self.select(index)

"""The part of the reading screen that shows places in the article: those of words in it, and one found elsewhere."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from claims.model import Span
from store.article import Article
from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.key_footer import KeyFooter
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tui.widgets.search_bar import SearchBar

HITS = "{read.next-hit} next · {read.previous-hit} previous · {read.clear-search} clear"


class FindingScreen(AnnotatingScreen):
    """A screen whose article is searched. It opens at ``place`` where that is given; see `show_place`."""

    def __init__(self, workspace: Workspace, place: Span | None = None) -> None:
        super().__init__(workspace)
        self.place = place
        self._awaited: Span | None = None

    @abstractmethod
    def select(self, index: int | None) -> None:
        """Select an item in the text and in the panel, and scroll to neither."""

    # --- a place that was found elsewhere ---------------------------------------------------

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
            self.hint(self.worded(f"Found here · {HITS}"))
        else:
            self.pane.reveal(start, start + 1)
        self.select_awaited()

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

    # --- words in the article ---------------------------------------------------------------

    async def action_search(self) -> None:
        """Open the search line."""
        # Not there from the start, since input fields are a good part of the time to the first paint.
        from tui.widgets.search_bar import SearchBar

        if not self.query(SearchBar):
            await self.mount(SearchBar(), before=self.query_one(KeyFooter))
        self.query_one(SearchBar).open()

    def on_search_bar_changed(self, event: "SearchBar.Changed") -> None:
        """Mark what is found while it is typed."""
        self.pane.search(event.query)

    def on_search_bar_submitted(self, event: "SearchBar.Submitted") -> None:
        """Go to the first place."""
        self.pane.focus()
        if not event.query:
            return
        if self.pane.search(event.query):
            self.action_hit(False)
        else:
            self.say(f"Not found: {event.query}")

    def on_search_bar_closed(self) -> None:
        """Back to the article."""
        self.pane.focus()

    def action_hit(self, backwards: bool) -> None:
        """To the next or previous place that was searched for."""
        found = self.pane.next_hit(backwards)
        if found is None:
            self.say(self.worded("Nothing searched for yet: press {read.search} first."))
        else:
            self.hint(self.worded(f"Hit {found[0]} of {found[1]} · {HITS}"))

    def action_clear_search(self) -> None:
        """Take the marks of the search off the text."""
        self.pane.search("")
        self.hint()

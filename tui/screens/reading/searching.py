"""The part of the reading screen that looks for words in the article, while they are typed."""

import asyncio
from typing import TYPE_CHECKING

from claims.model import Span
from tui.screens.reading.annotating import AnnotatingScreen
from tui.screens.reading.finding import HITS
from tui.widgets.article.searching import MOST_HITS
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter
from tui.widgets.notice import Notice

if TYPE_CHECKING:
    from tui.widgets.search_bar import SearchBar

_PAUSE = 0.002
"""Seconds between two slices of a long text, in which keys come to their turn."""


class SearchingScreen(AnnotatingScreen):
    """A screen whose article is searched: with each letter the first place from where one began is shown."""

    _began: tuple[Span, str] | None = None
    """What was in sight and what was searched for when the search began; None once it has led somewhere."""
    _typing = False
    _complete = True
    """Whether all places are known."""

    async def action_search(self) -> None:
        """Open the search line."""
        # Not there from the start, since input fields are a good part of the time to the first paint.
        from tui.widgets.search_bar import SearchBar

        if not self.query(SearchBar):
            await self.mount(SearchBar(), before=self.query_one(KeyFooter))
        self._began, self._typing = (self.pane.visible_span, self.pane.searched_for), True
        self.query_one(SearchBar).open()

    def on_search_bar_changed(self, event: "SearchBar.Changed") -> None:
        """Show where the words are while they are typed."""
        self._look_for(event.query)

    def on_search_bar_submitted(self, event: "SearchBar.Submitted") -> None:
        """Stay at the place that is shown, or go there once it is known."""
        self.pane.focus()
        self._typing = False
        if not event.query.strip():
            self._began = None
            self.say("Nothing to look for: no words were typed.")
        elif event.query != self.pane.searched_for:
            self._look_for(event.query)
        else:
            self._show_hit()

    def on_search_bar_left(self) -> None:
        """Stay: the reader went on with the mouse, to what is in sight."""
        self._typing = False
        self._arrive(with_caret=False)

    def on_search_bar_closed(self) -> None:
        """Go back to where the search began, and to what was searched for before."""
        self.pane.focus()
        self._typing = False
        if self._began is not None:
            ((top, _), query), self._began = self._began, None
            self._go_back_to(top)
            if query != self.pane.searched_for:
                self._look_for(query)

    def action_hit(self, backwards: bool) -> None:
        """To the next or previous place that was searched for."""
        if self.pane.next_hit(backwards) is None:
            self.say(self.clickable("Nothing searched for yet: press {read.search} first."))
        else:
            self._take_caret_along()
            self.hint(self.clickable(f"Hit {self._counted()} · {HITS}"))

    def action_clear_search(self) -> None:
        """Take the marks of the search off the text; where there are none, put the notice away."""
        if not self.pane.searched_for:
            for notice in self.query(Notice):
                notice.put_away()
        self._look_for("")
        self.query_one(Hint).leave_off()
        self.hint()

    # --- looking ------------------------------------------------------------------------------

    def _look_for(self, query: str) -> None:
        """Search for ``query``: at once where the text is not long, else a slice at a time."""
        self.workers.cancel_group(self, "search")
        self.pane.begin_search(query)
        if not self._look_on():
            self.run_worker(self._look_further(query), group="search", exclusive=True)

    async def _look_further(self, query: str) -> None:
        while self.in_place and self.pane.searched_for == query and not self._look_on():
            await asyncio.sleep(_PAUSE)

    def _look_on(self) -> bool:
        """Look through a slice of the text; whether it was the last."""
        self._complete = not self.pane.search_on()
        self._show_hit()
        return self._complete

    def _show_hit(self) -> None:
        """Show the first place from where the search began; where it is known that there is none, where that was."""
        if self._began is None:
            return
        (top, _), _ = self._began
        number = self.pane.hit_from(top, round_the_end=self._complete)
        if number is not None:
            self.pane.go_to_hit(number, at=top)
        elif self._complete:
            self._go_back_to(top)
        if self._typing:
            self._tell_line()
        elif number is not None or self._complete:
            self._arrive()

    def _go_back_to(self, top: int) -> None:
        if self.pane.document is not None and self.pane.top != top:
            self.pane.show(self.pane.document, at=top)

    def _arrive(self, *, with_caret: bool = True) -> None:
        """The search has led to what is in sight."""
        if self._began is not None:
            (here, _), self._began = self._began, None
            self.pane.jumped(here)
            if with_caret:
                self._take_caret_along()
        if self.pane.hit is not None:
            self.hint(self.clickable(f"Hit {self._counted()} · {HITS}"))
        elif self.pane.searched_for:
            self.say(f"Not found: {self.pane.searched_for}")

    def _take_caret_along(self) -> None:
        """The caret, if it is out, goes to the hit; what is amended has the hit for its piece."""
        hit = self.pane.hit_span
        if hit is None:
            return
        if self.mode is not None and self.mode.place == "amending":
            self.pane.hold(*hit)
        else:
            self.pane.bring_caret(*hit)

    def _tell_line(self) -> None:
        from tui.widgets.search_bar import SearchBar

        known = self.pane.hit is not None or not self.pane.searched_for.strip()
        self.query_one(SearchBar).tell(self._counted() if known else "not found" if self._complete else "…")

    def _counted(self) -> str:
        """Which of how many is shown: ``3 of 17``; '' where none is."""
        number, count = self.pane.hit_number, self.pane.hits
        more = "+" if count == MOST_HITS else "" if self._complete else "…"
        return "" if number is None else f"{number + 1:,} of {count:,}{more}"

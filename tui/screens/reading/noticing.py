"""The part of the reading screen with a line that stays: what became of the article's text, and of its file."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from store.safety import label
from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.notice import PUTS_AWAY, Notice

if TYPE_CHECKING:
    from store.moved import Moved
    from tui.file_watch import FileWatch, News

EVERY = 4.0
"""Seconds between two looks at the file, where nobody comes back to the terminal meanwhile."""
SETTLES = 1.0
"""Seconds after which a file that was found changed is looked at again: it may be half written."""
_NEWS: "dict[News, tuple[str, str]]" = {
    "changed": ("has changed: ", "{around.reload} reads it anew, and your notes move along."),
    "gone": ("is no longer there; ", "the library has its text, and all that is yours."),
}


class NoticingScreen(AnnotatingScreen):
    """A screen with an article that may have come from a file.

    ``revised`` is what opening the file has made of the article; '' where it has not changed.
    """

    revised = ""

    _notices: Sequence[str] = ()
    _moved: "Moved | None" = None
    _still_there = ""
    _of_file = ""
    _untold = ""

    @cached_property
    def _known(self) -> set[str]:
        """What the reader has put away."""
        return set()

    @cached_property
    def _back(self) -> asyncio.Event:
        return asyncio.Event()

    def came_back(self) -> None:
        """Look at the file now: the reader comes back from another window, or the shell."""
        self._back.set()

    # --- the line that stays ------------------------------------------------------------------

    def tell(self, notices: Sequence[str]) -> None:
        """Say in a line that stays, or where that is not in sight for a moment, what the reader should know."""
        self._notices = notices
        self._renew_notice()
        if notices and not self.query_one(Notice).display:
            self.say(" ".join(notices))

    def _renew_notice(self) -> None:
        parts = dict.fromkeys(self._to_know)
        away = f"· {{{PUTS_AWAY}}} puts this away" if parts and self.key_of(PUTS_AWAY) else ""
        self.query_one(Notice).say(" ".join((*parts, self.clickable(away))))

    @property
    def _to_know(self) -> list[str]:
        """What there is to say that was not put away."""
        every = (self._of_file, self.revised, *self._notices)
        return [part for part in every if part and part not in self._known]

    @on(Notice.PutAway)
    def _notice_put_away(self) -> None:
        self._known.update(self._to_know)
        self._renew_notice()

    def tell_moved(self, moved: "Moved", waiting: str) -> None:
        """Say what became of what is on the article in its new text, some of which is ``waiting`` to be settled."""
        from tui.screens.reading.revising import told

        self._moved, self._still_there = moved, waiting
        self.revised = self.clickable(told(moved))
        self.tell([self.revised])

    def renew_moved(self, waiting: str) -> None:
        """Say no longer that something is waiting which is settled by now."""
        from tui.screens.reading.revising import told

        if self._moved is None or waiting == self._still_there:
            return
        before, self._still_there = self.revised, waiting
        self.revised = self.clickable(told(self._moved, waiting))
        self._notices = [one for one in self._notices if one != before]
        if before in self._known:  # it was put away
            self._known.add(self.revised)
        self._renew_notice()

    # --- the file -----------------------------------------------------------------------------

    async def watch_file(self) -> None:
        """Look now and then whether the file still holds the text here; say once that it does not. Nothing is read."""
        from tui.file_watch import FileWatch

        watch = FileWatch(self.workspace.desk.path)
        while self.in_place:
            await self._look_at_file_by(watch)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._back.wait(), SETTLES if watch.unsettled else EVERY)
            self._back.clear()

    async def _look_at_file_by(self, watch: "FileWatch") -> None:
        here, newest = self.workspace.article, self.workspace.newest
        if here is None or newest is None or newest.path is None or newest.number != here.number:
            return  # a text that the library has by now comes before that of the file, and is told of
        if self not in self.app.screen_stack:
            return  # in another tab: soon enough when it is gone to
        before = watch.news
        await asyncio.to_thread(watch.look, newest.path, newest.file_sha256, self.workspace.text)
        if not self.in_place:
            return
        if watch.news != before:
            what, then = _NEWS.get(watch.news, ("", ""))
            name = label(Path(newest.path).name, 40)
            self._of_file = f"The file “{name}” {what}{self.clickable(then)}" if what else ""
            self._known.discard(self._of_file)
            self._renew_notice()
            self._untold = "" if self.query_one(Notice).display else self._of_file
        # Said for a moment alone, it is for somebody who is there.
        if self._untold and self.app.app_focus and self.app.screen is self:
            self.say(self._untold)
            self._untold = ""

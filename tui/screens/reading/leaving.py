"""The part of the reading screen that puts the article away: nothing unsaved is lost, and its place is kept."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.errors import SaysoError
from store.safety import label
from tui.changing import PATIENCE
from tui.leaving import may_leave
from tui.screens.reading.annotating import NOT_IN_YET, NOT_WHILE
from tui.screens.reading.finding import FindingScreen

if TYPE_CHECKING:
    from store.article import Article, Metadata
    from store.document import Document
    from store.verifying import FileState

_UNCHANGED: "dict[FileState | None, str]" = {
    None: "This is the newest text of the article, which came from no file.",
    "as it came": "The file “{}” has not changed since it was read.",
    "no longer there": "The file “{}” is no longer there: this is the newest text that came from it.",
    "cannot be read": "The file “{}” cannot be read: this is the newest text that came from it.",
}

PLACE_KEPT_EVERY = 30.0
"""Seconds after which the place is kept while one reads on: no more of it is lost where the program is killed."""


class LeavingScreen(FindingScreen):
    """A screen that can be left."""

    _placed: int | None = None
    """The place that was kept last."""
    _warned_of: object = None
    """What was said to be under way, and how far it was."""

    def on_mount(self) -> None:
        """Keep the place now and then."""
        self.set_interval(PLACE_KEPT_EVERY, self.keep_place)

    async def hand_over(self) -> None:
        """Hand on the changes that are under way, and the place."""
        await super().hand_over()
        await self._place_kept()

    async def action_leave(self) -> None:
        """Back to where the article, or what was found in it, was opened from; else quit."""
        if self.back_to_hits:
            self.back_to_hits = False
            await self.app.run_action("app.find")
            return
        if self.keeps_under_way("around.leave"):
            return
        await self.hand_over()
        if self.workspace.outbox:
            self.run_worker(self._leave(), group="leave", exclusive=True)
        else:
            await self._leave()

    def keeps_under_way(self, command: str) -> bool:
        """Whether what is under way stays, as it does until ``command`` is asked for twice: the first time says so."""
        now = (self.mode, self.pane.selection, self.pane.caret)
        if self.mode is None or self.mode.place not in NOT_WHILE or self._warned_of == now:
            return False
        self._warned_of = now
        self.say(self.clickable(f"{NOT_WHILE[self.mode.place]} {{{command}}} again leaves all the same."))
        return True

    async def _leave(self) -> None:
        if await self.may_go():
            await self.app.run_action("app.leave")

    async def may_go(self) -> bool:
        """Put the article away, unless something is unsaved and the reader stays for it: then in a worker."""
        if self.workspace.outbox and not await may_leave(self.app, self.workspace):
            return False
        await self._put_away()
        return True

    def action_reload(self) -> None:
        """Go to the newest text of the article: the library's, else that of the file that the article came from.

        Where the reading for claims was stopped, read on instead.
        """
        if self.read_again():
            return
        here, newest = self.workspace.article, self.workspace.newest
        if here is None or newest is None:
            self.say(NOT_IN_YET)
        elif self.mode is not None and self.mode.place != "links":
            self.say(self.clickable("That would lose what is under way: finish it first, or {mode.leave} leaves it."))
        else:
            # Of the application's, since this screen goes.
            going = self._look_at_file(newest) if newest.number == here.number else self._go_to(newest)
            self.app.run_worker(going, group="reload", exclusive=True)

    async def _look_at_file(self, article: "Article") -> None:
        """Bring in what the file of ``article`` holds by now, as opening it again would, or say that it is the same."""
        from store.importing import read_file
        from store.verifying import file_of

        desk, path = self.workspace.desk, article.path
        state, _ = await asyncio.to_thread(file_of, path, article.file_sha256, desk.path)
        if path is None or state != "changed since":
            self.say(_UNCHANGED[state].format(label(Path(path or "").name, 60)))
            return
        try:
            read = await asyncio.to_thread(read_file, path)
        except SaysoError as error:
            self.say(str(error), wrong=True)
            return
        if read.document.text == self.workspace.text:
            self.say(f"The file “{label(Path(path).name, 60)}” was written anew: its text is the same.")
            return
        await self._go_on_with(read.document, read.metadata, imported=read)

    async def _go_to(self, newest: "Article") -> None:
        desk = self.workspace.desk
        try:
            document = await desk.ask(lambda library: library.articles.document(newest))
        except SaysoError as error:
            self.say(str(error), wrong=True)
            return
        await self._go_on_with(document, newest.metadata, article=newest)

    async def _go_on_with(self, document: "Document", metadata: "Metadata", **what: Any) -> None:
        """Put a screen with ``document`` in the place of this one."""
        from tui.screens.reading.reader import ReaderScreen
        from tui.tabs import TabbedApp

        await self.hand_over()
        make = partial(ReaderScreen, self.workspace.desk, document, metadata, **what)
        if self.app.screen is not self or not await self.may_go():
            return
        if len(self.app.screen_stack) > 1:
            self.app.switch_screen(make())
        elif isinstance(self.app, TabbedApp):
            # What lies at the bottom of a mode cannot be put in another's place but with the mode.
            old = self.app.current_mode
            await self.app.open_tab(make)
            new = self.app.current_mode
            await self.app.go_to(old)
            await self.app.close_tab(new)

    async def finish(self) -> None:
        """Wait for the changes that are being kept, and put the article away."""
        await self.workspace.outbox.finish()
        await self._put_away()

    async def _put_away(self) -> None:
        """Leave off reading for claims, which nothing could show any more, and keep the place for next time."""
        self.workers.cancel_group(self, "enter")
        await self._place_kept()

    def keep_place(self) -> "asyncio.Future[None] | None":
        """Have the place kept if it is another; it is once what is returned is done."""
        article = self.workspace.article
        if article is None or not self.in_place or self.pane.top == self._placed:
            return None
        top = self._placed = self.pane.top
        placing = self.workspace.desk.do(lambda library: library.articles.remember_position(article.id, top))
        # Where that cannot be kept, nothing is lost but the place.
        placing.add_done_callback(lambda done: done.cancelled() or done.exception())
        return placing

    async def _place_kept(self) -> None:
        placing = self.keep_place()
        if placing is not None:
            await asyncio.wait({placing}, timeout=PATIENCE)

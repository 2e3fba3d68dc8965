"""The part of the reading screen that puts the article away: nothing unsaved is lost, and its place is kept."""

import asyncio

from tui.changing import PATIENCE
from tui.leaving import may_leave
from tui.screens.reading.annotating import AnnotatingScreen


class LeavingScreen(AnnotatingScreen):
    """A screen that can be left."""

    async def action_leave(self) -> None:
        """Back to where the article was opened from, else quit."""
        await self.hand_over()
        if self.workspace.outbox:
            self.run_worker(self._leave(), group="leave", exclusive=True)
        else:
            await self._leave()

    async def _leave(self) -> None:
        if await self.may_go():
            await self.app.run_action("app.leave")

    async def may_go(self) -> bool:
        """Put the article away, unless something is unsaved and the reader stays for it: then in a worker."""
        if self.workspace.outbox and not await may_leave(self.app, self.workspace):
            return False
        await self._put_away()
        return True

    async def finish(self) -> None:
        """Wait for the changes that are being kept, and put the article away."""
        await self.workspace.outbox.finish()
        await self._put_away()

    async def _put_away(self) -> None:
        """Leave off reading for claims, which nothing could show any more, and keep the place for next time."""
        self.workers.cancel_group(self, "enter")
        article = self.workspace.article
        if article is not None:
            top = self.pane.top
            placing = self.workspace.desk.do(lambda library: library.articles.remember_position(article.id, top))
            # Where that cannot be kept, nothing is lost but the place.
            placing.add_done_callback(lambda done: done.cancelled() or done.exception())
            await asyncio.wait({placing}, timeout=PATIENCE)

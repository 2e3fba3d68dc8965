"""The ways between articles and the library: opening, going on top of one another or beside, and back."""

from typing import TYPE_CHECKING

from claims.model import Span
from store.article import Article
from store.document import Document
from store.errors import SaysoError
from tui.desk import Desk
from tui.entering import text_of
from tui.saying import say
from tui.screens.reading.reader import ReaderScreen
from tui.tabs import TabbedApp
from tui.waited_for import LEADS

if TYPE_CHECKING:
    from tui.widgets.tab_strip import TabStrip


class WaysApp(TabbedApp):
    """An application with a library, whose articles are opened, compared and left. It says how it ends (`end`)."""

    desk: Desk

    async def end(self, code: int) -> None:
        """End the program with ``code``."""
        self.exit(return_code=code)

    def on_app_focus(self) -> None:
        """The reader comes back to the terminal, where they may have changed the file of what they read."""
        for reader in self.readers(self.current_mode):
            reader.came_back()

    async def action_open(
        self, article_id: int, at: int | None = None, revision: int | None = None, until: int | None = None
    ) -> None:
        """Open an article of the library where it was left, or at a place; right beneath, where it is open there.

        From the library it gets a tab of its own, unless it has one; on top of an article it lies above that.

        ``at`` is where to open it, in code points; what stands from there to ``until`` is shown as found. ``revision``
        is the number of an earlier text.
        """
        place = None if at is None else (at, until or at)
        found = await self._find_text(article_id, revision)
        if found is None:
            return
        article, document = found
        beneath = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if place is not None and isinstance(beneath, ReaderScreen) and beneath.shows(article):
            self.pop_screen()
            beneath.back_to_hits = True
            beneath.show_place(place)
        elif revision is not None and revision != article.number:
            from tui.screens.reading.past import PastScreen

            await self.push_screen(PastScreen(self.desk, document, article, revision))
        elif self.readers(self.current_mode):
            await self.push_screen(ReaderScreen(self.desk, document, article.metadata, article=article, place=place))
        else:
            await self._open_tab(article, document, place)

    async def _open_tab(self, article: Article, document: Document, place: Span | None = None) -> None:
        if await self.go_to_article(article.id):
            screen = self.screen
            if place is not None and isinstance(screen, ReaderScreen):
                screen.show_place(place)
            return
        await self.open_tab(lambda: ReaderScreen(self.desk, document, article.metadata, article=article, place=place))

    async def _open_beside(self, article_id: int) -> None:
        found = await self._find_text(article_id)
        if found is not None:
            await self._open_tab(*found)

    async def _find_text(self, article_id: int, revision: int | None = None) -> tuple[Article, Document] | None:
        """The article and its text; None where that cannot be had, which is told."""
        try:
            return await self.desk.do(lambda library: text_of(library, article_id, revision))
        except SaysoError as error:
            say(self.screen, str(error), wrong=True)
            return None

    async def action_library(self) -> None:
        """Go to the library: it lies beneath an article that was opened from it, else it takes the article's place.

        Articles that lie between, by way of searching, are put away; what is unsaved in any of them is asked about.
        Those in other tabs stay open.
        """
        readers = self.readers(self.current_mode)
        if any(reader.keeps_under_way("around.library") for reader in readers):
            return
        for reader in readers:
            await reader.hand_over()
        if any(reader.workspace.outbox for reader in readers):
            self.run_worker(self._to_library(), group="leave", exclusive=True)
        else:
            await self._to_library()

    async def _to_library(self) -> None:
        from tui.screens.library import LibraryScreen

        while not isinstance(self.screen, LibraryScreen):
            if isinstance(self.screen, ReaderScreen) and not await self.screen.may_go():
                return
            if len(self.screen_stack) > 1:
                self.pop_screen()
            else:
                await self.close_tab(self.library_mode)

    async def action_leave(self) -> None:
        """One screen back, then to what was open before; out at the last."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif not isinstance(self.screen, ReaderScreen) or not await self.close_tab():
            self.run_worker(self.end(0))

    async def action_switch(self) -> None:
        """Go to another open article, or open one beside it."""
        from tui.dialogs.switcher import Goal, SwitcherDialog

        async def closed(goal: Goal | None) -> None:
            if goal is None:
                return
            if goal.article is not None:
                await self._open_beside(goal.article)
            else:
                await self.go_to(goal.mode or self.library_mode)

        before = Goal() if self.before == self.library_mode else Goal(mode=self.before)
        await self.push_screen(SwitcherDialog(self.desk, self.tabs, before), closed)

    def action_compare(self) -> None:
        """Choose an article, and show it beside the one on the screen."""
        self.run_worker(self._compare(), exclusive=True, group=LEADS)

    async def _compare(self) -> None:
        from tui.dialogs.switcher import Goal, SwitcherDialog
        from tui.screens.comparing import CompareScreen

        if not isinstance(self.screen, ReaderScreen):
            return
        article = self.screen.workspace.article
        if article is None:  # keys wait for this, and it may take as long as somebody else has the library
            self.screen.say("The article is still on its way into the library: it can be laid beside another then.")
            return
        here = article.id
        tabs = [tab for tab in self.tabs if tab.article not in (here, None)]

        async def closed(goal: Goal | None) -> None:
            there = {tab.mode: tab.article for tab in tabs}.get(goal.mode or "", goal.article) if goal else None
            if there is not None:
                await self.push_screen(CompareScreen(self.desk, here, there))

        await self.push_screen(SwitcherDialog(self.desk, tabs, title="Beside which article?", but=here), closed)

    async def on_tab_strip_chosen(self, event: "TabStrip.Chosen") -> None:
        """A tab was clicked."""
        await self.go_to(event.mode or self.library_mode)

"""The part of the reading screen that opens an article: into the library, its place, its notes, and its claims."""

import asyncio
import gc
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from claims.model import Span
from store.article import Article, Imported, Metadata
from store.document import Document
from store.errors import SaysoError
from tui.desk import Desk
from tui.entering import Kept, text_of
from tui.memory import LARGE, give_back_later, trim
from tui.screens.reading.finding import FindingScreen
from tui.screens.reading.keeping import TRY_AGAIN
from tui.screens.reading.noticing import NoticingScreen
from tui.screens.reading.noting import NotingScreen
from tui.screens.reading.revising import RevisingScreen, counted
from tui.screens.reading.showing import Showing
from tui.screens.reading.touring import TouringScreen
from tui.typed_ahead import IN_A_BEGINNING, SCROLLING, TypedAheadApp
from tui.widgets.voices import VoicesBar
from tui.working import Work, works_of
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.glance import Glimpse

SHOWN_AFTER = 2.0
"""Seconds of reading until a line tells of it: the panel does at once, and most articles are read by then."""


class OpeningScreen(RevisingScreen, NoticingScreen, FindingScreen, NotingScreen, TouringScreen):
    """A screen with one article, which is opened at ``place`` or where it was left.

    ``imported`` is put into the library after the first paint; ``article`` is there already. ``glimpse`` is what it
    showed before it was opened, and is on the screen with the first paint.
    """

    def __init__(
        self,
        desk: Desk,
        document: Document,
        metadata: Metadata,
        *,
        imported: Imported | None = None,
        article: Article | None = None,
        place: Span | None = None,
        glimpse: "Glimpse | None" = None,
    ) -> None:
        super().__init__(Workspace(desk, document, metadata), place)
        self._imported = imported
        self._article = article
        self._glimpse = glimpse

    @property
    def being_read(self) -> bool:
        """Whether there may be more claims than are known."""
        return self.panel.loading_claims

    def show_unplaced(self) -> str:
        """Bring up to date what is said of it."""
        self.renew_moved(counted(self.workspace.unsettled))
        return super().show_unplaced()

    def enter(self) -> None:
        """Open the article, which is on the screen already."""
        if self.place is not None:
            self.show_place(self.place)
        if self._glimpse is not None:
            self.workspace.glimpse(self._glimpse.reading, self._glimpse.annotations)
            self.show_items()
            self._show_read()
            self._hold_keys(SCROLLING)
        else:
            self.panel.loading_claims = True
            if self._imported is not None and self._imported.beginning:
                self.pane.whole = False
                self._hold_keys(IN_A_BEGINNING)
        # What follows imports the database's library: the text has been painted by then.
        self.call_after_refresh(self.run_worker, self._enter(), exclusive=True, group="enter")

    async def _enter(self) -> None:
        if self._imported is not None and self._imported.beginning and not await self._take_whole(self._imported):
            return
        kept = await self._get_in()
        if kept is None:
            await self._take_keys()
            # The article is there to be read all the same.
            await self._find_claims()
            while kept is None:
                await asyncio.sleep(TRY_AGAIN)
                kept = await self._get_in()
        if kept.document is not None:
            self.pane.show(kept.document)
        if kept.position and self.place is None and not self.pane.scroll_y:
            self.pane.show(self.workspace.document, at=kept.position)
        elif kept.position and self.place is not None:
            self.pane.jumps.push(kept.position)
        self.show_items()
        await self._take_keys()
        trim(self.workspace.text)
        for notice in (*kept.notices, self._imported.notice if self._imported else ""):
            if notice:
                self.say(notice)
        for draft in kept.drafts:
            self.recover(draft)
        if kept.moved is not None:
            self.tell_moved(kept.moved, counted(self.workspace.unsettled))
        self.run_worker(self.watch_library(), group="watch")
        self.run_worker(self.watch_file(), group="watch")
        self.offer_tour()
        if self.workspace.reading is None:
            await self._find_claims()
        else:
            self._show_read()
        if kept.reading is None:
            await self._keep_reading()
        # A book's claims are a million objects that stay: no key should wait while the collector looks at them.
        gc.freeze()
        trim(self.workspace.text)

    def on_unmount(self) -> None:
        """Give back the memory of a book."""
        give_back_later(self.workspace.text, partial(_inconvenient, self.app))

    async def _take_whole(self, beginning: Imported) -> bool:
        """Put the whole of a long text in the place of its ``beginning``; whether there is one to be read."""
        from tui.adding_apart import NotAddedError, add_apart

        desk, path = self.workspace.desk, str(beginning.path)
        try:
            added = await add_apart(desk.path, path)
            self._article, document = await desk.do(lambda library: text_of(library, added.article))
            self._imported = None
            for notice in added.notices:
                self.say(notice)
        except (NotAddedError, SaysoError):
            from store.importing import read_file

            try:
                self._imported = await asyncio.to_thread(read_file, path)
            except SaysoError as error:
                self.app.failure = error  # type: ignore[attr-defined]
                self.app.exit(return_code=2)
                return False
            document = self._imported.document
        self.workspace.document = document
        self.pane.whole = True
        self.pane.show(document, at=self.pane.top)
        return True

    def _hold_keys(self, but: frozenset[str]) -> None:
        if isinstance(self.app, TypedAheadApp):
            self.app.hold_keys(but)

    async def _take_keys(self) -> None:
        if isinstance(self.app, TypedAheadApp):
            await self.app.release_keys()

    async def _get_in(self) -> Kept | None:
        """Bring the article into the library; where that cannot be, say why, and None."""
        try:
            kept = await self.workspace.enter(self._imported, self._article)
        except SaysoError as error:
            self.tell_unsaved(error)
            return None
        self.tell_unsaved()
        return kept

    async def _find_claims(self) -> None:
        await self._detect()
        self.show_items()
        self._show_read()

    def read_again(self) -> bool:
        """Read for claims where that was stopped; whether it was."""
        # What is on its way into the library is read again when it is there: it would never come there otherwise.
        if not self.panel.stopped or self.workspace.article is None:
            return False
        self.panel.stopped, self.panel.loading_claims = False, True
        self.run_worker(self._read_again(), exclusive=True, group="enter")
        return True

    async def _read_again(self) -> None:
        await self._find_claims()
        if self.workspace.reading is not None:
            await self._keep_reading()

    async def _keep_reading(self) -> None:
        try:
            await self.workspace.keep_reading()
        except SaysoError as error:
            # What was read can be read again: nothing of the reader's is lost.
            self.tell_unsaved(error)

    def _show_read(self) -> None:
        """Show what is known of the article now that all of it has been read."""
        if not self.in_place:
            return
        self.panel.loading_claims = False
        if self.workspace.reading is not None:
            self.show_voices()
            self.tell(self.workspace.reading.notices)

    def show_voices(self) -> None:
        """Show whose voice the article is in, by what the reader made of its claims."""
        if self.workspace.reading is not None:
            indexes = (self.workspace.index_of(one.uid) for one in self.workspace.annotations)
            made = [self.workspace.items[index] for index in indexes if index is not None]
            self.query_one(VoicesBar).tell(self.workspace.reading, made)

    async def _detect(self) -> None:
        showing = Showing(self, self._place, self._show_found)
        work = Work("Reading for claims", owner=self, after=SHOWN_AFTER)

        def progress(share: float) -> None:
            work.at(share)
            self.panel.share_read = share

        detecting = asyncio.create_task(self.workspace.detect(progress, showing.more))
        work.stops_by(detecting.cancel)
        try:
            with works_of(self.app).doing(work):
                await detecting
        except asyncio.CancelledError:
            if not work.stopped:
                raise
            self.panel.stopped = True
            self.say(self.clickable("Reading was stopped: claims are missing. {around.reload} reads it again."))
        except Exception as error:
            # An engine that fails on a text must not take the text away, nor the notes on it.
            self.say(f"The engine failed on this article ({type(error).__name__}): mark claims by hand.", wrong=True)
        finally:
            showing.end()

    def _place(self) -> object | None:
        """Where the reader is; None in a dialog."""
        if self.app.screen is not self:
            return None
        return self.pane.scroll_y, self.pane.selected, self.pane.caret, self.panel.scroll_y

    def _show_found(self) -> None:
        self.workspace.take_found()
        self.show_items()


def _inconvenient(app: App[None]) -> bool:
    """Whether something is being typed, or another book is open."""
    from textual.widgets import Input, TextArea

    from tui.tabs import TabbedApp

    if isinstance(app.focused, Input | TextArea):
        return True
    screens = app.unfinished() if isinstance(app, TabbedApp) else ()
    return any(isinstance(one, OpeningScreen) and len(one.workspace.text) >= LARGE for one in screens)

"""The reading screen: the article beside its claims, and everything a reader does to them."""

import asyncio
import gc
from collections.abc import Sequence
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Footer

from claims.model import Span
from store.article import Article, Imported, Metadata
from store.document import Document
from store.errors import SaysoError
from store.safety import label
from tui.desk import Desk
from tui.keymap.bindings import bindings
from tui.leaving import may_leave
from tui.screens.exporting import ExportingScreen
from tui.screens.finding import FindingScreen
from tui.screens.keeping import TRY_AGAIN
from tui.screens.remembering import RememberingScreen
from tui.screens.revising import RevisingScreen, told
from tui.screens.showing import Showing
from tui.widgets.article.pane import ArticlePane
from tui.widgets.hint import Hint
from tui.widgets.notice import Notice
from tui.widgets.panel.cards import in_short
from tui.widgets.panel.claims_panel import ClaimsPanel
from tui.widgets.unsaved_line import UnsavedLine
from tui.widgets.voices import VoicesBar, shares
from tui.workspace import PATIENCE, Kept, Workspace

SELECTED = (
    "Selected: {claims.note} note · {passage.highlight} highlight · {claims.mark} mark as claim · {claims.tags} tags"
    " · {claims.assess} assess · {caret.put-away}"
)
SELECTED_BY_KEYS = SELECTED.replace("{passage.highlight}", "{mode.answer}")
CARET_OUT = (
    "Move with {caret.left} {caret.down} {caret.up} {caret.right} {caret.word-right} {caret.word-left} to where"
    " the passage begins, then {caret.anchor} · {caret.put-away} done"
)


class ReaderScreen(RevisingScreen, FindingScreen, RememberingScreen, ExportingScreen):
    """One article, open, at ``place`` or where it was left.

    ``imported`` is put into the library after the first paint; ``article`` is there already.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-beside")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
    AUTO_FOCUS = "ArticlePane"
    # The footer shows them in this order and cuts off what does not fit, so what a newcomer needs comes first.
    BINDINGS: ClassVar = bindings("marking", "passage", "claims", "reading", "around")

    def __init__(
        self,
        desk: Desk,
        document: Document,
        metadata: Metadata,
        *,
        imported: Imported | None = None,
        article: Article | None = None,
        place: Span | None = None,
    ) -> None:
        super().__init__(Workspace(desk, document, metadata), place)
        self._imported = imported
        self._article = article

    # --- what is on it ----------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        with Horizontal(id="reading"):
            yield ArticlePane(id="article")
            yield ClaimsPanel(id="claims")
        yield VoicesBar()
        yield Notice()
        yield UnsavedLine()
        yield Hint()
        yield Footer(show_command_palette=False)

    @property
    def panel(self) -> ClaimsPanel:
        """Its claims."""
        return self.query_one(ClaimsPanel)

    @property
    def being_read(self) -> bool:
        """Whether there may be more claims than are known."""
        return self.panel.loading_claims

    @property
    def heading(self) -> str:
        """What stands over the article."""
        return label(self.workspace.metadata.title)

    def on_mount(self) -> None:
        metadata = self.workspace.metadata
        self.pane.border_title = Content(self.heading)
        parts = (metadata.byline, metadata.outlet, metadata.published[:10])
        self.pane.border_subtitle = Content(" · ".join(label(part, 40) for part in parts if part))
        self.pane.show(self.workspace.document)
        if self.place is not None:
            self.show_place(self.place)
        self.panel.loading_claims = True
        self.watch(self.pane, "caret", lambda: self.hint(), init=False)
        # What follows imports the database's library: the text has been painted by then.
        self.call_after_refresh(self.run_worker, self._enter(), exclusive=True, group="enter")

    async def _enter(self) -> None:
        kept = await self._get_in()
        if kept is None:
            # The article is there to be read all the same.
            await self._find_claims()
            while kept is None:
                await asyncio.sleep(TRY_AGAIN)
                kept = await self._get_in()
        if kept.document is not None:
            self.pane.show(kept.document)
        if kept.position and self.place is None and not self.pane.scroll_y:
            self.pane.show(self.workspace.document, at=kept.position)
        self.show_items()
        for notice in (*kept.notices, self._imported.notice if self._imported else ""):
            if notice:
                self.say(notice)
        for draft in kept.drafts:
            self.recover(draft)
        if kept.moved is not None:
            self.revised = self.worded(told(kept.moved))
            self._tell([self.revised])
        self.run_worker(self.watch_library(), group="watch")
        if self.workspace.reading is None:
            await self._find_claims()
        else:
            self._show_read()
        if kept.reading is None:
            await self._keep_reading()
        # A book's claims are a million objects that stay: no key should wait while the collector looks at them.
        gc.freeze()

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

    async def _keep_reading(self) -> None:
        try:
            await self.workspace.keep_reading()
        except SaysoError as error:
            # What was read can be read again: nothing of the reader's is lost.
            self.tell_unsaved(error)

    def _show_read(self) -> None:
        """Show what is known of the article now that all of it has been read."""
        self.panel.loading_claims = False
        if self.workspace.reading is not None:
            self.query_one(VoicesBar).show(shares(self.workspace.reading))
            self._tell(self.workspace.reading.notices)

    async def _detect(self) -> None:
        showing = Showing(self, self._place, self._show_found)
        try:
            await self.workspace.detect(self._progress, showing.more)
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

    def _progress(self, share: float) -> None:
        self.panel.share_read = share

    def _tell(self, notices: Sequence[str]) -> None:
        """Say in a line that stays, or where that is not in sight in the corner, what the reader should know."""
        notice = self.query_one(Notice)
        notice.say(" ".join(dict.fromkeys(part for part in (self.revised, *notices) if part)))
        if notices and not notice.in_sight:
            self.say(" ".join(notices))

    def show_items(self, uid: str | None = None) -> None:
        """Show the workspace's items; ``uid`` names the annotation to select, else the selection stays."""
        before = self.selected_item
        items = self.workspace.items
        self.pane.mark(items)
        reading = self.workspace.reading
        self.panel.show(self.workspace.text, items, reading.caveats if reading else (), self.workspace.unsaved)
        self.panel.engine = reading.engine if reading else None
        self.panel.unplaced = self.show_unplaced()
        index = self.workspace.index_of(uid) if uid is not None else None
        if index is not None:
            self.select(index)
        elif before is not None:
            same = (i for i, item in enumerate(items) if item.span == before.span and item.content == before.content)
            self.select(next(same, None))
        self.select_awaited()

    def show_unsaved(self, words: str) -> None:
        """Show ``words`` in a line that stays until they are empty."""
        self.query_one(UnsavedLine).say(words)

    # --- where the reader is ----------------------------------------------------------------

    def select(self, index: int | None) -> None:
        self.pane.selected = index
        self.panel.selected = index
        self.hint()

    def _go(self, index: int) -> None:
        self.select(index)
        self.pane.reveal(*self.workspace.items[index].span)

    def action_step(self, step: Literal[1, -1]) -> None:
        """To the next or previous claim: from the selected one, or from what is on screen when that is elsewhere."""
        items = self.workspace.items
        if not items:
            return
        low, high = self.pane.visible_span
        here = self.selected_item
        if here is not None and here.span[0] < high and here.span[1] > low:
            index = (self.pane.selected or 0) + step
        elif step > 0:
            index = next((i for i, item in enumerate(items) if item.span[0] >= low), len(items))
        else:
            index = next((i for i in reversed(range(len(items))) if items[i].span[0] < high), -1)
        if 0 <= index < len(items):
            self._go(index)
        else:
            self.say("That was the last claim." if step > 0 else "That was the first claim.")

    @on(ArticlePane.Clicked)
    def _clicked(self, event: ArticlePane.Clicked) -> None:
        if event.items:
            self.select(event.items[0])

    @on(ArticlePane.Scrolled)
    def _scrolled(self, event: ArticlePane.Scrolled) -> None:
        self.panel.follow(event.span)

    @on(ArticlePane.Selected)
    def _selection_changed(self, _event: ArticlePane.Selected) -> None:
        self.hint()

    @on(ClaimsPanel.Chosen)
    def _chosen(self, event: ClaimsPanel.Chosen) -> None:
        self._go(event.index)

    @on(ClaimsPanel.Opened)
    def _opened(self, event: ClaimsPanel.Opened) -> None:
        self._go(event.index)
        self.remove_class("-panel-open")
        self.pane.focus()

    @on(ClaimsPanel.Asked)
    def _asked(self) -> None:
        self.action_details()

    def action_details(self) -> None:
        """Show all that is known of the selected claim or passage."""
        from tui.dialogs.claim import ClaimDialog
        from tui.widgets.panel.at_length import item_told

        item, reading = self.selected_item, self.workspace.reading
        if item is None:
            self.say(self.worded("Choose a claim first with {claims.next} or a click."))
            return
        told = item_told(item, self.workspace.text, reading.caveats if reading else ())
        self.app.push_screen(ClaimDialog(f"Claim {item.number}" if item.is_claim else "Passage", told))

    def action_other_side(self) -> None:
        """The keys go to the claims, or back to the article."""
        if self.pane.has_focus:
            self.add_class("-panel-open")
            self.panel.focus()
        else:
            self.remove_class("-panel-open")
            self.pane.focus()

    def action_toggle_panel(self) -> None:
        """Show or hide the claims: in a narrow window they lie over the article."""
        if self.has_class("-narrow"):
            self.action_other_side()
        else:
            self.toggle_class("-panel-closed")
            self.pane.focus()

    def action_attitudes(self) -> None:
        """Show what people are said to want or believe, or hide it again."""
        self.workspace.show_attitudes(not self.workspace.attitudes)
        self.show_items()
        self.say("Attitudes are shown too." if self.workspace.attitudes else "Claims made in words only.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Esc stops marking before it lets go of anything else, and is the article's own where nothing is marked."""
        return action != "leave_mode" or (self.marking is not None and self.focused in (self.pane, self.panel))

    def hint(self, words: str = "") -> None:
        """Say what the next keys do, while something is under way."""
        if self.marking is not None:
            words = self.worded(self.marking.hint)
        elif self.pane.selection is not None:
            words = self.worded(SELECTED_BY_KEYS if self.pane.caret is not None else SELECTED)
        elif not words and self.pane.caret is not None:
            words = self.worded(CARET_OUT)
        elif not words and self.selected_item is not None and not self.panel.display:
            more = self.worded("{claims.details} more")
            words = f"{in_short(self.selected_item, self.workspace.text)} · {more}"
        self.query_one(Hint).say(words)

    # --- leaving ----------------------------------------------------------------------------

    def action_help(self) -> None:
        """Show the keys and what the marks mean."""
        from tui.dialogs.help import HelpDialog
        from tui.keymap.marks import MARKS
        from tui.keymap.table import READING, help_of

        self.app.push_screen(HelpDialog(help_of(self.app, READING, MARKS)))

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

"""The part of the reading screen that sees to it that nothing is lost: what is unsaved, what came from elsewhere."""

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from store.errors import SaysoError
from tui.in_place import in_place
from tui.keymap.keyed import Keyed
from tui.leaving import rescue
from tui.saying import say
from tui.screens.settling import SettlingScreen
from tui.unsaved import told
from tui.watching import EVERY
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.conflicts import Choice, Conflict

TRY_AGAIN = 5.0
"""Seconds until what the library did not take is offered to it again."""


class KeepingScreen(Keyed, SettlingScreen):
    """A screen with a workspace whose changes are made one after the other.

    Once it `watch`es, what is changed elsewhere comes to be shown, and what could not be saved is tried again. The
    screen that builds on it shows the workspace's items (`show_items`) and what is unsaved (`show_unsaved`).
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        workspace.on_change = self._on_change
        self._turn = asyncio.Lock()
        self._tried = monotonic()
        self._fault = ""
        self._told_of: tuple[int, bool] | None = None

    @property
    def in_place(self) -> bool:
        """Whether the screen is there and not on its way out."""
        return in_place(self)

    @abstractmethod
    def show_items(self, uid: str | None = None) -> None:
        """Show the workspace's items; ``uid`` names the annotation to select, else the selection stays."""

    @abstractmethod
    def show_unsaved(self, words: str) -> None:
        """Show ``words`` in a line that stays until they are empty."""

    def say(self, message: str, *, wrong: bool = False) -> None:
        """A short word over the footer, or, of what went wrong, in the corner."""
        say(self, message, wrong=wrong)

    # --- changing things --------------------------------------------------------------------

    async def _in_turn(self, work: Callable[..., Awaitable[None]], *arguments: object) -> None:
        """Changes are made one after the other, each on what the one before left."""
        async with self._turn:
            try:
                await work(*arguments)
            except SaysoError as error:
                self.show_items()
                self.say(str(error), wrong=True)
            except NoMatches:
                if self.in_place:
                    raise
            self.tell_unsaved()
            self._settle_conflict()

    async def _kept_in_turn(self, work: Callable[..., Awaitable[None]], *arguments: object) -> None:
        try:
            await self._in_turn(work, *arguments)
        finally:
            self.kept()

    def _change(self, work: Callable[..., Awaitable[None]], *arguments: object) -> None:
        self.keeping()
        self.run_worker(self._kept_in_turn(work, *arguments), group="changes")

    async def hand_over(self) -> None:
        """Wait for the changes whose keys have been pressed: what cannot be saved in a moment waits in the outbox."""
        changes = [worker for worker in self.workers if worker.group == "changes" and not worker.is_finished]
        if changes:
            await self.workers.wait_for_complete(changes)

    # --- what is not saved ------------------------------------------------------------------

    def tell_unsaved(self, fault: SaysoError | None = None) -> None:
        """Say what is not saved and why, or what is wrong with the library; once in the corner, and in a line."""
        if not self.in_place:
            return
        outbox = self.workspace.outbox
        fault = fault or (outbox.fault if outbox else None)
        words, alarm = told(len(outbox.waiting), len(outbox.drafts), fault, outbox.rescued_in)
        self.show_unsaved(words)
        if alarm and alarm != self._fault:
            self.say(alarm, wrong=True)
        self._fault = alarm

    def _on_change(self) -> None:
        self.show_items()
        self.tell_unsaved()

    def action_rescue(self) -> None:
        """Write what is on the screen to a library file of its own."""
        self.run_worker(self._rescue(), group="rescue", exclusive=True)

    async def _rescue(self) -> None:
        if await rescue(self.app, self.workspace):
            self.tell_unsaved()

    async def keep_setting(self, setting: str, value: str) -> None:
        """Keep how the reader wants articles shown; where that cannot be, say what is wrong with the library."""
        try:
            await self.workspace.desk.do(lambda library: library.settings.keep(setting, value))
        except SaysoError as error:
            self.tell_unsaved(error)

    # --- what comes from elsewhere ----------------------------------------------------------

    async def watch_library(self) -> None:
        """Look every second for what was changed elsewhere, and every few at what waits to be saved."""
        while self.in_place:
            await asyncio.sleep(EVERY)
            news, fault = False, None
            try:
                # One that lies in another tab is up to date soon enough when it is gone to.
                if self in self.app.screen_stack:
                    news = await self.workspace.look()
            except SaysoError as error:
                fault = error
            if self.workspace.outbox and monotonic() - self._tried > TRY_AGAIN:
                self._tried, news = monotonic(), True
                await self.workspace.outbox.try_again()
            if self.in_place:
                if news:
                    self.show_items()
                self.tell_unsaved(fault)
                self._settle_conflict()
                self._tell_of_article()

    def _tell_of_article(self) -> None:
        """Say once that the article has a newer text by now, or is in the bin."""
        here, now = self.workspace.article, self.workspace.newest
        if here is None or now is None:
            return
        state = (now.number, now.deleted is not None)
        if self._told_of is None:
            self._told_of = (here.number, here.deleted is not None)
        if state != self._told_of:
            if state[1] and not self._told_of[1]:
                self.say("This article was put into the bin elsewhere. What you note on it is still kept.")
            elif state[0] > self._told_of[0]:
                more = self.clickable("{around.reload} goes to it, {around.changes} shows what changed.")
                self.say(f"A newer text of this article was added elsewhere: {more}")
            self._told_of = state

    # --- what two changed -------------------------------------------------------------------

    def _settle_conflict(self) -> None:
        """Ask about a change that was refused, unless the reader has something else before them."""
        if self.workspace.outbox.conflicts and self.app.screen is self:
            self.ask_about(self.workspace.outbox.conflicts.pop(0))

    def ask_about(self, conflict: "Conflict") -> None:
        """Let the reader settle ``conflict``; until then their version is a draft that was refused."""
        from tui.dialogs.conflict import ConflictDialog

        def closed(choice: "Choice | None") -> None:
            if choice is None:
                self.say("Your version is kept, and asked about again when the article is opened the next time.")
            else:
                self._change(self._settle, conflict, choice)

        self.show_items()
        self.app.push_screen(ConflictDialog(conflict), closed)

    async def _settle(self, conflict: "Conflict", choice: "Choice") -> None:
        await self.workspace.settle(conflict, choice)
        self.show_items()

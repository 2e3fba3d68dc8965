"""The part of the reading screen in which claims are amended: every step on the screen only, all of it kept as one."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from textual import on

from claims.model import Span
from store.amending import AmendError, joined, split, to_join
from store.annotations import Annotation, Role
from store.items import Item
from tui.keymap.places import PLACES
from tui.modes.amending import Amending
from tui.screens.reading.annotating import NOT_IN_YET
from tui.screens.reading.marking import ABOUT_CLAIMS, MarkingScreen
from tui.widgets.article.motions import word_at
from tui.widgets.article.pane import ArticlePane

NOT_NOW = ABOUT_CLAIMS | {command.action for command in PLACES["marking"].commands}
"""What is about a claim, by the actions: while one is amended its keys are for that."""

Pairs = Sequence[tuple[Annotation, Annotation | None]]


class AmendingScreen(MarkingScreen):
    """A screen whose reader amends the selected claim or passage."""

    @property
    def amending(self) -> Amending | None:
        """What is being amended."""
        return self.mode if isinstance(self.mode, Amending) else None

    @property
    def asks_where_to_cut(self) -> bool:
        """Whether a claim is to be split, and the reader is asked where."""
        return self.amending is not None and self.amending.cut_at is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is amended the keys are for that."""
        if action.startswith("amend_"):
            return self.amending is not None and self.focused in (self.pane, self.panel)
        if self.amending is not None and action in NOT_NOW:
            return False
        return super().check_action(action, parameters)

    def action_amend(self) -> None:
        """Amend the selected claim or passage."""
        item = self.selected_item
        if self.workspace.article is None:
            self.say(NOT_IN_YET)
        elif self.told_of_none():
            pass
        elif item is None:
            self.say(self.clickable("Choose a claim first with {claims.next} or a click."))
        else:
            before = self.workspace.annotate(item)
            self.remove_class("-panel-open")
            self.pane.focus()
            self._at(Amending(before, before, self.workspace.text, item.claim.speaker if item.claim else None), item)

    # --- step by step -------------------------------------------------------------------------

    def action_amend_move(self, motion: str) -> None:
        """Move the edge of the piece at hand."""
        if self.amending is not None and self.pane.selection is None:
            self.pane.hold(*self.amending.piece[1])
        self.pane.move_edge(motion)

    @on(ArticlePane.Clicked)
    def _amend_clicked(self, event: ArticlePane.Clicked) -> None:
        """Have the edge that is nearer to the word that was clicked reach to it; later moves are of that edge."""
        if self.amending is None or event.sign:
            return
        start, end = self.pane.selection or self.amending.piece[1]
        first, last = word_at(self.pane.text, event.offset)
        if self.amending.cut_at is not None:
            # The second claim begins with the word.
            begin, stop = self.amending.piece[1]
            if begin < first < stop:
                self.pane.hold(begin, first)
            return
        at_start = first - start < end - last
        self.pane.hold(*((first, max(end, last)) if at_start else (min(start, first), last)))
        if at_start:
            self.pane.action_caret_swap()
        self.hint()

    def action_amend_swap(self) -> None:
        """Go to the other end of the piece."""
        self.pane.action_caret_swap()

    async def action_amend_next(self) -> None:
        """Go to the next piece."""
        await self._step(Amending.next)

    async def action_amend_into(self, role: Role) -> None:
        """The piece at hand is the source, the cue or content."""
        await self._step(lambda mode, span: mode.into(role, span))

    async def action_amend_add(self) -> None:
        """The selected words are a piece of their own."""
        before = self.mode
        await self._step(Amending.added)
        if self.mode is before:
            keys = "{amend.word-left} {amend.word-right} {amend.other-end} or the mouse"
            self.say(self.clickable(f"Select the words that are to come to it first, with {keys}."))

    async def action_amend_drop(self) -> None:
        """The piece at hand goes."""
        await self._step(lambda mode, _: mode.dropped())

    async def _step(self, step: Callable[[Amending, Span | None], Amending]) -> Amending | None:
        """Take a step; where that cannot be, say why, and return None."""
        mode, span = self.amending, self.pane.selection
        if mode is None:
            return None
        try:
            # Who speaks is looked for in all of the text.
            further = await asyncio.to_thread(step, mode, span)
        except AmendError as error:
            self.say(f"Not done: {error}.")
            return None
        if further is not mode and self.mode is mode:
            self._at(further)
        return further

    def _at(self, mode: Amending, item: Item | None = None) -> None:
        """Show ``mode``, in which ``item`` is amended, else the one that was."""
        was = item or (self.pane.instead[0] if self.pane.instead else None)
        self.mode = mode
        if was is not None:
            self.pane.instead = (was, replace(was, annotation=mode.draft))
        self.pane.reveal(*mode.piece[1])
        start, end = mode.piece[1]
        self.pane.hold(start, mode.cut_at or end)
        self.pane.repaint()
        self.hint()
        self.refresh_bindings()

    # --- keeping it ---------------------------------------------------------------------------

    def action_amend_leave(self) -> None:
        """Leave it as it is kept; where it is to be cut, leave that off alone."""
        if self.amending is not None and self.amending.cut_at is not None:
            self._at(self.amending._replace(cut_at=None))
        else:
            self._end_amending()

    def _end_amending(self) -> None:
        self.pane.instead = None
        self.action_leave_mode()
        self.refresh_bindings()

    async def action_amend_keep(self) -> None:
        """Keep all of it as one change; of what is to be cut, both halves."""
        if self.asks_where_to_cut:
            await self.action_amend_split()
            return
        kept = await self._step(Amending.moved)
        if kept is None:
            return
        self._end_amending()
        if kept.draft is kept.before:
            self.say("Nothing is changed.")
        else:
            self._change(self._keep_amended, kept)

    async def _keep_amended(self, mode: Amending) -> None:
        from store.telling_amended import told

        await self._save(mode.before, mode.draft)
        number = self._claim_number(mode.before.uid) if mode.before.kind == "claim" else None
        self.say(f"{told(mode.before, mode.draft, number)}. {self.clickable('{history.undo} takes it back.')}")

    async def action_amend_split(self) -> None:
        """Make two claims of it: what lies behind the edge is the second. Where that cuts nothing, ask for the cut."""
        mode, span = self.amending, self.pane.selection
        if mode is None or span is None or self.pane.caret is None:
            return
        at = span[0] if self.pane.caret == span[0] < span[1] - 1 else span[1]
        try:
            first, second = await asyncio.to_thread(split, mode.draft, mode.text, at)
        except AmendError:
            await self._step(lambda mode, span: mode.to_cut(span))
            return
        self._end_amending()
        self._change(self._keep_together, mode.before, first, ((second, second),), "Split in two", "more")

    async def action_amend_join(self) -> None:
        """Make one claim of it and the next, or of the halves of one that was split."""
        mode = await self._step(Amending.moved)
        if mode is None or self.pane.instead is None:
            return
        items, here = self.pane.items, self.pane.drawn.index_of(self.pane.instead[0])
        other = to_join(mode.draft, items[here + 1 :]) if here is not None else None
        if other is None:
            self.say("No claim follows that it could be joined with.")
            return
        with_it = self.workspace.annotate(other)
        try:
            whole = await asyncio.to_thread(joined, mode.draft, with_it, mode.text)
        except AmendError as error:
            self.say(f"Not done: {error}.")
            return
        self._end_amending()
        gone: Pairs = ((with_it, None),) if other.annotation is not None else ()
        self._change(self._keep_together, mode.before, whole, gone, f"Joined with claim {other.number}", "less")

    async def _keep_together(
        self, before: Annotation, after: Annotation, also: Pairs, done: str, change: Literal["more", "less"]
    ) -> None:
        """Keep ``after`` and ``also`` as one change, all of it or nothing."""
        from store.rebasing import rebased

        kept = self._kept(before) or before
        now = rebased(before, after, kept)
        left = (kept,) if now is None else await self.workspace.save_all([(kept, now), *also], whole=True)
        self.show_items(kept.uid)
        if left:
            self.say("It was changed elsewhere meanwhile: left as it is there.", wrong=True)
        else:
            # Split, the second half is one more; joined, it is one's own that the other's is part of.
            number = (self._claim_number(kept.uid) or 0) + (change == "more")
            self.say(f"{done}{self._counted_anew(number, change)}. {self.clickable('{history.undo} takes it back.')}")

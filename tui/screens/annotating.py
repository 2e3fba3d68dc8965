"""The half of the reading screen that changes things: deciding, noting, marking, and taking it back."""

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from textual.screen import Screen
from textual.worker import Worker

from store.errors import SaysoError
from store.review import Item
from store.safety import label
from tui.marking import Marking
from tui.widgets.article.pane import ArticlePane
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations import Annotation, Decision
    from store.keeping.drafts import Draft


class AnnotatingScreen(Screen[None]):
    """A screen with a workspace and an article pane whose reader changes what is kept.

    The screen that builds on it shows the workspace's items (`show_items`) and says what the next keys do (`hint`).
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.marking: Marking | None = None
        self._turn = asyncio.Lock()

    @property
    def pane(self) -> ArticlePane:
        """The article."""
        return self.query_one(ArticlePane)

    @property
    def selected_item(self) -> Item | None:
        """The item that is selected in the text and in the panel."""
        index = self.pane.selected
        items = self.pane.items
        return items[index] if index is not None and index < len(items) else None

    @abstractmethod
    def show_items(self, uid: str | None = None) -> None:
        """Show the workspace's items; ``uid`` names the annotation to select, else the selection stays."""

    @abstractmethod
    def hint(self, words: str = "") -> None:
        """Say what the next keys do, while something is under way."""

    def say(self, message: str, *, wrong: bool = False) -> None:
        """A short word in the corner; what may hold foreign text is never markup."""
        # One at a time: a pile of them would cover the article.
        self.app.clear_notifications()
        severity: Literal["error", "information"] = "error" if wrong else "information"
        self.notify(label(message, 400), severity=severity, timeout=6 if wrong else 3, markup=False)

    # --- changing things --------------------------------------------------------------------

    async def _in_turn(self, work: Callable[..., Awaitable[None]], *arguments: object) -> None:
        """Changes are made one after the other, each on what the one before left."""
        async with self._turn:
            try:
                await work(*arguments)
            except SaysoError as error:
                self.say(str(error), wrong=True)

    def _change(self, work: Callable[..., Awaitable[None]], *arguments: object) -> None:
        self.run_worker(self._in_turn(work, *arguments), group="changes")

    async def _save(self, annotation: "Annotation") -> None:
        await self.workspace.save(annotation)
        self.show_items(annotation.uid)

    async def _target(self) -> "Annotation | None":
        """What the next change is about: the selected passage, else the selected claim."""
        span = self.pane.selection
        if span is not None:
            return await self.workspace.annotate_passage(span)
        if self.selected_item is not None:
            return await self.workspace.annotate(self.selected_item)
        self.say("Choose a claim first with ] or a click, or select a passage with v or the mouse.")
        return None

    def action_decide(self, decision: "Decision") -> None:
        """Accept or reject the selected claim; the same again takes it back."""
        self._change(self._decide, decision)

    async def _decide(self, decision: "Decision") -> None:
        item = self.selected_item
        if item is None or not item.is_claim:
            self.say("Choose a claim first with ] or a click.")
            return
        annotation = await self.workspace.annotate(item)
        await self._save(replace(annotation, decision=None if annotation.decision == decision else decision))

    def action_note(self) -> None:
        """Write a note on the selected passage or claim."""
        self._change(self._note)

    async def _note(self) -> None:
        annotation = await self._target()
        if annotation is not None:
            await self._write(annotation, annotation.note)

    async def _write(self, annotation: "Annotation", note: str, *, recovered: bool = False) -> None:
        from tui.dialogs.note import NoteDialog

        drafts: list[Worker[None]] = []

        def keep(text: str) -> None:
            drafts.append(self.run_worker(self._draft(replace(annotation, note=text)), group="drafts"))

        quote = " … ".join(s.exact for s in annotation.selectors if s.role in ("content", "passage"))
        title = annotation.speaker or ("Claim" if annotation.kind == "claim" else "Passage")
        written = await self.app.push_screen_wait(NoteDialog(title, quote, note, recovered=recovered, on_typed=keep))
        for draft in drafts:
            await draft.wait()
        if written is None:
            await self.workspace.drop_draft(annotation.uid)
            return
        if annotation.kind == "passage" and not written.strip() and self.workspace.index_of(annotation.uid) is None:
            await self.workspace.drop_draft(annotation.uid)
            return
        self.pane.clear_selection()
        await self._save(replace(annotation, note=written))

    async def _draft(self, annotation: "Annotation") -> None:
        try:
            await self.workspace.draft(annotation)
        except SaysoError as error:
            self.say(str(error), wrong=True)

    async def _recover(self, draft: "Draft") -> None:
        """Offer a note again that was being typed when the program died."""
        await self._write(draft.annotation, draft.annotation.note, recovered=True)

    def action_highlight(self) -> None:
        """Highlight the selected passage."""
        self._change(self._highlight)

    async def _highlight(self) -> None:
        span = self.pane.selection
        if span is None:
            self.say("Select a passage first: v and the arrow keys, or the mouse.")
            return
        annotation = await self.workspace.annotate_passage(span)
        self.pane.clear_selection()
        await self._save(annotation)

    def action_assess(self) -> None:
        """Set progress and finding of the selected claim."""
        self._change(self._assess)

    async def _assess(self) -> None:
        from tui.dialogs.assess import AssessDialog

        annotation = await self._target()
        if annotation is None:
            return
        answer = await self.app.push_screen_wait(
            AssessDialog(annotation.progress, annotation.finding, annotation.reason)
        )
        if answer is not None:
            self.pane.clear_selection()
            await self._save(
                replace(annotation, progress=answer.progress, finding=answer.finding, reason=answer.reason)
            )

    def action_tags(self) -> None:
        """Tag the selected passage or claim."""
        self._change(self._tags)

    async def _tags(self) -> None:
        from tui.dialogs.tags import TagsDialog

        annotation = await self._target()
        if annotation is None:
            return
        tags = await self.app.push_screen_wait(TagsDialog(annotation.tags, await self.workspace.known_tags()))
        if tags is not None:
            self.pane.clear_selection()
            await self._save(replace(annotation, tags=tags))

    def action_delete(self) -> None:
        """Delete the selected item's annotation."""
        self._change(self._delete)

    async def _delete(self) -> None:
        item = self.selected_item
        if item is None or item.annotation is None:
            self.say("Nothing of yours is on this: x rejects a detected claim.")
            return
        await self.workspace.delete(item.annotation.uid)
        self.show_items()
        self.say("Deleted. U brings it back.")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._change(self._undo)

    async def _undo(self) -> None:
        undone = await self.workspace.undo()
        self.show_items()
        self.say(f"Undone: {undone}. R does it again." if undone else "Nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._change(self._redo)

    async def _redo(self) -> None:
        redone = await self.workspace.redo()
        self.show_items()
        self.say(f"Done again: {redone}." if redone else "Nothing to do again.")

    # --- marking a missed claim -------------------------------------------------------------

    def action_mark(self) -> None:
        """Mark a claim that was missed: content, source, cue, one after the other."""
        self.marking = Marking()
        self.pane.focus()
        if self.pane.selection is not None:
            self.action_answer()
        elif self.pane.caret is None:
            self.pane.action_read_caret()
        self.hint()

    def action_answer(self) -> None:
        """Take the selection as the answer to what is being asked; where nothing is, highlight it."""
        if self.marking is None:
            if self.pane.selection is not None:
                self.action_highlight()
            return
        self.marking = self.marking.answer(self.pane.selection)
        self.pane.clear_selection()
        if self.marking.complete:
            marking, self.marking = self.marking, None
            self.pane.caret = None
            self._change(self._keep_marked, marking)
        self.hint()

    async def _keep_marked(self, marking: Marking) -> None:
        annotation = await self.workspace.mark_claim(*marking.done)
        self.show_items(annotation.uid)
        self.say(f"Marked a claim of {annotation.speaker}." if annotation.speaker else "Marked a claim.")

    def action_stop_marking(self) -> None:
        """Leave off marking, and keep nothing of it."""
        self.marking = None
        self.pane.clear_selection()
        self.pane.caret = None
        self.hint()

    def action_unanswer(self) -> None:
        """One step back in marking."""
        if self.marking is not None:
            self.marking = self.marking.back()
            self.hint()

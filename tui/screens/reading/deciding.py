"""The part of the reading screen that decides on claims, tags them, and takes changes back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from store.review import Item
from tui.screens.reading.annotating import NOT_IN_YET, AnnotatingScreen

if TYPE_CHECKING:
    from store.annotations import Decision


class DecidingScreen(AnnotatingScreen):
    """A screen whose reader says what they make of the selected claim or passage."""

    def action_decide(self, decision: "Decision") -> None:
        """Accept or reject the selected claim; the same again takes it back."""
        item = self.selected_item
        if self.workspace.article is None:
            self.say(NOT_IN_YET)
        elif item is None or not item.is_claim:
            self.say(self.worded("Choose a claim first with {claims.next} or a click."))
        else:
            self._change(self._decide, item, decision)

    async def _decide(self, item: Item, decision: "Decision") -> None:
        await self.workspace.entered()
        annotation = self.workspace.annotate(self.workspace.now(item))
        decided = None if annotation.decision == decision else decision
        await self._save(annotation, replace(annotation, decision=decided))

    def action_highlight(self) -> None:
        """Highlight the selected passage."""
        if self.pane.selection is None:
            self.say(self.worded("Select a passage first: {read.select-by-keys} and the arrow keys, or the mouse."))
            return
        annotation = self._target()
        if annotation is not None:
            self.pane.clear_selection()
            self._change(self._save, annotation, annotation)

    def action_assess(self) -> None:
        """Set progress and finding of the selected claim."""
        from tui.dialogs.assess import AssessDialog, Assessment

        annotation = self._target()
        if annotation is None:
            return

        def closed(answer: Assessment | None) -> None:
            if answer is not None:
                self.pane.clear_selection()
                progress, finding, reason = answer.progress, answer.finding, answer.reason
                assessed = replace(annotation, progress=progress, finding=finding, reason=reason)
                self._change(self._save, annotation, assessed)

        self.app.push_screen(AssessDialog(annotation.progress, annotation.finding, annotation.reason), closed)

    def action_tags(self) -> None:
        """Tag the selected passage or claim."""
        from tui.dialogs.tags import TagsDialog

        annotation = self._target()
        if annotation is None:
            return

        def closed(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self.pane.clear_selection()
                self._change(self._save, annotation, replace(annotation, tags=tags))

        self.app.push_screen(TagsDialog(annotation.tags, self.workspace.tags), closed)

    def action_delete(self) -> None:
        """Delete the selected item's annotation."""
        item = self.selected_item
        if item is None or item.annotation is None:
            self.say(self.worded("Nothing of yours is on this: {claims.reject} rejects a detected claim."))
        else:
            self._change(self._delete, item.annotation.uid)

    async def _delete(self, uid: str) -> None:
        await self.workspace.delete(uid)
        self.show_items()
        self.say(self.worded("Deleted. {history.undo} brings it back."))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._change(self._undo)

    async def _undo(self) -> None:
        undone = await self.workspace.undo()
        self.show_items()
        again = self.worded("{history.redo} does it again.")
        self.say(f"Undone: {undone}. {again}" if undone else "Nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._change(self._redo)

    async def _redo(self) -> None:
        redone = await self.workspace.redo()
        self.show_items()
        self.say(f"Done again: {redone}." if redone else "Nothing to do again.")

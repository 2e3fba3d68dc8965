"""The half of the reading screen that changes things: deciding, noting, marking, and taking it back."""

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from store.review import Item
from tui.marking import Marking
from tui.screens.keeping import KeepingScreen
from tui.widgets.article.pane import ArticlePane
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations import Annotation, Decision
    from store.keeping.drafts import Draft


NOT_IN_YET = "The article is still on its way into the library: nothing can be put on it yet."
CHOOSE_OR_SELECT = (
    "Choose a claim first with {claims.next} or a click, or select a passage with {read.select-by-keys} or the mouse."
)


class AnnotatingScreen(KeepingScreen):
    """A screen with a workspace and an article pane whose reader changes what is kept.

    The screen that builds on it says what the next keys do (`hint`).
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.marking: Marking | None = None

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
    def hint(self, words: str = "") -> None:
        """Say what the next keys do, while something is under way."""

    # --- changing things --------------------------------------------------------------------

    async def _save(self, before: "Annotation", after: "Annotation") -> None:
        here = self.pane.selected
        uid = await self.workspace.save(before, after)
        # A reader who has gone on meanwhile stays where they are.
        self.show_items(uid if self.pane.selected == here else None)

    def _kept(self, annotation: "Annotation") -> "Annotation | None":
        """What ``annotation`` is by now, or another of the same claim."""
        from store.rebasing import counterpart

        return counterpart(annotation, self.workspace.annotations)

    def _target(self) -> "Annotation | None":
        """What the next change is about: the selected passage, else the selected claim.

        Asked for at the key, not later: the keys that follow may already select something else.
        """
        span = self.pane.selection
        if self.workspace.article is None:
            self.say(NOT_IN_YET)
        elif span is not None:
            return self.workspace.annotate_passage(span)
        elif self.selected_item is not None:
            return self.workspace.annotate(self.selected_item)
        else:
            self.say(self.worded(CHOOSE_OR_SELECT))
        return None

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

    def action_note(self) -> None:
        """Write a note on the selected passage or claim."""
        annotation = self._target()
        if annotation is not None:
            self._write(annotation)

    def recover(self, draft: "Draft") -> None:
        """Offer a note again that was being typed when the program died, or ask again about a refused change."""
        from store.conflicts import Conflict

        typed, kept = draft.annotation, self._kept(draft.annotation)
        if draft.kind == "refused":
            self.ask_about(Conflict(kept or typed, typed, kept))
        else:
            # What stood there when it was begun: where that has been changed since, the reader is to decide.
            before = kept if kept is not None and kept.rev == typed.rev else replace(typed, note="")
            self._write(typed, before=before)

    # The dialogs are pushed at the key itself, so that whatever is typed next goes to them.

    def _write(self, annotation: "Annotation", *, before: "Annotation | None" = None) -> None:
        """Let the note on ``annotation`` be written; ``before`` is given for one that was typed and never saved."""
        from tui.dialogs.note import NoteDialog

        def keep(text: str) -> None:
            # Past the changes that wait their turn: a draft is never more than a second behind the keys.
            self.workspace.outbox.draft(replace(annotation, note=text))

        def closed(written: str | None) -> None:
            self._change(self._keep_note, before or annotation, annotation, written)

        quote = " … ".join(s.exact for s in annotation.selectors if s.role in ("content", "passage"))
        title = annotation.speaker or ("Claim" if annotation.kind == "claim" else "Passage")
        dialog = NoteDialog(title, quote, annotation.note, recovered=before is not None, on_typed=keep)
        self.app.push_screen(dialog, closed)

    async def _keep_note(self, before: "Annotation", annotation: "Annotation", written: str | None) -> None:
        new = self.workspace.index_of(annotation.uid) is None
        if written is None or (annotation.kind == "passage" and new and not written.strip()):
            await self.workspace.drop_draft(annotation.uid)
            return
        self.pane.clear_selection()
        await self._save(before, replace(annotation, note=written))

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

    def action_leave_mode(self) -> None:
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

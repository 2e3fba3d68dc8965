"""The part of the reading screen with what is said of a claim or passage in dialogs: progress and finding, tags."""

from dataclasses import replace
from typing import TYPE_CHECKING

from store.naming import named
from tui.screens.reading.meaning import MeaningScreen

if TYPE_CHECKING:
    from store.annotations import Annotation


class AssessingScreen(MeaningScreen):
    """A screen whose reader says what they make of the selected claim or passage."""

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
                verdicts = [finding or "", "" if progress == "unreviewed" else progress]
                told = ", ".join(filter(None, verdicts)) or "no finding, unreviewed"
                self._change(self._save_and_tell, annotation, assessed, told)

        item = self.selected_item if self.pane.selection is None else None
        told = (f"claim {item.number}", named(item, self.workspace.text)) if item is not None and item.is_claim else ()
        about = " · ".join(filter(None, told)) or "this passage"
        guess = self.guess_of(item) if item is not None else None
        dialog = AssessDialog(annotation.progress, annotation.finding, annotation.reason, about, guess)
        self.app.push_screen(dialog, closed)

    def action_tags(self) -> None:
        """Tag the selected passage or claim."""
        from tui.dialogs.tags import TagsDialog

        annotation = self._target()
        if annotation is None:
            return

        def closed(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self.pane.clear_selection()
                told = f"tags {', '.join(tags)}" if tags else "no tags"
                self._change(self._save_and_tell, annotation, replace(annotation, tags=tags), told)

        self.app.push_screen(TagsDialog(annotation.tags, self.workspace.tags), closed)

    async def _save_and_tell(self, before: "Annotation", after: "Annotation", told: str) -> None:
        """Save it, and say what it is now, unless that waits to be saved: then a line says so."""
        await self._save(before, after)
        if self.workspace.outbox.waiting or self.workspace.outbox.conflicts:
            return
        index = self.workspace.index_of(after.uid)
        number = self.workspace.items[index].number if index is not None else None
        about = f"Claim {number}" if number is not None else "The passage"
        self.say(f"{about}: {told}. {self.clickable('{history.undo} takes it back.')}")

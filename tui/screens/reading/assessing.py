"""The part of the reading screen with what is said of a claim or passage in dialogs: progress and finding, tags."""

from dataclasses import replace

from tui.screens.reading.annotating import AnnotatingScreen


class AssessingScreen(AnnotatingScreen):
    """A screen whose reader says what they make of the selected claim or passage."""

    def action_highlight(self) -> None:
        """Highlight the selected passage."""
        if self.pane.selection is None:
            self.say(self.worded("Select a passage first: {read.select-by-keys} and the arrow keys, or the mouse."))
            return
        annotation = self._target()
        if annotation is not None:
            self._put_on(annotation, annotation)
            self.say(self.worded("Highlighted. {history.undo} takes it back."))

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

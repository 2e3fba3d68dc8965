"""The part of the reading screen in which notes are written, and those brought back that were never saved."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.article.pane import ArticlePane
from tui.widgets.panel.claims_panel import ClaimsPanel

if TYPE_CHECKING:
    from store.annotations import Annotation
    from store.keeping.drafts import Draft
    from tui.dialogs.note import Written


class NotingScreen(AnnotatingScreen):
    """A screen whose reader notes something on the selected claim or passage."""

    def action_note(self) -> None:
        """Write a note on the selected passage or claim."""
        annotation = self._target()
        if annotation is not None:
            self._write(annotation)

    @on(ClaimsPanel.Noted)
    @on(ArticlePane.Clicked)
    def _note_clicked(self, event: ClaimsPanel.Noted | ArticlePane.Clicked) -> None:
        asked = isinstance(event, ClaimsPanel.Noted) or event.note
        if isinstance(event, ClaimsPanel.Noted) and self.busy():
            return
        if asked and self.mode is None and self.check_action("note", ()):
            self.action_note()

    def recover(self, draft: "Draft") -> None:
        """Offer a note again that was being typed when the program died, or ask again about a refused change."""
        from store.conflicts import Conflict

        typed, kept = draft.annotation, self._kept(draft.annotation)
        if draft.kind == "refused":
            self.ask_about(Conflict(kept or typed, typed, kept))
        else:
            # What stood there when it was begun: where that has been changed since, the reader is to decide.
            before = kept if kept is not None and kept.rev == typed.rev else replace(typed, note="", evidence=())
            self._write(typed, before=before)

    # The dialogs are pushed at the key itself, so that whatever is typed next goes to them.

    def _write(self, annotation: "Annotation", *, before: "Annotation | None" = None) -> None:
        """Let the note on ``annotation`` be written; ``before`` is given for one that was typed and never saved."""
        from store.naming import named_on
        from tui.dialogs.note import NoteDialog

        def keep(written: "Written") -> None:
            # Past the changes that wait their turn: a draft is never more than a second behind the keys.
            self.workspace.outbox.draft(replace(annotation, note=written.note, evidence=written.evidence))

        def closed(written: "Written | None") -> None:
            self._change(self._keep_note, before or annotation, annotation, written)

        quote = " … ".join(s.exact for s in annotation.selectors if s.role in ("content", "passage"))
        title = named_on(annotation) or ("Claim" if annotation.kind == "claim" else "Passage")
        dialog = NoteDialog(
            title,
            quote,
            annotation.note,
            evidence=annotation.evidence,
            tags=self.workspace.tags,
            recovered=before is not None,
            on_typed=keep,
        )
        self.app.push_screen(dialog, closed)

    async def _keep_note(self, before: "Annotation", annotation: "Annotation", written: "Written | None") -> None:
        from store.noting import with_tags
        from tui.tagging import tags_in

        new = self.workspace.index_of(annotation.uid) is None
        nothing = written is None or not (written.note.strip() or written.evidence)
        if written is None or (annotation.kind == "passage" and new and nothing):
            await self.workspace.drop_draft(annotation.uid)
            return
        self.pane.clear_selection()
        known = (*annotation.tags, *self.workspace.tags)
        # Those that stood in the note before and are not on it were taken off it since.
        had = {*map(str.casefold, (*annotation.tags, *tags_in(before.note, known)))}
        more = [tag for tag in tags_in(written.note, known) if tag.casefold() not in had]
        tags = with_tags(annotation.tags, more)
        await self._save(before, replace(annotation, note=written.note, evidence=written.evidence, tags=tags))
        if not (self.workspace.outbox.waiting or self.workspace.outbox.conflicts):
            gone = before.note.strip() and not written.note.strip()
            what = "Evidence saved" if written.note == before.note else "Note taken away" if gone else "Note saved"
            self.say(f"{what}. {self.clickable('{history.undo} takes it back.')}")

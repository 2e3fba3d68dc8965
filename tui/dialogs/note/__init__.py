"""Writing a note, with what speaks for or against the claim it is about."""

from tui.dialogs.note.note import NoteDialog, Written

__all__ = ["NoteDialog", "Written"]

"""The part of the reading screen that deletes what is on a claim, and takes changes back."""

from store.review import Item
from tui.screens.reading.annotating import AnnotatingScreen


class UndoingScreen(AnnotatingScreen):
    """A screen whose reader takes back what they did."""

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
        self._change(self._undo, self.pane.selected)

    async def _undo(self, selected: int | None) -> None:
        before = self.workspace.items
        undone = await self.workspace.undo()
        self._show_turned(before, selected)
        again = self.worded("{history.redo} does it again.")
        self.say(f"Undone: {undone}. {again}" if undone else "Nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._change(self._redo, self.pane.selected)

    async def _redo(self, selected: int | None) -> None:
        before = self.workspace.items
        redone = await self.workspace.redo()
        self._show_turned(before, selected)
        self.say(f"Done again: {redone}." if redone else "Nothing to do again.")

    def _show_turned(self, before: tuple[Item, ...], selected: int | None) -> None:
        """Show the items, and where one of them alone is not what it was ``before``, go there.

        Unless the reader has gone on since the key, when ``selected`` was.
        """
        stayed = self.pane.selected == selected
        now = self.workspace.items
        others = [i for i, (one, other) in enumerate(zip(before, now, strict=False)) if one != other]
        self.show_items()
        if stayed and len(now) == len(before) and len(others) == 1:
            self.go(others[0])

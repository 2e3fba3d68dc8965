"""The part of the reading screen that deletes what is on a claim, and takes changes back."""

from collections.abc import Sequence

from store.items import Item
from tui.screens.reading.annotating import AnnotatingScreen
from tui.turning import Turn


class UndoingScreen(AnnotatingScreen):
    """A screen whose reader takes back what they did, and if they ask for it twice what others did."""

    _elsewhere: Turn | None = None

    def action_delete(self) -> None:
        """Delete the selected item's annotation."""
        item = self.selected_item
        if self.told_of_none():
            return
        if item is None:
            self.say(self.clickable("Choose a claim first with {claims.next} or a click."))
        elif item.annotation is None:
            self.say(self.clickable("Nothing of yours is on this: {claims.reject} rejects a detected claim."))
        else:
            self._change(self._delete, item.annotation.uid)

    async def _delete(self, uid: str) -> None:
        from store.brief import deletion

        number, before = self._claim_number(uid), self.workspace.items
        deleted = next((one for one in self.workspace.annotations if one.uid == uid), None)
        await self.workspace.delete(uid)
        self.show_items()
        gone = len(self.workspace.items) < len(before)
        anew = self._counted_anew(number - 1, "less") if gone and number is not None else ""
        what = deletion(deleted, number) if deleted is not None else "Deleted"
        self.say(f"{what}{anew}. {self.clickable('{history.undo} brings it back.')}")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._change(self._undo, self.pane.selected)

    async def _undo(self, selected: int | None) -> None:
        before = self.workspace.items
        turn = await self.workspace.undo(self._elsewhere)
        self._elsewhere = turn if turn is not None and not turn.done else None
        if turn is None:
            self.say("Nothing to undo.")
        elif not turn.done:
            again = self.clickable("{history.undo} again takes it back.")
            self.say(f"The last change was made elsewhere: {turn.told}. {again}")
        else:
            self._show_turned(turn, selected)
            self.say(
                f"Undone: {turn.told}{self._numbers_since(before)}. {self.clickable('{history.redo} does it again.')}"
            )

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._change(self._redo, self.pane.selected)

    async def _redo(self, selected: int | None) -> None:
        before = self.workspace.items
        turn = await self.workspace.redo()
        self._show_turned(turn, selected)
        self.say(f"Done again: {turn.told}{self._numbers_since(before)}." if turn else "Nothing to do again.")

    def _show_turned(self, turn: Turn | None, selected: int | None) -> None:
        """Show the items, and of a ``turn`` that is about one of them, go there.

        Unless the reader has gone on since the key, when ``selected`` was.
        """
        stayed = self.pane.selected == selected
        self.show_items()
        if stayed and turn is not None and turn.about is not None:
            index = self.workspace.index_of_what(turn.about)
            if index is not None:
                self.go(index)

    def _numbers_since(self, before: Sequence[Item]) -> str:
        """That claims have other numbers than they had ``before``, if there are more or less of them; else ''."""
        if self.panel.loading_claims:  # more of them come anyway
            return ""
        had, have = ([one for one in items if one.number is not None] for items in (before, self.workspace.items))
        numbers = {(one.span, one.content): one.number for one in had}
        if len(had) == len(have) or all(numbers.get((one.span, one.content), one.number) == one.number for one in have):
            return ""
        if abs(len(have) - len(had)) > 1:
            return "; claims have other numbers now"
        return f"; those after it count one {'more' if len(have) > len(had) else 'less'}"

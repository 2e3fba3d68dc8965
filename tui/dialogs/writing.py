"""A dialog in which words are written: they are not dropped unasked."""

from typing import TypeVar

from textual import events

from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.dialog import Dialog
from tui.widgets.choice_list import ChoiceList
from tui.widgets.fields import Line

Answer = TypeVar("Answer")


class WritingDialog(Dialog[Answer | None]):
    """Answers None where it is cancelled, which it asks about once something is written.

    What is typed in one go in a list, of which it chooses nothing, begins the words in the line under it.
    """

    @property
    def holds(self) -> bool:
        """Whether something is written, or another one chosen than at first."""
        return self.written or self._chosen != self._chosen_first

    @property
    def written(self) -> bool:
        """Whether a line holds other words than at first."""
        return self._words != self._words_first

    def on_mount(self) -> None:
        """Know what was written and chosen at first."""
        self._words_first, self._chosen_first = self._words, self._chosen

    @property
    def _words(self) -> list[str]:
        return [line.value for line in self.query(Line)]

    @property
    def _chosen(self) -> list[str | None]:
        return [one.chosen for one in self.query(ChoiceList)]

    def on_key(self, event: events.Key) -> None:
        """Begin the words of the next line with what has chosen nothing."""
        if not isinstance(self.focused, ChoiceList) or not (words := self.focused.typed):
            return
        fields = [*self.query("ChoiceList, Line")]
        line = next((one for one in fields[fields.index(self.focused) :] if isinstance(one, Line)), None)
        if line is not None:
            event.stop()
            line.focus()
            line.cursor_position = len(line.value)
            line.insert_text_at_cursor(words)

    def action_cancel(self) -> None:
        """Close and change nothing, after asking where words would be lost."""
        if self.written:
            self._ask()
        else:
            self.dismiss(None)

    async def leave_outside(self) -> None:
        """Ask about what was chosen too: whoever clicks outside has not said that it is to be dropped."""
        if self.holds:
            self._ask()
        else:
            await super().leave_outside()

    def _ask(self) -> None:
        def answered(forget: bool | None) -> None:
            if forget:
                self.dismiss(None)

        what = "wrote" if self.written else "chose"
        question = ConfirmDialog(f"Forget what you {what} here?", "Forget it", "Go back to it")
        self.app.push_screen(question, answered)

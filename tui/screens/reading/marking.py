"""The part of the reading screen that asks for places: of a claim that was missed, and of what has lost its own."""

from store.safety import label
from tui.keymap.places import PLACES
from tui.modes.marking import Marking
from tui.modes.mode import Done, Mode
from tui.screens.reading.deciding import DecidingScreen

ABOUT_CLAIMS = frozenset(
    command.action.partition("(")[0]
    for place in ("claims", "passage")
    for command in PLACES[place].commands
    if command.action is not None
)
"""What is about claims that are there, by the actions: it is not for the one that is being marked."""


class MarkingScreen(DecidingScreen):
    """A screen whose reader can be in a `Mode`, of which there is one at most."""

    def begin(self, mode: Mode) -> None:
        """Enter ``mode``, with the caret out to select by."""
        self.mode = mode
        self.pane.focus()
        if self.pane.caret is None:
            self.pane.action_read_caret()
        self.hint()

    def action_mark(self) -> None:
        """Mark a claim that was missed: content, source, cue, one after the other."""
        selected = self.pane.selection is not None
        if not selected:
            self.begin(Marking())
        else:
            self.mode = Marking()
            self.pane.focus()
            self.action_answer()

    def action_answer(self) -> None:
        """Take the selection as the answer to what is being asked; where nothing is, highlight it."""
        if self.mode is None:
            if self.pane.selection is not None:
                self.action_highlight()
            return
        span = self.pane.selection
        if span is not None and isinstance(self.mode, Marking):
            from store.trimming import trimmed

            span = trimmed(self.workspace.text, span)
        answered = self.mode.answer(span)
        if answered is self.mode:
            taken = answered.taken_as(span) if isinstance(answered, Marking) else ""
            if taken:
                self.pane.clear_selection()
                self.hint()
                self.say(f"Not taken: those words are {taken}. Select others, or none.")
            else:
                self.say(self.clickable("Select words first, with the mouse or with {read.select-by-keys}."))
            return
        self.pane.clear_selection()
        if isinstance(answered, Done):
            self.mode = None
            self.pane.caret = None
            self._change(self._keep_mode, answered.mode)
        else:
            self.mode = answered
        self.hint()

    async def _keep_mode(self, mode: Mode) -> None:
        """Keep what came of ``mode``, all of which has been answered. Other parts keep other modes."""
        assert isinstance(mode, Marking)
        annotation = await self.workspace.mark_claim(*mode.done)
        self.show_items(annotation.uid)
        number = self._claim_number(annotation.uid)
        whose = f" ({label(annotation.speaker, 30)})" if annotation.speaker else ""
        undo = self.clickable("{history.undo} takes it back.")
        self.say(f"Marked as claim {number}{whose}{self._counted_anew(number, 'more')}. {undo}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc leaves the mode before it lets go of anything else; while words are asked for no key is about claims."""
        if action == "leave_mode":
            return self.mode is not None and self.focused in (self.pane, self.panel)
        if action in ABOUT_CLAIMS and self.mode is not None and self.mode.place == "marking":
            return False
        return super().check_action(action, parameters)

    def action_leave_mode(self) -> None:
        """Leave off, and keep nothing of it."""
        self.mode = self.mode.leave() if self.mode is not None else None
        self.pane.clear_selection()
        self.pane.caret = None
        self.hint()

    def action_unanswer(self) -> None:
        """One step back."""
        if self.mode is not None:
            self.mode = self.mode.back()
            self.hint()

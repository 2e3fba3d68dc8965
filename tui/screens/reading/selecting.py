"""The part of the reading screen that says which key comes first where one is pressed that is the caret's alone."""

from textual import events

from tui.keymap.at_hand import place_of
from tui.keymap.places import COMMANDS
from tui.screens.reading.annotating import AnnotatingScreen


class SelectingScreen(AnnotatingScreen):
    """A screen whose reader selects by keys, once the caret is out."""

    def on_key(self, event: events.Key) -> None:
        """Say what comes first, or is under way: a key that does nothing and says nothing looks broken."""
        if self.focused not in (self.pane, self.panel) or event.key in self.active_bindings:
            return
        own = self._bindings.key_to_bindings.get(event.key, ())
        if any(one.id in COMMANDS and place_of(one.id) in ("claims", "passage") for one in own) and self.busy():
            return
        if self.pane.caret is not None:
            return
        bound = self.pane._bindings.key_to_bindings.get(event.key, ())
        command = next((one.id for one in bound if one.id in COMMANDS and one.action.startswith("caret_")), None)
        if command is not None:
            first = self.clickable("{read.select-by-keys} brings it out")
            self.say(f"“{COMMANDS[command].name}” ({self.key_of(command)}) is for the caret: {first}.")

"""Words under the article: what its reader should know of the reading, such as that there was no trained model."""

from textual import events
from textual.message import Message

from tui.widgets.word_line import WrappedLine

PUTS_AWAY = "read.clear-search"
"""The command that puts a notice away, once there is nothing else for it to take off."""


class Notice(WrappedLine):
    """What should be known; the screen hides it where the window has no line to spare."""

    DEFAULT_CSS = "Notice { color: $text-warning; }"

    class PutAway(Message):
        """The reader knows it by now."""

    def put_away(self) -> None:
        """Tell the screen that the reader knows it."""
        if self.said:
            self.post_message(self.PutAway())

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does under the pointer; where there is none, what the first key does that is named."""
        from tui.keymap.pressing import press, pressed_at

        event.stop()
        if (pressed_at(event, self._marked) or ("",))[0] == PUTS_AWAY:
            self.put_away()
        else:
            await press(self.app, event, self._marked)

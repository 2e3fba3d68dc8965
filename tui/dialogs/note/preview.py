"""How a note reads: its Markdown set as an article is, so that whatever stands in it is only text."""

import asyncio

from textual import work
from textual.timer import Timer

from tui.widgets.article.pane import ArticlePane

PAUSE = 0.2
"""Seconds after a key before a note is set: who types on is not looking."""


class Preview(ArticlePane):
    """Shows a note; there is nothing to be put on it, and no link or image in it is ever followed."""

    DEFAULT_CSS = """
    Preview { display: none; width: 1fr; border: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer: Timer | None = None
        self._note, self._at = "", 0.0

    def show_soon(self, note: str, at: float) -> None:
        """Show ``note`` once no key has been pressed for a moment; ``at`` is how far down it is read, 0 to 1."""
        self._note, self._at = note, at
        if self._timer is None:
            self._timer = self.set_timer(PAUSE, self.show_now)
        else:
            self._timer.reset()

    def show_now(self) -> None:
        """Show the note that was asked for last."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._set()

    @work(exclusive=True, group="preview")
    async def _set(self) -> None:
        from store.importing.markdown import parse_note

        # In a thread: a note of thousands of lines takes a second, and keys go on meanwhile.
        document = await asyncio.to_thread(parse_note, self._note)
        self.show(document, at=int(self._at * len(document.text)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No caret here."""
        return action != "read_caret" and super().check_action(action, parameters)

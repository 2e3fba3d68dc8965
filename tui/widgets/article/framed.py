"""The frame of the article: under the text how far one has come in it, which a click turns into the outline."""

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from claims.model import Span
from store.document import Document
from tui.widgets.article.linked import LinkedFlow
from tui.widgets.article.progress import Progress, beside

_CORNERS = 6
"""Cells of a frame's lower side that no words stand on."""


class FramedFlow(LinkedFlow):
    """A view that says in its frame how far one has read."""

    class PlaceClicked(Message, namespace="article_pane"):
        """A click on the words that say how far one has come."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._progress: Progress | None = None
        self._told = self._place_told = ""
        self.byline: str | None = None
        """Safe words that stand in the lower frame beside how far one has read; None where that is not told."""
        self.whole = True
        """Whether what is shown is all of the text: only then can be told how far one is."""

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top."""
        if document is not self.document:
            self._progress = None
        super().show(document, at=at)

    def now_shows(self, span: Span) -> None:
        """Say so, and tell how far one has read."""
        super().now_shows(span)
        if self.byline is None or self.document is None or not self.size.width:
            return
        words, place = self.byline, ""
        if self.whole and span[1]:
            self._progress = self._progress or Progress(self.document)
            room = self.outer_size.width - _CORNERS
            place = self._progress.told(span, room)
            words = beside(words, place, room)
        if words != self._told:
            # At once, so that it is painted together with the text.
            self._told, self._place_told, self.border_subtitle = words, place, Content(words)

    def on_click(self, event: events.Click) -> None:
        """In the frame only: a click on the place one is at asks where else there is to go."""
        # The words stand at the right, with a blank, the line and the corner behind them.
        end = self.outer_size.width - 3
        if event.y == self.outer_size.height - 1 and end - cell_len(self._place_told) <= event.x < end:
            event.prevent_default()
            self.post_message(self.PlaceClicked())

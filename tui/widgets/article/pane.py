"""The article as the reader sees it: its text, the claims on it, and a caret for selecting by keyboard."""

from collections.abc import Sequence

from textual.message import Message
from textual.reactive import reactive

from store.document import Document
from store.review import Item
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.widgets.article import palette
from tui.widgets.article.caret import CaretFlow
from tui.widgets.article.glyphs import signs
from tui.widgets.article.highlighting import Highlight, Highlights, highlights_of, items_at
from tui.widgets.article.setting import Line, Run


class ArticlePane(Keyed, CaretFlow, can_focus=True, inherit_bindings=False):
    """Shows a `Document` with highlighted `Item`'s. All offsets are code points into the document's text.

    It only shows and reports: what a click or a selection means is for the screen to decide.
    """

    DEFAULT_CSS = palette.ARTICLE_CSS
    COMPONENT_CLASSES = palette.COMPONENT_CLASSES
    BINDINGS = bindings("scrolling", "beginning", "selecting")

    selected: reactive[int | None] = reactive(None)
    """The item that is drawn emphatically, an index into the items; setting it does not scroll."""

    class Clicked(Message):
        """A click without a drag: at which offset, and on which items (indexes, smallest span first)."""

        def __init__(self, offset: int, items: tuple[int, ...]) -> None:
            super().__init__()
            self.offset = offset
            self.items = items

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self._highlights = Highlights()

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top; items, caret and search hits of another go."""
        if document is not self.document:
            self.items, self._highlights = (), Highlights()
            self.selected = None
        super().show(document, at=at)

    def mark(self, items: Sequence[Item]) -> None:
        """Highlight ``items`` instead of those that were; the text on the screen stays where it is."""
        self.items = items
        self._highlights = highlights_of(items)
        self.decorate(signs(items))

    def highlights_on(self, line: Line) -> list[Highlight]:
        """The items, search hits, selection and caret on ``line``."""
        over = [*self._highlights.on(line.start, max(line.end, line.start + 1)), *self.hits_on(line)]
        return [*over, *self.selected_on(line)] if line.covers else over

    @property
    def caret_begins(self) -> Sequence[int]:
        """At the selected item, else at the last search hit."""
        at = (item.span[0] for index, item in enumerate(self.items) if index == self.selected)
        return (*at, *super().caret_begins)

    def watch_selected(self, selected: int | None) -> None:
        """Draw another item emphatically."""
        self.emphasised = selected
        self.repaint()

    def clicked(self, offset: int, run: Run | None) -> None:
        """Say what was clicked; a claim's number counts as the claim."""
        items = items_at(self._highlights, self.items, offset) if run else ()
        if run is not None and run.item >= 0:
            items = (run.item, *(index for index in items if index != run.item))
        if self.caret is not None:
            self.caret = offset
        self.post_message(self.Clicked(offset, items))

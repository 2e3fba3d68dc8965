"""The article as the reader sees it: its text, the claims on it, and a caret for selecting by keyboard."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual.message import Message
from textual.reactive import reactive

from claims.model import Span
from store.document import Document
from store.review import Item
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.widgets.article import palette
from tui.widgets.article.caret_moves import COLUMN_MOVES, column, move
from tui.widgets.article.glyphs import signs
from tui.widgets.article.highlighting import Highlight, Highlights, highlights_of, items_at
from tui.widgets.article.motions import paragraph_at, word_right
from tui.widgets.article.searching import find
from tui.widgets.article.selecting import SelectableFlow
from tui.widgets.article.setting import Line, Run
from tui.widgets.article.wrapping import cluster_at

_PAGE_OVERLAP = 2
"""Rows of the last page that stay in sight on the next."""


class ArticlePane(Keyed, SelectableFlow, can_focus=True, inherit_bindings=False):
    """Shows a `Document` with highlighted `Item`'s. All offsets are code points into the document's text.

    It only shows and reports: what a click or a selection means is for the screen to decide.
    """

    DEFAULT_CSS = palette.ARTICLE_CSS
    COMPONENT_CLASSES = palette.COMPONENT_CLASSES
    BINDINGS = bindings("scrolling", "beginning", "selecting")

    selected: reactive[int | None] = reactive(None)
    """The item that is drawn emphatically, an index into the items; setting it does not scroll."""
    caret: reactive[int | None] = reactive(None)
    """None in plain reading; an offset while the caret is out, for selecting by keyboard."""

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
        self._hits: list[Span] = []
        self._hit: int | None = None
        self._query = ""
        self._anchor: int | None = None
        self._column: int | None = None

    # --- what is on the text ------------------------------------------------------------------------------------

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top; items, caret and search hits of another go."""
        if document is not self.document:
            self.items, self._highlights = (), Highlights()
            self.selected = self.caret = None
            self._hits, self._hit = find(document.text, self._query), None
        super().show(document, at=at)

    def mark(self, items: Sequence[Item]) -> None:
        """Highlight ``items`` instead of those that were; the text on the screen stays where it is."""
        self.items = items
        self._highlights = highlights_of(items)
        self.decorate(signs(items))

    def highlights_on(self, line: Line) -> list[Highlight]:
        """The items, search hits, selection and caret on ``line``."""
        start, end = line.start, max(line.end, line.start + 1)
        over = self._highlights.on(start, end)
        first = max(0, bisect_left(self._hits, (start, start)) - 1)
        for number in range(first, bisect_right(self._hits, (end, end))):
            over.append(Highlight(*self._hits[number], "current" if number == self._hit else "hit"))
        if not line.covers:
            return over
        if self.selection is not None:
            low, high = max(start, self.selection[0]), min(end, self.selection[1])
            over += [Highlight(low, high, "selection")] if low < high else []
        if self.caret is not None and start <= self.caret < end:
            over.append(Highlight(self.caret, cluster_at(self.text, self.caret)[1], "caret"))
        return over

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

    # --- search -------------------------------------------------------------------------------------------------

    def search(self, query: str) -> int:
        """Mark all places of ``query`` (see `searching.pattern`) and return how many; an empty query clears."""
        self._query = query
        self._hits, self._hit = find(self.text, query), None
        self.repaint()
        return len(self._hits)

    def point_out(self, start: int, end: int) -> None:
        """Mark ``[start, end)`` as the hit that was found, and with it wherever the same words stand; go there."""
        self.search(self.text[start:end])
        if (start, end) not in self._hits:
            self._hits = [(start, end)]
        self._hit = self._hits.index((start, end))
        self.reveal(start, end)
        self.repaint()

    def next_hit(self, backwards: bool = False) -> tuple[int, int] | None:
        """Go to the next hit from here, round the end: its number from 1 and of how many; None without hits."""
        if not self._hits:
            return None
        low, high = self.visible_span
        if self._hit is not None and low <= self._hits[self._hit][0] < high:
            number = self._hit + (-1 if backwards else 1)
        else:
            number = bisect_left(self._hits, (low, low)) - backwards
        self._hit = number % len(self._hits)
        self.reveal(*self._hits[self._hit])
        self.repaint()
        return self._hit + 1, len(self._hits)

    # --- reading by keys ----------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Let through the actions of the mode at hand: reading, or the caret."""
        if action.startswith("read_"):
            return self.caret is None
        if action.startswith("caret_"):
            return self.caret is not None
        return action != "put_away" or self.caret is not None or self.selection is not None

    def action_read_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.scroll_rows(rows)

    def action_read_pages(self, pages: float) -> None:
        """Scroll by pages or parts of one."""
        rows = self.rows - _PAGE_OVERLAP if abs(pages) == 1 else self.rows // 2
        self.scroll_rows(max(1, rows) * (1 if pages > 0 else -1))

    def action_read_start(self) -> None:
        """Go to the beginning."""
        self.scroll_rows(-self._flow.total)

    def action_read_end(self) -> None:
        """Go to the end."""
        self.scroll_to_end()

    def action_read_paragraphs(self, paragraphs: int) -> None:
        """Bring the next paragraph, or the one before, to the top."""
        self.scroll_paragraphs(paragraphs)

    # --- the caret ----------------------------------------------------------------------------------------------

    def action_read_caret(self) -> None:
        """Bring the caret out: at the selected item, else at the last search hit, else at the first visible word."""
        low, high = self.visible_span
        wanted = [item.span[0] for index, item in enumerate(self.items) if index == self.selected]
        wanted += [self._hits[self._hit][0]] if self._hit is not None else []
        start = next((at for at in wanted if low <= at < high), None)
        if start is None:
            start = low if self.text[low : low + 1].strip() else word_right(self.text, low)
        if self.text:
            self.caret = cluster_at(self.text, start)[0]

    def watch_caret(self, new: int | None) -> None:
        """Keep the caret in sight and the selection at its heels."""
        if new is None:
            self._anchor = self._column = None
        else:
            self.reveal(new, new + 1, context=0)
        self._select_to_caret()
        self.refresh()

    def _select_to_caret(self) -> None:
        if self._anchor is not None and self.caret is not None:
            low, high = sorted((self._anchor, self.caret))
            self.select(low, high + 1)
            self.post_message(self.Selected(self.selection))

    def action_caret_move(self, motion: str) -> None:
        """Move the caret."""
        assert self.caret is not None
        if motion not in COLUMN_MOVES:
            self._column = None
        elif self._column is None:
            self._column = column(self._flow, self.caret)
        self.caret = move(motion, self._flow, self.caret, self._column or 0, max(1, self.rows - _PAGE_OVERLAP))

    def action_caret_extend(self, motion: str) -> None:
        """Move the caret, selecting at once."""
        if self._anchor is None:
            self._anchor = self.caret
        self.action_caret_move(motion)

    def action_caret_anchor(self) -> None:
        """Begin a selection at the caret, or let go of the one that was begun."""
        if self._anchor is None:
            self._anchor = self.caret
            self._select_to_caret()
        else:
            self.clear_selection()

    def action_caret_swap(self) -> None:
        """Go to the other end of the selection."""
        if self._anchor is not None:
            self._anchor, self.caret = self.caret, self._anchor

    def action_caret_paragraph(self) -> None:
        """Select the paragraph."""
        assert self.caret is not None
        start, end = paragraph_at(self.text, self.caret)
        self._anchor = start
        if self.caret == (last := cluster_at(self.text, max(start, end - 1))[0]):
            self._select_to_caret()
        self.caret = last

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self._anchor = None
        super().clear_selection()

    def action_put_away(self) -> None:
        """Clear the selection; where there is none, put the caret away."""
        if self.selection is not None:
            self.clear_selection()
        else:
            self.caret = None

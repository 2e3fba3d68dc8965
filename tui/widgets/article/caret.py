"""The caret, which is out for selecting by keyboard only."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from textual.reactive import reactive

from claims.model import Span
from claims.text import Text
from store.document import Document
from tui.widgets.article.caret_moves import AT_THE_BEGINNING, AT_THE_END, COLUMN_MOVES, column, move
from tui.widgets.article.highlighting import Highlight
from tui.widgets.article.hits import SearchedFlow
from tui.widgets.article.motions import grow, paragraph_at, sentence_at, word_at, word_right
from tui.widgets.article.reading_keys import PAGE_OVERLAP
from tui.widgets.article.setting import Line
from tui.widgets.article.wrapping import cluster_at


class CaretFlow(SearchedFlow):
    """A view whose text can be selected by keys; the actions of the caret are named ``caret_…``."""

    caret: reactive[int | None] = reactive(None)
    """None in plain reading; an offset while the caret is out."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._anchor: int | None = None
        self._ahead = True
        self._column: int | None = None
        self._grown: list[Span] = []  # what was selected, each time less; the last is selected now

    def show(self, document: Document, *, at: int = 0) -> None:
        """Show ``document`` with the text at ``at`` at the top; the caret of another goes."""
        if document is not self.document:
            self.caret = None
        super().show(document, at=at)

    def selected_on(self, line: Line) -> Iterator[Highlight]:
        """The selection and the caret on ``line``, where that shows text."""
        start, end = line.start, max(line.end, line.start + 1)
        if self.selection is not None:
            low, high = max(start, self.selection[0]), min(end, self.selection[1])
            if low < high:
                yield Highlight(low, high, "selection")
        if self.caret is not None and start <= self.caret < end:
            yield Highlight(self.caret, cluster_at(self.text, self.caret)[1], "caret")

    @property
    def caret_begins(self) -> Sequence[int]:
        """Where the caret would best come out, the best first; where none is in sight it does at the first word."""
        return () if self.hit is None else (self.hit,)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Let through the actions of the mode at hand: reading, or the caret."""
        if action.startswith("read_"):
            return self.caret is None
        if action in ("caret_grow", "caret_shrink", "caret_paragraph"):
            return self.caret is not None or self.selection is not None
        if action == "caret_anchor":
            return self.caret is not None and self.selection is None
        if action.startswith("caret_"):
            return self.caret is not None
        return action != "put_away" or self.caret is not None or self.selection is not None

    def action_read_caret(self) -> None:
        """Bring the caret out: at the end of what is selected, which stays so; else at the selected item, the last
        search hit or the first visible word.
        """
        if self.selection is not None:
            self.hold(*self.selection)
            return
        low, high = self.visible_span
        start = next((at for at in self.caret_begins if low <= at < high), None)
        if start is None:
            start = low if self.text[low : low + 1].strip() else word_right(self.text, low)
        if self.text:
            self.caret = cluster_at(self.text, start)[0]

    def watch_caret(self, old: int | None, new: int | None) -> None:
        """Keep the caret in sight and the selection at its heels."""
        if (old is None) != (new is None):
            self.screen.refresh_bindings()  # its keys are others now, which the foot of the screen tells
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
        to = move(motion, self._flow, self.caret, self._column or 0, max(1, self.rows - PAGE_OVERLAP))
        if self._anchor is not None and max(self.caret, to) >= self._anchor and motion in AT_THE_END:
            # Else the first letter of a word that is not meant would be selected too.
            end = move(AT_THE_END[motion], self._flow, self.caret, 0, 1)
            to = end if end >= self._anchor else to
        with self.jumping(far=True):
            self.caret = to

    def travel(self, *, forth: bool = False) -> bool:
        """Go back to where the last jump led away from, or ``forth`` again: with the caret, unless it selects."""
        travelled = super().travel(forth=forth)
        if travelled and self.caret is not None and self._anchor is None:
            self.action_read_caret()
        return travelled

    def action_caret_extend(self, motion: str) -> None:
        """Move the caret, selecting at once."""
        if self._anchor is None:
            self._anchor = self.caret
        self.action_caret_move(motion)

    def action_caret_anchor(self) -> None:
        """Begin a selection at the caret."""
        self._anchor = self.caret
        self._select_to_caret()

    def action_caret_swap(self) -> None:
        """Go to the other end of the selection."""
        if self._anchor is not None:
            self._ahead = not self._ahead
            self._anchor, self.caret = self.caret, self._anchor

    def move_edge(self, motion: str) -> None:
        """Move the end of the selection that the caret is at; where that would lead past the other end, it stays."""
        if self.caret is None or self._anchor is None:
            return
        at, other = self.caret, self._anchor
        if at != other:  # else it stays the end that it was
            self._ahead = at > other
        to = move((AT_THE_END if self._ahead else AT_THE_BEGINNING).get(motion, motion), self._flow, at, 0, 1)
        if to >= other if self._ahead else to <= other:
            self.caret = to

    def bring_caret(self, start: int, end: int) -> None:
        """Take the caret, if it is out, to words that were gone to; a selection that was begun goes on to them."""
        if self.caret is None:
            return
        ahead = self._anchor is not None and start >= self._anchor
        self.caret = cluster_at(self.text, max(start, end - 1) if ahead else start)[0]

    def action_caret_grow(self) -> None:
        """Select more: the word, the sentence, the paragraph, the section, all."""
        span = self.selection or cluster_at(self.text, self.caret or 0)
        if self._grown[-1:] != [span]:
            self._grown = [span]
        self._grown.append(grow(self.text, *span, (word_at, self.sentence_at, paragraph_at, self._section_at)))
        self.hold(*self._grown[-1])

    def sentence_at(self, text: Text, at: int) -> Span:
        """The sentence at ``at``, without the space after it."""
        return sentence_at(text, at)

    def _section_at(self, text: Text, at: int) -> Span:
        """From the heading before ``at``, or the beginning, up to the next heading."""
        heads = [block.start for block in self._flow.document.blocks if block.kind == "heading"]
        below = bisect_right(heads, at)
        low = heads[below - 1] if below else 0
        high = heads[below] if below < len(heads) else len(text)
        return low, low + len(text[low:high].rstrip())

    def action_caret_shrink(self) -> None:
        """Select what was selected before there was more."""
        if len(self._grown) > 1 and self.selection == self._grown.pop():
            self.hold(*self._grown[-1])

    def action_caret_paragraph(self) -> None:
        """Select the paragraph."""
        here = self.selection[0] if self.caret is None and self.selection is not None else self.caret
        self.hold(*paragraph_at(self.text, here or 0))

    def hold(self, start: int, end: int) -> None:
        """Select ``[start, end)`` with the caret, which is out then, on the last character of it."""
        self._anchor, self._ahead = start, True
        if self.caret == (last := cluster_at(self.text, max(start, end - 1))[0]):
            self._select_to_caret()
        self.caret = last

    @property
    def origin(self) -> Span | None:
        """Where a selection that is only extended begins: at the caret, else where the last click was."""
        return super().origin if self.caret is None else cluster_at(self.text, self.caret)

    def selected_by_mouse(self) -> None:
        """The caret is taken along, so that its moves change that selection."""
        if self.caret is not None and self.selection is not None:
            self.hold(*self.selection)
        else:
            super().selected_by_mouse()

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

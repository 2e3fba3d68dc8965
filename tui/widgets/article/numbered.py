"""The numbers of the paragraphs, left of the text where they are asked for."""

from store.document import Document
from store.numbering import Numbers
from tui.widgets.article.gutter import TIGHT
from tui.widgets.article.setting import Line, Run, decoration
from tui.widgets.article.sideways import SidewaysFlow


class NumberedFlow(SidewaysFlow):
    """A view that numbers its paragraphs: in the free margin, and where there is none in a column of their own."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.numbered = False
        self._counted: tuple[Document, Numbers] | None = None

    def show_numbers(self, numbered: bool) -> None:
        """Number the paragraphs, or no longer; the text on the screen stays where it is."""
        if numbered != self.numbered:
            place = self._here()
            self.numbered = numbered
            self._flow.reflow(self._geometry[2], self._spare)
            self._restore(place)

    @property
    def numbers(self) -> Numbers:
        """The numbers of the paragraphs on show."""
        document = self._flow.document
        if self._counted is None or self._counted[0] is not document:
            self._counted = document, Numbers(document.blocks)
        return self._counted[1]

    def further_left(self, width: int) -> int:
        """The cells that the numbers need left of the gutter in a view of ``width``."""
        total = self.numbers.total if self.numbered and width >= TIGHT else 0
        return len(str(total)) + 1 if total else 0

    def number_before(self, line: Line, gutter: tuple[Run, ...], cells: int) -> tuple[Run, ...]:
        """The ``gutter`` of ``line``, which is of ``cells``, behind the number of the paragraph that begins there."""
        if not cells or not line.covers or not self.further_left(self._geometry[0]):
            return gutter
        block = self._flow.block_from(line.start)
        number = None if block is None else self.numbers.of(block)
        if number is None:
            return gutter
        return decoration(f"{number} ", line.start, "lead"), *(gutter or (decoration(" " * cells, line.start),))

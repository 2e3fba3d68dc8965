"""Reading by keys: scrolling by lines, pages and paragraphs, and back through jumps."""

from collections.abc import Iterator
from contextlib import contextmanager

from claims.model import Span
from tui.jumps import Jumps
from tui.widgets.article.selecting import SelectableFlow

PAGE_OVERLAP = 2
"""Rows of the last page that stay in sight on the next."""


class ReadableFlow(SelectableFlow):
    """A view that is scrolled by keys; its actions are named ``read_…``. It remembers where it was jumped from."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.jumps = Jumps()

    @contextmanager
    def jumping(self, *, far: bool = False) -> Iterator[None]:
        """What is scrolled within this is one jump, which `travel` goes back from.

        Nothing is where the same text stays on the screen, nor with ``far`` where any of it does: for what is pressed
        often and mostly leads on by a few lines.
        """
        here = self.visible_span
        yield
        self.jumped(here, far=far)

    def jumped(self, here: Span, *, far: bool = False) -> None:
        """The reader was ``here``, which was in sight, and has jumped to where they are now; see `jumping`."""
        (top, end), (low, high) = here, self.visible_span
        # Before the first layout nothing is in sight yet.
        if top != end and top != low and not (far and top < high and low < end):
            self.jumps.push(top)

    def travel(self, *, forth: bool = False) -> bool:
        """Go back to where the last jump led away from, or ``forth`` again; whether there was such a place."""
        document, step = self.document, self.jumps.forth if forth else self.jumps.back
        here = self.top
        while document is not None and (there := step(here)) is not None:
            # Another text may have come since, and at its end a place is in sight that cannot be at the top.
            self.show(document, at=min(there, len(self.text)))
            if self.top != here:
                return True
        return False

    def scroll_to_end(self) -> None:
        """Scroll to the last page."""
        self._measured(self._length)
        self._go(self._flow.total)

    def scroll_paragraphs(self, count: int) -> None:
        """Bring the next paragraph (``count`` 1), or the one before (-1), to the top of the screen."""
        unit, place = self._flow.at(self._row)
        back = -1 if count < 0 and place <= 1 else 0
        unit = max(0, unit + (back if count < 0 else 1))
        if unit < self._flow.units:
            self._go(self._flow.top(unit))

    def action_read_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.scroll_rows(rows)

    def action_read_pages(self, pages: float) -> None:
        """Scroll by pages or parts of one."""
        rows = self.rows - PAGE_OVERLAP if abs(pages) == 1 else self.rows // 2
        self.scroll_rows(max(1, rows) * (1 if pages > 0 else -1))

    def action_read_start(self) -> None:
        """Go to the beginning."""
        with self.jumping():
            self.scroll_rows(-self._flow.total)

    def action_read_end(self) -> None:
        """Go to the end."""
        with self.jumping():
            self.scroll_to_end()

    def action_read_paragraphs(self, paragraphs: int) -> None:
        """Bring the next paragraph, or the one before, to the top."""
        self.scroll_paragraphs(paragraphs)

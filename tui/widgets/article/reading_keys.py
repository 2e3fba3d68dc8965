"""Reading by keys: scrolling by lines, pages and paragraphs."""

from tui.widgets.article.selecting import SelectableFlow

PAGE_OVERLAP = 2
"""Rows of the last page that stay in sight on the next."""


class ReadableFlow(SelectableFlow):
    """A view that is scrolled by keys; its actions are named ``read_…``."""

    def action_read_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.scroll_rows(rows)

    def action_read_pages(self, pages: float) -> None:
        """Scroll by pages or parts of one."""
        rows = self.rows - PAGE_OVERLAP if abs(pages) == 1 else self.rows // 2
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

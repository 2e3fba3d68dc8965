"""The library: every article added so far, newest first."""

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Static

from store.errors import SaysoError
from store.safety import label
from tui.desk import Desk

if TYPE_CHECKING:
    from store.article import Summary

COLUMNS = ("Title", "Outlet", "Added", "Claims", "Unreviewed", "Notes")


class ArticleTable(DataTable[Text]):
    """The rows, with the keys that readers of the article pane know."""

    BINDINGS: ClassVar = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "scroll_top", show=False),
        Binding("G", "scroll_bottom", show=False),
        Binding("space", "page_down", show=False),
        Binding("b", "page_up", show=False),
    ]


class LibraryScreen(Screen[None]):
    """A table of articles; Enter opens one."""

    BINDINGS: ClassVar = [
        Binding("enter", "open", "Open"),
        Binding("q,escape", "app.leave", "Quit", key_display="q"),
        Binding("question_mark", "help", "Help", key_display="?"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        yield ArticleTable(cursor_type="row", zebra_stripes=True)
        yield Static(
            "No articles yet.\n\nOpen one from the command line:\n\n    sayso FILE\n\n"
            "FILE is Markdown or plain text; - reads standard input.",
            id="nothing",
            markup=False,
        )
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        table = self.query_one(ArticleTable)
        table.border_title = "Library"
        for column in COLUMNS:
            table.add_column(column, key=column)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(self.run_worker, self._load(), exclusive=True)

    async def _load(self) -> None:
        try:
            summaries = await self.desk.do(lambda library: library.articles.list())
        except SaysoError as error:
            self.app.exit(return_code=2, message=f"sayso: {error}")
            return
        table = self.query_one(ArticleTable)
        row = table.cursor_row
        table.clear()
        title_width = max(20, self.size.width - 56)
        for summary in summaries:
            table.add_row(*_cells(summary, title_width), key=str(summary.article.id))
        table.move_cursor(row=row)
        table.border_subtitle = f"{len(summaries)} articles"
        self.set_class(not summaries, "-empty")
        table.focus()

    @on(DataTable.RowSelected)
    def _row_selected(self, event: DataTable.RowSelected) -> None:
        self._open(int(event.row_key.value or 0))

    def action_open(self) -> None:
        """Open the article under the cursor."""
        table = self.query_one(ArticleTable)
        if table.row_count:
            key = table.coordinate_to_cell_key(table.cursor_coordinate).row_key
            self._open(int(key.value or 0))

    def _open(self, article_id: int) -> None:
        self.app.run_worker(self.app.run_action(f"app.open({article_id})"), exclusive=True)

    def action_help(self) -> None:
        """Show the keys."""
        from tui.dialogs.help import HelpDialog
        from tui.keys import LIBRARY

        self.app.push_screen(HelpDialog(LIBRARY))


def _cells(summary: "Summary", title_width: int) -> tuple[Text, ...]:
    metadata = summary.article.metadata
    return (
        Text(label(metadata.title, title_width), style="bold", no_wrap=True),
        Text(label(metadata.outlet, 18)),
        Text(summary.article.added[:10]),
        Text("–" if summary.claims is None else str(summary.claims), justify="right"),
        Text(str(summary.unreviewed), justify="right"),
        Text(str(summary.annotations), justify="right"),
    )

"""The library: every article added so far, newest first."""

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.widgets import DataTable, Footer, Static

from store.errors import SaysoError
from store.safety import label
from tui.desk import Desk
from tui.keymap.bindings import bindings
from tui.screens.binning import BinningScreen
from tui.screens.paging import PagedTable, around
from tui.unsaved import drafts_left
from tui.watching import EVERY
from tui.widgets.notice import Notice

if TYPE_CHECKING:
    from store.article import Summary

_ROOM_FOR_OUTLETS = 100
_ROOM_FOR_DATES = 60


class LibraryScreen(BinningScreen):
    """A table of articles; Enter opens one."""

    BINDINGS: ClassVar = bindings("library")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._version: int | None = None
        self._paging = False

    def compose(self) -> ComposeResult:
        yield PagedTable(cursor_type="row", zebra_stripes=True)
        yield Static(
            "No articles yet.\n\nOpen one from the command line:\n\n    sayso FILE\n\n"
            "FILE is Markdown or plain text; - reads standard input.",
            id="nothing",
            markup=False,
        )
        yield Notice()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        table = self.query_one(PagedTable)
        table.border_title = "Library"
        self.set_interval(EVERY, self._look)

    def on_screen_resume(self) -> None:
        self._load_soon()

    def on_resize(self) -> None:
        self._load_soon()

    def _load_soon(self) -> None:
        # After the paint: the first load imports the database's library.
        self.call_after_refresh(self._load)

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """Show what other windows and scripts add and change, while the list is in sight."""
        if self._version is None or self.app.screen is not self:
            return
        try:
            version = await self.desk.do(lambda library: library.data_version())
        except SaysoError as error:
            self.query_one(Notice).say(str(error))
            self._version = 0
            return
        if version != self._version:
            self._load()

    @on(PagedTable.Asked)
    def _page(self, asked: PagedTable.Asked) -> None:
        if not self._paging:  # else what is being fetched already comes first
            self._paging = True
            self._load(asked)

    @work(exclusive=True)
    async def _load(self, asked: PagedTable.Asked | None = None) -> None:
        table = self.query_one(PagedTable)
        middle = asked.around if asked else table.middle
        try:
            # The counter first: what is changed while the rest is read is then seen at the next look.
            self._version, left, window, count = await self.desk.do(
                lambda library: (
                    library.data_version(),
                    drafts_left(library),
                    around(library, middle),
                    library.articles.count(),
                )
            )
        except SaysoError as error:
            if self._version is None:
                self.app.exit(return_code=2, message=Text(f"sayso: {error}"))
            else:  # what is in sight stays
                self.query_one(Notice).say(str(error))
            return
        finally:
            self._paging = False
        self.query_one(Notice).say(left)
        columns = _columns(self.size.width)
        cells = [[_cells(one)[name] for name in columns] for one in window.rows]
        end = None if asked is None or not asked.go else 0 if middle is None else window.row_of(middle)
        table.show(window, columns, cells, end)
        table.border_subtitle = "1 article" if count == 1 else f"{count:,} articles"
        self.set_class(not window.rows, "-empty")
        table.focus()

    @on(DataTable.RowSelected)
    def _row_selected(self, event: DataTable.RowSelected) -> None:
        self._open(int(event.row_key.value or 0))

    @property
    def chosen(self) -> int | None:
        """The article under the cursor."""
        return self.query_one(PagedTable).chosen

    def reload(self) -> None:
        """Show the articles as they are by now."""
        self._load_soon()

    def action_open(self) -> None:
        """Open the article under the cursor."""
        if self.chosen is not None:
            self._open(self.chosen)

    def _open(self, article_id: int) -> None:
        self.app.run_worker(self.app.run_action(f"app.open({article_id})"), exclusive=True)

    def action_help(self) -> None:
        """Show the keys."""
        from tui.dialogs.help import HelpDialog
        from tui.keymap.table import LIBRARY, help_of

        self.app.push_screen(HelpDialog(help_of(self.app, LIBRARY)))


def _columns(width: int) -> dict[str, int]:
    """Which columns fit into ``width`` cells, and how wide each is; the title takes what the others leave."""
    fixed = {"Outlet": 20, "Added": 10, "Claims": 6, "Unreviewed": 10, "Annotations": 11}
    if width < _ROOM_FOR_OUTLETS:
        del fixed["Outlet"]
    if width < _ROOM_FOR_DATES:
        del fixed["Added"]
    padding, frame = 2 * (len(fixed) + 1), 4
    return {"Title": max(10, width - sum(fixed.values()) - padding - frame), **fixed}


def _cells(summary: "Summary") -> dict[str, Text]:
    metadata = summary.article.metadata
    return {
        "Title": Text(label(metadata.title), style="bold", no_wrap=True, overflow="ellipsis"),
        "Outlet": Text(label(metadata.outlet), no_wrap=True, overflow="ellipsis"),
        "Added": Text(summary.article.added[:10]),
        "Claims": Text("–" if summary.claims is None else str(summary.claims), justify="right"),
        "Unreviewed": Text(str(summary.unreviewed), justify="right"),
        "Annotations": Text(str(summary.annotations), justify="right"),
    }

"""The library: every article added so far, in the order and through the filter that the reader chose."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import DataTable, Static

from store.errors import SaysoError
from store.searching.query import IN_LIST
from tui.dating import WHAT_ADDED_MEANS, is_dated
from tui.desk import Desk
from tui.in_place import in_place
from tui.keymap.bindings import bindings
from tui.screens.arranging import ABOUT, ArrangingScreen
from tui.screens.filing import FilingScreen
from tui.screens.library_columns import cells, heads
from tui.screens.paging import NEWEST, PagedTable, Window, around
from tui.screens.pairing import PairingScreen
from tui.unsaved import drafts_left
from tui.waited_for import LEADS, LISTS
from tui.watching import EVERY
from tui.widgets.beginning import Beginning
from tui.widgets.filter_line import FilterLine
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter
from tui.widgets.notice import Notice
from tui.widgets.tab_strip import TabStrip
from tui.widgets.work_line import WorkLine
from tui.working import works_of

if TYPE_CHECKING:
    from store.keeping.listing import Place
    from store.library import Library


_ON_ARTICLES = ("library.open", "library.search", "library.filter", "library.sort", "library.delete", "library.history")


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the library holds at one moment; ``version`` is how a later moment is told from it."""

    version: int
    left: str
    count: int


class LibraryScreen(ArrangingScreen, FilingScreen, PairingScreen, Screen[None]):
    """A table of articles; Enter opens one."""

    CSS_PATH = "../styles/library.tcss"
    BINDINGS: ClassVar = bindings("library")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._version: int | None = None
        self._paging = False
        self._begun = False
        self._going: PagedTable.Asked | int | None = None

    def compose(self) -> ComposeResult:
        yield TabStrip()
        yield PagedTable(cursor_type="row", zebra_stripes=True)
        yield Beginning(id="nothing")
        yield Static(id="none", markup=False)
        yield FilterLine(ABOUT, names=IN_LIST)
        yield Notice()
        yield WorkLine(works_of(self.app))
        yield Hint()
        yield KeyFooter()

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
            if in_place(self):
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

    @work(exclusive=True, group=f"{LISTS}.load")
    async def _load(self, going: "PagedTable.Asked | int | None" = None) -> None:
        """List the articles around where the table is; or, ``going``, what was asked for or an article."""
        if not in_place(self):
            return
        # One that is overtaken by another load is not forgotten.
        going = self._going = going if going is not None else self._going
        place = going.around if isinstance(going, PagedTable.Asked) else self.query_one(PagedTable).middle
        chosen = going if isinstance(going, int) else None
        # What is filtered is looked at one by one: no change should wait for that.
        work = self.desk.ask if self.wanted.strip() else self.desk.do
        try:
            listed = await self.desk.do(self._look_around)
            window = await work(lambda library: self._window(library, place, chosen))
        except SaysoError as error:
            if self._version is None:
                self.app.exit(return_code=2, message=Text(f"sayso: {error}"))
            elif in_place(self):  # what is in sight stays
                self.query_one(Notice).say(str(error))
            return
        finally:
            self._paging = False
        if not in_place(self):
            return
        self._going = None
        self._version = listed.version
        self._show(listed, window)
        row = None
        if chosen is not None:
            row = window.row_with(chosen)
        elif isinstance(going, PagedTable.Asked) and going.go:
            row = window.row_of(place) if place is not None else 0
        columns = heads(self.size.width, self.order)
        self.query_one(PagedTable).show(
            window, columns, (cells(one, columns, one.article.id in self.marked) for one in window.rows), row
        )

    def _look_around(self, library: "Library") -> _Listed:
        # The counter first: what is changed while the rest is read is then seen at the next look.
        version = library.data_version()
        if not self._begun:
            self.order, self._begun = self.take_order(library), True
        return _Listed(version, drafts_left(library), library.articles.count())

    def _window(self, library: "Library", place: "Place | None", chosen: int | None) -> Window:
        if chosen is not None:
            place = library.articles.place(chosen, self.order.by)
        return around(library, place, self.order, self.wanted)

    def _show(self, listed: _Listed, window: Window) -> None:
        """Show what goes with the table."""
        count, table, line = listed.count, self.query_one(PagedTable), self.query_one(FilterLine)
        self.query_one(Notice).say(listed.left)
        articles = "1 article" if count == 1 else f"{count:,} articles"
        parts = [articles, *([f"by {self.order.named}"] if self.order != NEWEST else [])]
        if any(not is_dated(one) for one in window.rows):
            parts.append(WHAT_ADDED_MEANS)
        table.border_subtitle = " · ".join(parts)
        line.tell("" if window.found is None else f"{window.found:,} of {count:,}")
        if self.has_class("-empty") != (not count):
            self.toggle_class("-empty")
            self.refresh_bindings()
        self.set_class(bool(count) and window.found == 0, "-none")
        # Named on its own line, since one that is empty looks like one that has lost its articles.
        every = "the article" if count == 1 else f"all {count:,}"
        self.query_one("#none", Static).update(
            Content(self.worded(f"No article is like that.\n{{library.all}} shows {every} again."))
        )
        if not line.has_focus_within:
            table.focus()

    @property
    def of_no_use(self) -> tuple[str, ...]:
        """The commands that the footer leaves out: those on articles, where there is none."""
        if not self.has_class("-empty"):
            return ()
        return _ON_ARTICLES if self.put_in else (*_ON_ARTICLES, "library.undo")

    def go_to_first(self) -> None:
        self._load(PagedTable.Asked(None, go=True))

    def go_to_chosen(self) -> None:
        self._load(self.chosen)

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
        """Open the article under the cursor; in an empty library the sample."""
        if self.chosen is not None:
            self._open(self.chosen)
        elif self.has_class("-empty"):
            self.action_sample()

    def _open(self, article_id: int) -> None:
        self.app.run_worker(self.app.run_action(f"app.open({article_id})"), group=LEADS, exclusive=True)

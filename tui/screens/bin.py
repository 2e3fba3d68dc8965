"""The bin: what was deleted, to be taken out or deleted for good."""

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.events import Click
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from store.errors import SaysoError
from store.safety import label
from store.telling import described
from tui.desk import Desk
from tui.in_place import in_place
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.saying import say
from tui.waited_for import LISTS
from tui.widgets.article_table import ArticleTable
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.keeping.binned import Binned

MOST = 1_000
"""How much is shown, the last to be deleted first: ``sayso bin`` lists it all."""


class BinTable(ArticleTable):
    """What is in the bin: a click chooses a row, be it chosen already, and the second of two means it."""

    class Meant(Message):
        """The row under the cursor is to be taken out."""

    def on_click(self, event: Click) -> None:
        """Take a double click for Enter."""
        if event.chain == 2 and event.style.meta.get("row", -1) >= 0:
            self.post_message(self.Meant())


class BinScreen(Keyed, Screen[None]):
    """A table of what is in the bin.

    The library is used by the thread for reading, as by another program: so a long deletion holds up no note, and an
    article that lies open behind this screen comes to show what was taken out.
    """

    CSS_PATH = "../styles/library.tcss"
    BINDINGS: ClassVar = bindings("bin")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._contents: Sequence[Binned] = ()
        self._out: list[Binned] = []

    def compose(self) -> ComposeResult:
        yield BinTable(cursor_type="row", zebra_stripes=True)
        yield Static("The bin is empty.", id="nothing", markup=False)
        yield Hint()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ArticleTable).border_title = "Bin"
        self._load()

    def on_resize(self) -> None:
        self._show()

    @work(exclusive=True, group=f"{LISTS}.load")
    async def _load(self) -> None:
        try:
            self._contents = await self.desk.ask(lambda library: library.bin.contents(MOST))
        except SaysoError as error:
            self._say(str(error), wrong=True)
        if in_place(self):
            self._show()

    @property
    def of_no_use(self) -> tuple[str, ...]:
        """The commands that the footer leaves out: where nothing is in the bin, those on it."""
        on_rows = () if self._contents else ("bin.restore", "bin.delete", "bin.empty")
        return on_rows if self._out else (*on_rows, "bin.undo")

    def _show(self) -> None:
        table = self.query_one(ArticleTable)
        row = table.cursor_row
        columns = _columns(self.size.width)
        table.clear(columns=True)
        for name, width in columns.items():
            table.add_column(name, key=name, width=width)
        for binned in self._contents:
            cells = _cells(binned)
            table.add_row(*(cells[name] for name in columns), key=binned.uid)
        table.move_cursor(row=row)
        table.border_subtitle = f"the last {MOST:,}" if len(self._contents) == MOST else str(len(self._contents))
        self.set_class(not self._contents, "-empty")
        self.refresh_bindings()
        table.focus()

    def _say(self, message: str, *, wrong: bool = False) -> None:
        say(self, message, wrong=wrong)

    @property
    def _chosen(self) -> "Binned | None":
        row = self.query_one(ArticleTable).cursor_row
        return self._contents[row] if 0 <= row < len(self._contents) else None

    @on(BinTable.Meant)
    def _row_meant(self) -> None:
        self.action_restore()

    def action_restore(self) -> None:
        """Take what is under the cursor out of the bin."""
        if self._chosen is not None:
            self._restore(self._chosen)

    @work(group=f"{LISTS}.change")
    async def _restore(self, binned: "Binned") -> None:
        try:
            await self.desk.ask(lambda library: library.bin.restore(binned.uid))
        except SaysoError as error:
            self._say(str(error), wrong=True)
        else:
            self._out.append(binned)
            self._say(f"Taken out: {described(binned)}. {self.clickable('{bin.undo} puts it in again.')}")
        self._load()

    def action_undo(self) -> None:
        """Put in again what was last taken out here."""
        if self._out:
            self._put_again(self._out.pop())
        else:
            self._say(self.clickable("Nothing was taken out here: {bin.restore} takes out what is chosen."))

    @work(group="change")
    async def _put_again(self, binned: "Binned") -> None:
        try:
            await self.desk.ask(lambda library: library.bin.put_again(binned))
        except SaysoError as error:
            self._say(str(error), wrong=True)
        else:
            self._say(f"In the bin again: {described(binned)}.")
        self._load()

    def action_purge(self) -> None:
        """Delete what is under the cursor for good, if the reader says so."""
        binned = self._chosen
        if binned is not None:
            along = ", with all that is on it," if binned.kind == "article" else ""
            self._ask(f"Delete {label(described(binned), 90)}{along} for good? This cannot be undone.", [binned])

    def action_empty(self) -> None:
        """Delete for good all that is shown, if the reader says so."""
        if self._contents:
            some = "the one thing" if len(self._contents) == 1 else f"all {len(self._contents):,} things"
            self._ask(f"Delete {some} listed here for good? This cannot be undone.", self._contents)

    def _ask(self, question: str, chosen: "Sequence[Binned]") -> None:
        from tui.dialogs.confirm import ConfirmDialog

        def closed(yes: bool | None) -> None:
            if yes:
                self._purge([one.uid for one in chosen])

        self.app.push_screen(ConfirmDialog(question, "Delete for good", "Keep"), closed)

    @work(group="change")
    async def _purge(self, uids: list[str]) -> None:
        self._say("Deleting for good …")
        try:
            await self.desk.ask(lambda library: library.bin.purge(uids))
        except SaysoError as error:
            self._say(str(error), wrong=True)
        else:
            self._say("Deleted for good. Backups that were made before still hold it.")
        self._load()


def _columns(width: int) -> dict[str, int]:
    fixed = {"Kind": 7, "Deleted": 10}
    padding, frame = 2 * (len(fixed) + 1), 4
    return {"What": max(10, width - sum(fixed.values()) - padding - frame), **fixed}


def _cells(binned: "Binned") -> dict[str, Text]:
    return {
        "What": Text(described(binned), style="bold", no_wrap=True, overflow="ellipsis"),
        "Kind": Text(binned.kind),
        "Deleted": Text(binned.since[:10]),
    }

"""All tags: how often each is used, and changes of one wherever it is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import DataTable, Static

from store.errors import SaysoError
from store.safety import label
from tui.desk import Desk
from tui.in_place import in_place
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.saying import say
from tui.waited_for import LISTS
from tui.widgets.article_table import ArticleTable
from tui.widgets.filter_line import FilterLine
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from store.keeping.tags import Retagged, Tag
    from store.library import Library

MOST = 1_000
"""Tags that are listed at once, by the alphabet: the filter finds the others."""


class TagsScreen(Keyed, Screen[None]):
    """A table of tags. The library is used by the thread for reading, as by another program, so no note waits."""

    CSS_PATH = "../styles/library.tcss"
    BINDINGS: ClassVar = bindings("all-tags")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._all: Sequence[Tag] = ()
        self._shown: Sequence[Tag] = ()

    def compose(self) -> ComposeResult:
        yield ArticleTable(cursor_type="row", zebra_stripes=True)
        yield Static("No tags.", id="nothing", markup=False)
        yield FilterLine("words of a tag", "all-tags.filter", "all-tags.all")
        yield Hint()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(ArticleTable).border_title = "Tags"
        self._load()

    def on_resize(self) -> None:
        self._show()

    @work(exclusive=True, group=f"{LISTS}.load")
    async def _load(self, name: str | None = None) -> None:
        """List the tags as they are by now, with the cursor on that of a name, or where it is."""
        try:
            self._all = await self.desk.ask(lambda library: library.tags.all())
        except SaysoError as error:
            self._say(str(error), wrong=True)
        if in_place(self):
            self._show(name)

    def _show(self, name: str | None = None) -> None:
        table, line = self.query_one(ArticleTable), self.query_one(FilterLine)
        wanted = line.text.strip().lstrip("#").casefold()
        fitting = [tag for tag in self._all if wanted in tag.name.casefold()]
        self._shown = fitting[:MOST]
        row = next((at for at, tag in enumerate(self._shown) if tag.name == name), table.cursor_row)
        table.clear(columns=True)
        table.add_column("Tag", width=max(8, self.size.width - 16))
        table.add_column("Uses", width=6)
        for tag in self._shown:
            name_cell = Text(f"#{label(tag.name)}", no_wrap=True, overflow="ellipsis")
            table.add_row(name_cell, Text(f"{tag.uses:,}", justify="right"))
        table.move_cursor(row=row)
        count = f"{len(fitting):,}" if not wanted else f"{len(fitting):,} of {len(self._all):,}"
        table.border_subtitle = f"the first {MOST:,} of {count}" if len(fitting) > MOST else count
        self.set_class(not self._all, "-empty")
        self.refresh_bindings()
        if not line.has_focus_within:
            table.focus()

    @property
    def of_no_use(self) -> tuple[str, ...]:
        """The commands that the footer leaves out: those on a tag, where there is none."""
        return () if self._all else ("all-tags.rename", "all-tags.remove", "all-tags.filter")

    @property
    def _chosen(self) -> "Tag | None":
        row = self.query_one(ArticleTable).cursor_row
        return self._shown[row] if 0 <= row < len(self._shown) else None

    # --- the filter -------------------------------------------------------------------------

    def action_filter(self) -> None:
        """Write a filter, or change it."""
        self.query_one(FilterLine).open()

    async def action_all(self) -> None:
        """Take the filter away; where there is none, go back."""
        line = self.query_one(FilterLine)
        if line.text:
            line.clear()
        else:
            await self.app.run_action("app.leave")

    @on(FilterLine.Changed)
    def _filter_typed(self) -> None:
        self._show()

    @on(FilterLine.Left)
    def _filter_left(self) -> None:
        self.query_one(ArticleTable).focus()

    # --- changes ----------------------------------------------------------------------------

    @on(DataTable.RowSelected)
    def _row_selected(self) -> None:
        self.action_rename()

    def action_rename(self) -> None:
        """Ask what the tag under the cursor is to be called."""
        from tui.dialogs.retag import RetagDialog

        tag = self._chosen
        if tag is not None:
            self.app.push_screen(RetagDialog(tag.name), lambda new: self._named(tag, new))

    def _named(self, tag: "Tag", new: str | None) -> None:
        """Call ``tag`` ``new``, after asking where that makes it one with another."""
        from tui.dialogs.confirm import ConfirmDialog

        other = next((one for one in self._all if one.name == new and new != tag.name), None)

        def closed(yes: bool | None) -> None:
            if yes and new is not None:
                self._change(lambda library: library.tags.rename(tag.name, new), new)

        if new is None or other is None:
            closed(new is not None)
            return
        question = (
            f"Make #{label(tag.name, 40)} and #{label(new, 40)} one, #{label(new, 40)}? "
            f"{tag.uses:,} + {other.uses:,} uses."
        )
        self.app.push_screen(ConfirmDialog(question, "Merge", "Keep both"), closed)

    def action_remove(self) -> None:
        """Take the tag under the cursor away wherever it is, if the reader says so."""
        from tui.dialogs.confirm import ConfirmDialog

        tag = self._chosen
        if tag is None:
            return

        def closed(yes: bool | None) -> None:
            if yes:
                self._change(lambda library: library.tags.remove(tag.name))

        uses = "1 place" if tag.uses == 1 else f"all {tag.uses:,} places"
        self.app.push_screen(
            ConfirmDialog(f"Take #{label(tag.name, 60)} away from {uses}?", "Take away", "Keep"), closed
        )

    def action_undo(self) -> None:
        """Take back the last change of a tag that can be, also of an earlier day."""
        self._change(lambda library: library.tags.undo(), undone=True)

    @work(group=f"{LISTS}.change")
    async def _change(
        self, change: "Callable[[Library], Retagged]", name: str | None = None, *, undone: bool = False
    ) -> None:
        try:
            done = await self.desk.ask(change)
        except SaysoError as error:
            self._say(str(error), wrong=True)
        else:
            self._say(self._told(done, undone=undone))
            name = done.old if undone else name
        self._load(name)

    def _told(self, done: "Retagged", *, undone: bool) -> str:
        if undone and not done.token:
            return self.worded(
                "No tag was changed, or all of it is taken back: {all-tags.rename} renames one, {all-tags.remove} "
                "takes one away."
            )
        old, new = label(done.old, 40), label(done.new, 40)
        notes = "1 claim or passage" if done.annotations == 1 else f"{done.annotations:,} claims and passages"
        if undone:
            return f"Taken back: #{old} is on {notes} again."
        words = f"#{old} is #{new} now" if new else f"#{old} is gone"
        undo = self.worded(" {all-tags.undo} takes it back.") if done.token else ""
        return f"{words}: {notes}.{undo}"

    def _say(self, message: str, *, wrong: bool = False) -> None:
        say(self, message, wrong=wrong)

"""A folder to choose from: a line that narrows its list or takes a path, and that list."""

import asyncio
from pathlib import Path

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.worker import Worker

from store.safety import label, safe
from tui.browsing import Contents, beginning, contents, narrowed
from tui.dialogs.dialog import TALL, Dialog
from tui.in_place import in_place
from tui.keymap.bindings import bindings
from tui.keymap.keyed import plain
from tui.typed_paths import end_of, is_path, parted
from tui.waited_for import LISTS
from tui.widgets.fields import Line
from tui.widgets.picking import EntryList, PathLine
from tui.widgets.word_line import WordLine


class About(WordLine):
    """What there is, what is marked, or why nothing came of a key."""


class FolderDialog(Dialog["list[Path] | None"]):
    """Letters narrow the list. Of a path in the line the list shows how it can go on, and moving in it writes."""

    BINDINGS = bindings("picker")
    DEFAULT_CSS = """
    FolderDialog {
        & > .box { max-width: 84; }
        & About, & About.-said { display: block; padding: 0; background: $surface; color: $text-muted;
            text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self, folder: Path) -> None:
        super().__init__("Add files")
        self._folder = self._shown = folder.absolute()
        """The folder that paths begin from, and the one that is listed, to which a path may lead."""
        self._contents = Contents()
        self._everything = self._with_hidden = False
        """Whether what is left out is wanted too, and whether it is listed: a name that begins with a dot wants it."""
        self._written = ("", "")
        """What the line shows of what was written into it, and that, which may not be fit to be shown."""
        self._sought, self._stays = (self._folder, False), True
        self._looking: Worker[None] | None = None

    def compose_body(self) -> ComposeResult:
        """The line, what is there, what is marked."""
        yield PathLine("letters narrow it; / ~ . : a path", self._is_command)
        yield EntryList()
        yield About()

    def on_mount(self) -> None:
        """Show the folder."""
        self.query_one(PathLine).focus()
        self._go(self._folder)

    def on_resize(self) -> None:
        """Leave room for the box around the list."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if in_place(self):
            height = self.app.size.height
            around = 7 if height >= TALL else 4
            keys = self.query_one(".keys").size.height
            self.query_one(EntryList).styles.max_height = max(3, height - around - keys)
            self._say_where()

    # --- looking around ---------------------------------------------------------------------

    def _go(self, folder: Path, came_from: Path | None = None) -> None:
        """Go to ``folder``, and write anew."""
        self._write("")
        self._seek(folder, came_from, stay=True)

    def _seek(self, folder: Path, bar: Path | None = None, *, stay: bool = False) -> None:
        """Begin to show what is in ``folder``, unless that is under way: it lists what is like what is written then."""
        sought = folder, self._wants_hidden
        if stay or sought != self._sought or not self._is_looking:
            self._sought, self._stays = sought, stay
            self._looking = self._look(folder, bar, everything=self._wants_hidden, stay=stay)

    @property
    def _is_looking(self) -> bool:
        return self._looking is not None and not self._looking.is_finished

    @work(exclusive=True, group=LISTS)
    async def _look(self, folder: Path, bar: Path | None, *, everything: bool, stay: bool) -> None:
        """Show what is in ``folder``, and ``stay`` there: a slow disk holds up no key."""
        found = await asyncio.to_thread(contents, folder, everything=everything)
        if not in_place(self):
            return
        if found.fault and stay and folder != self._folder:
            self._tell(f"{label(found.fault)}: {label(str(folder))}")
            return
        self._shown, self._contents, self._with_hidden = folder, found, everything
        self._folder = folder if stay else self._folder
        self._say_where()
        self._list(bar)

    def _list(self, bar: Path | None = None) -> None:
        """Show what of the folder is like what is written."""
        found, text, listed = self._contents, self._text, self.query_one(EntryList)
        if is_path(text):
            # Nothing is under the bar until one goes there.
            listed.show(None, beginning(found.entries, self._begun), 0, None)
        else:
            entries = narrowed(found.entries, text)
            above = None if text.strip() else self._shown.parent
            first = entries[0].path if entries else above
            there = any(bar == entry.path for entry in entries)
            listed.show(above, entries, 0 if text.strip() else found.more, bar if there else first)
        self._tell(found.fault and f"{label(found.fault)}: {label(str(self._shown))}")

    def _say_where(self) -> None:
        where = end_of(safe(str(self._shown)).replace("\n", " "), max(8, min(84, self.app.size.width) - 20))
        self.query_one(".box", Vertical).border_title = Content(f"Add files · {where}")

    def _tell(self, words: str = "") -> None:
        """Say ``words``, else what is marked, how many are shown, and how many are not."""
        marked, shown = len(self.query_one(EntryList).marked), len(self.query_one(EntryList).rows)
        left, text = len(self._contents.left_out), self._text.strip()
        completes = self.clickable("{picker.complete} completes") if is_path(text) else ""
        enters = self.clickable(self._what_opens)
        of_all = f"{shown:,} of {len(self._contents.entries):,}" if text else ""
        adds, shows = self.clickable(": {picker.add} adds"), self.clickable(": {picker.everything} shows")
        marks, hidden = f"{marked:,} marked" if marked else "", f"{left:,} hidden" if left else ""
        parts = (
            (marks and f"{marks}{adds}", of_all, enters, completes, hidden and f"{hidden} or no text{shows}"),
            # The key that adds has a button too.
            (marks, of_all, enters, completes, hidden and f"{hidden}{shows}"),
            (marks, enters or of_all, completes, hidden and f"{hidden}{shows}"),
        )
        room, ways = self.query_one(About).content_size.width, [" · ".join(filter(None, way)) for way in parts]
        fitting = (way for way in ways if not room or cell_len(plain(way)) <= room)
        self.query_one(About).say(words or next(fitting, ways[-1]))

    @property
    def _what_opens(self) -> str:
        """What Enter does with the path in the line, as far as that is there."""
        if not is_path(self._text) or self._contents.fault:
            return ""
        named = self._contents.named(self._begun)
        if named is None and self._begun:
            return ""
        return "{picker.open} opens the folder" if named is None or named.folder else "{picker.open} adds the file"

    # --- writing ----------------------------------------------------------------------------

    @property
    def _text(self) -> str:
        """What is in the line; of what was written into it, what it stands for."""
        shown = self.query_one(PathLine).value
        return self._written[1] if shown == self._written[0] else shown

    @property
    def _begun(self) -> str:
        """Of a path in the line, the name at its end."""
        return parted(self._text, self._folder)[1] if is_path(self._text) else ""

    @property
    def _wants_hidden(self) -> bool:
        return self._everything or self._begun.startswith(".")

    def _write(self, text: str) -> None:
        line = self.query_one(PathLine)
        line.value = text
        line.cursor_position = len(line.value)
        self._written = line.value, text

    def _is_command(self, key: str, written: str) -> bool:
        """Letters are commands while nothing is written; that which marks all, until it is a path."""
        bound = [binding.action for binding in self._bindings.key_to_bindings.get(key, [])]
        return bool(bound) and (not written or ("mark_all" in bound and not is_path(written)))

    @on(Line.Changed)
    def _typing(self, event: Line.Changed) -> None:
        event.stop()
        if event.value != self._written[0]:
            self._written = "", ""
            self._renew()

    def _renew(self) -> None:
        """List what there is for what is written."""
        folder = parted(self._text, self._folder)[0] if is_path(self._text) else self._folder
        # What a path led to a moment ago is not to be shown any more where the line has gone on, or back.
        astray = self._is_looking and not self._stays
        if astray or folder != self._shown or self._wants_hidden != self._with_hidden:
            self._seek(folder)
        else:
            self._list()

    def action_everything(self) -> None:
        """Show what is hidden and what can be no article too, or leave it out again."""
        self._everything = not self._everything
        bar = self.query_one(EntryList).bar
        self._seek(self._shown, bar.path if bar else None)

    def action_move(self, by: int, pages: bool = False) -> None:
        """Go to another line; with a path in the line, write where that leads."""
        listed = self.query_one(EntryList)
        if pages:
            listed.page(by)
        else:
            listed.move(by)
        if is_path(self._text) and listed.bar is not None:
            self._write(str(listed.bar.path))

    def action_up(self) -> None:
        """To the folder above."""
        self._go(self._folder.parent, self._folder)

    def action_cancel(self) -> None:
        """Take back what is written, else close."""
        if self.query_one(PathLine).value:
            self._write("")
            self._renew()
        else:
            self.dismiss(None)

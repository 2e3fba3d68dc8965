"""Choosing files to add: the folder one is in, its files and folders, and a line to type a path in."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.safety import label
from tui.browsing import Contents, chosen_files, completed, contents
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.dialog import TALL, Dialog
from tui.in_place import in_place
from tui.keymap.bindings import bindings
from tui.widgets.fields import Line

MANY = 20
"""Files from which on it is asked whether all of them are meant."""


class PickerDialog(Dialog["list[Path] | None"]):
    """Answers the files that are marked, or the one that was opened; None where the reader leaves off."""

    BINDINGS = bindings("picker")
    DEFAULT_CSS = """
    PickerDialog {
        & > .box { max-width: 84; }
        & OptionList { height: auto; border: none; padding: 0; background: $surface; scrollbar-size-vertical: 1; }
        & OptionList:focus { border: none; }
        & OptionList > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
        & OptionList:focus > .option-list--option-highlighted { background: $primary 35%; text-style: bold; }
        & .about { height: 1; color: $text-muted; }
    }
    """

    def __init__(self, folder: Path) -> None:
        super().__init__("Add files")
        self._folder = folder.absolute()
        self._contents = Contents()
        self._marked: dict[Path, None] = {}

    def compose_body(self) -> ComposeResult:
        """The path, what is there, what is marked."""
        yield Line(select_on_focus=False, placeholder="a path")
        yield OptionList(markup=False)
        yield Static(classes="about", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(OptionList).focus()
        self._go(self._folder)

    def on_resize(self) -> None:
        """Leave room for the box around the list."""
        height = self.app.size.height
        self.query_one(OptionList).styles.max_height = max(3, height - (10 if height >= TALL else 6))

    # --- looking around ---------------------------------------------------------------------

    @work(exclusive=True)
    async def _go(self, folder: Path, came_from: Path | None = None) -> None:
        """Show what is in ``folder``: a slow disk holds up no key."""
        found = await asyncio.to_thread(contents, folder)
        if not in_place(self):
            return
        if found.fault and folder != self._folder:
            self._tell(f"{label(str(folder), 60)}: {found.fault}")
            return
        self._folder, self._contents = folder, found
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(self._options())
        names = [entry.path for entry in found.entries]
        listed.highlighted = 1 + names.index(came_from) if came_from in names else min(1, len(names))
        line = self.query_one(Line)
        line.value = str(folder / "x")[:-1]
        line.cursor_position = len(line.value)
        self._tell(found.fault)

    def _options(self) -> Iterator[Option]:
        yield Option(Content("  .."))
        for entry in self._contents.entries:
            yield Option(self._line(entry.path, entry.folder, entry.readable))
        if self._contents.more:
            yield Option(Content(f"  and {self._contents.more:,} more: type the path"), disabled=True)

    def _line(self, path: Path, folder: bool, readable: bool) -> Content:
        mark = "● " if path in self._marked else "  "
        style = "bold" if folder else "" if readable else "$text-muted"
        return Content.assemble((mark, "bold"), (label(path.name) + (os.sep if folder else ""), style))

    def _tell(self, words: str = "") -> None:
        marked = len(self._marked)
        files = f"{marked:,} marked" if marked else "Letters go to a name · folders can be marked too"
        self.query_one(".about", Static).update(Content(words or files))

    # --- choosing ---------------------------------------------------------------------------

    @property
    def _chosen(self) -> Path | None:
        """What the cursor is on: the folder above for the first line."""
        row = self.query_one(OptionList).highlighted
        if row is None:
            return None
        return self._folder.parent if row == 0 else self._contents.entries[row - 1].path

    def action_mark(self) -> None:
        """Mark what the cursor is on, or take its mark away."""
        listed = self.query_one(OptionList)
        row = listed.highlighted or 0
        if row:
            self._mark(row - 1)
            listed.action_cursor_down()

    def _mark(self, index: int, on: bool | None = None) -> None:
        entry = self._contents.entries[index]
        if on if on is not None else entry.path not in self._marked:
            self._marked[entry.path] = None
        else:
            self._marked.pop(entry.path, None)
        line = self._line(entry.path, entry.folder, entry.readable)
        self.query_one(OptionList).replace_option_prompt_at_index(index + 1, line)
        self._tell()

    def action_mark_all(self) -> None:
        """Mark all files here that are articles by their names; where they are, take the marks away."""
        readable = [index for index, entry in enumerate(self._contents.entries) if entry.readable]
        on = any(self._contents.entries[index].path not in self._marked for index in readable)
        for index in readable:
            self._mark(index, on)

    def on_key(self, event: events.Key) -> None:
        """Go to the next name that begins with a letter."""
        listed = self.query_one(OptionList)
        if not listed.has_focus or not event.character or not event.character.isalnum():
            return
        names = [entry.path.name.casefold() for entry in self._contents.entries]
        here = listed.highlighted or 0
        for row in (*range(here, len(names)), *range(here)):
            if names[row].startswith(event.character.casefold()):
                listed.highlighted = row + 1
                event.stop()
                return

    def action_up(self) -> None:
        """To the folder above."""
        self._go(self._folder.parent, self._folder)

    def action_complete(self) -> None:
        """In the line, what can only be meant; in the list, go to the line, and back."""
        line = self.query_one(Line)
        if not line.has_focus:
            line.focus()
            return
        whole = completed(line.value)
        if whole == line.value:
            self.query_one(OptionList).focus()
        line.value = whole
        line.cursor_position = len(whole)

    @on(Line.Submitted)
    def _typed(self, event: Line.Submitted) -> None:
        event.stop()
        path = Path(event.value.strip() or os.sep).expanduser()
        if path.is_dir():
            self._go(path.absolute())
            self.query_one(OptionList).focus()
        elif path.exists():
            self._answer([*self._marked, path.absolute()])
        else:
            self._tell(f"There is no file {label(str(path), 60)}.")

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        path = self._chosen
        if path is None:
            return
        if path == self._folder.parent or (path.is_dir() and path not in self._marked):
            self._go(path, self._folder)
        else:
            self._answer([*self._marked, *([] if self._marked else [path])])

    def action_add(self) -> None:
        """Add what is marked, else what the cursor is on."""
        chosen = self._chosen
        if self._marked:
            self._answer([*self._marked])
        elif chosen is not None and chosen != self._folder.parent:
            self._answer([chosen])

    @work(exclusive=True, group="answer")
    async def _answer(self, paths: list[Path]) -> None:
        files = await asyncio.to_thread(chosen_files, paths)
        if not files:
            self._tell("There is no Markdown or plain text in it.")
        elif len(files) <= MANY or await self.app.push_screen_wait(
            ConfirmDialog(f"Add {len(files):,} files?", "Add them", "Not these")
        ):
            self.dismiss(files)

    def action_cancel(self) -> None:
        """Close and add nothing."""
        self.dismiss(None)

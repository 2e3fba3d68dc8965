"""Choosing files to add."""

import asyncio
from contextlib import suppress
from pathlib import Path

from textual import on, work
from textual.worker import WorkerError

from store.safety import label
from tui.browsing import chosen_files, completed, kind
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.folder import FolderDialog
from tui.in_place import in_place
from tui.typed_paths import is_address, is_path, meant, paths_in
from tui.waited_for import LEADS
from tui.widgets.fields import Line
from tui.widgets.picking import EntryList, PathLine

MANY = 20
"""Files from which on it is asked whether all of them are meant."""
_ADDRESS = "That is an address: save the page as text or Markdown, and add that file."


class PickerDialog(FolderDialog):
    """Answers the files that are marked, or the one that was opened; None where the reader leaves off.

    Enter opens what is under the bar; with a path in the line it opens that path and nothing else.
    """

    @property
    def holds(self) -> bool:
        """Whether a path is written, or files are marked."""
        return bool(self.query_one(PathLine).value or self.query_one(EntryList).marked)

    @on(PathLine.Pasted)
    def _pasted(self, event: PathLine.Pasted) -> None:
        event.stop()
        line, found = self.query_one(PathLine), paths_in(event.text)
        if len(found) > 1:
            self._answer([meant(one, self._folder) for one in found], pasted=True)
        elif found and is_path(found[0]) and not is_path(line.value):
            self._write(found[0])
            self._renew()
        elif found:
            line.insert_text_at_cursor(found[0])

    def action_complete(self) -> None:
        """Write what a path can only go on as; in the list, mark."""
        if is_path(self._text):
            self._write(completed(self._text, self._folder))
            self._renew()
        else:
            self.action_mark()

    def action_mark(self) -> None:
        """Mark what is under the bar, or take its mark away."""
        listed = self.query_one(EntryList)
        if listed.highlighted is not None and not listed.is_above(listed.bar):
            listed.mark(listed.highlighted)
            listed.action_cursor_down()
            self._tell()

    def action_mark_all(self) -> None:
        """Mark all that are shown and are articles by their names."""
        self.query_one(EntryList).mark_all()
        self._tell()

    @on(EntryList.Clicked)
    def _clicked(self, event: EntryList.Clicked) -> None:
        event.stop()
        listed = self.query_one(EntryList)
        entry = listed.rows[event.row]
        if event.twice and not entry.folder:
            self._answer([*listed.marked, entry.path])
        elif entry.folder and (not event.on_mark or listed.is_above(entry)):
            self._go(entry.path, self._shown)
        else:
            listed.mark(event.row)
            self._tell()

    @on(Line.Submitted)
    def _entered(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open what the line has the path of, else what is under the bar."""
        self._open(self._text)

    @work(exclusive=True, group=f"{LEADS}.open")
    async def _open(self, text: str) -> None:
        """What was typed before counts, however long the folder takes."""
        while self._looking is not None and not self._looking.is_finished:
            with suppress(WorkerError):
                await self._looking.wait()
        ways = [meant(way, self._folder) for way in ([text, *paths_in(text)[:1]] if text.strip() else [])]
        kinds = await asyncio.to_thread(lambda: [(path, kind(path)) for path in ways])
        if not in_place(self):
            return
        listed = self.query_one(EntryList)
        bar, named = listed.bar, next(((path, what) for path, what in kinds if what), None)
        if named is None and bar is not None and not is_path(text):
            named = bar.path, "folder" if bar.folder else "file"
        if named is None:
            self._tell(self._nothing(text))
        elif named[1] == "folder":
            self._go(named[0], self._shown)
        elif is_path(text) or not listed.marked:
            self._answer([*listed.marked, named[0]])
        else:
            self._answer([*listed.marked])

    def _nothing(self, text: str) -> str:
        if is_address(text):
            return _ADDRESS
        none = f"There is no file {label(str(meant(text, self._folder)))}"
        return f"{none}." if is_path(text) else f"Nothing here is like “{label(text, 60)}”."

    def action_add(self) -> None:
        """Add what is marked, else what the line or the bar is on."""
        listed = self.query_one(EntryList)
        if listed.marked:
            self._answer([*listed.marked])
        elif is_path(self._text):
            self.action_open()
        elif listed.bar is not None and not listed.is_above(listed.bar):
            self._answer([listed.bar.path])

    @work(exclusive=True, group=f"{LEADS}.answer")
    async def _answer(self, paths: list[Path], *, pasted: bool = False) -> None:
        """Close with the files of ``paths``, after a question where those are many, or were ``pasted``."""
        there = await asyncio.to_thread(lambda: [path for path in paths if kind(path)]) if pasted else paths
        marked = self.query_one(EntryList).marked if pasted else ()
        files = await asyncio.to_thread(chosen_files, [*marked, *there])
        lost = len(paths) - len(there)
        but = f" There is nothing at {lost:,} of the {len(paths):,} paths." if lost else ""

        def closed(yes: bool | None) -> None:
            if yes:
                self.dismiss(files)

        if not there:
            self._tell(f"None of these {len(paths):,} lines is the path of a file.")
        elif not files:
            self._tell("There is no Markdown or plain text in it.")
        elif len(files) <= MANY and not pasted:
            self.dismiss(files)
        else:
            question = f"Add {len(files):,} files?{but}"
            await self.app.push_screen(ConfirmDialog(question, "Add them", "Not these"), closed)

"""The parts of choosing files: the line that one types in, and the list, which only the mouse goes to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from store.safety import label
from tui.browsing import Entry
from tui.widgets.line import Line

_MARKS = 3
"""Cells before a name, about its mark."""


class PathLine(Line):
    """A line that has the keys of a list: ``is_command`` says of a key and what is written whether it is no letter."""

    @dataclass
    class Pasted(Message):
        """The reader pasted ``text``, of which nothing is written."""

        text: str

    def __init__(self, placeholder: str, is_command: Callable[[str, str], bool]) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False)
        self._is_command = is_command

    async def _on_key(self, event: events.Key) -> None:
        # Here and not by priority: what was typed before is written by now, however fast it came.
        if self._is_command(event.key, self.value):
            event.prevent_default()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether ``key`` is a letter to be written."""
        return super().check_consume_key(key, character) and not self._is_command(key, self.value)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.post_message(self.Pasted(event.text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is written, nothing is gone back over: such keys lead elsewhere."""
        if action in ("delete_left", "cursor_left") and not self.value:
            return False
        return super().check_action(action, parameters)


class EntryList(OptionList, can_focus=False):
    """Folders and files, the folder ``above`` them first. Some are ``marked``, one may be under the bar."""

    DEFAULT_CSS = """
    EntryList, EntryList:focus {
        height: auto;
        border: none;
        padding: 0;
        background: $surface;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        & > .option-list--option-highlighted { background: $primary 35%; color: $foreground; text-style: bold; }
    }
    """

    @dataclass
    class Clicked(Message):
        """The reader clicked on line ``row``: where its mark stands, ``twice``, or neither."""

        row: int
        on_mark: bool
        twice: bool

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.rows: list[Entry] = []
        self.marked: dict[Path, None] = {}
        self._above: Entry | None = None

    def show(self, above: Path | None, entries: Sequence[Entry], more: int, bar: Path | None) -> None:
        """Show ``entries``, and that there are ``more``; the bar goes to the path ``bar``, if it is there."""
        self._above = Entry(above, folder=True) if above is not None else None
        self.rows = [*([self._above] if self._above else []), *entries]
        self.clear_options()
        self.add_options(Option(self._line(entry)) for entry in self.rows)
        if more:
            self.add_option(Option(Content(f"  and {more:,} more: type the path"), disabled=True))
        paths = [entry.path for entry in self.rows]
        self.highlighted = paths.index(bar) if bar in paths else None

    @property
    def bar(self) -> Entry | None:
        """What is under the bar."""
        return self.rows[self.highlighted] if self.highlighted is not None and self.rows else None

    def is_above(self, entry: Entry | None) -> bool:
        """Whether that is the folder above."""
        return entry is not None and entry is self._above

    def move(self, by: int) -> None:
        """Put the bar ``by`` lines on, round the end."""
        if self.rows:
            at = (-1 if by > 0 else 0) if self.highlighted is None else self.highlighted
            self.highlighted = (at + by) % len(self.rows)

    def page(self, by: int) -> None:
        """Put the bar ``by`` pages on, or at the end."""
        if self.rows:
            at = (self.highlighted or 0) + by * max(1, self.size.height - 1)
            self.highlighted = min(len(self.rows) - 1, max(0, at))

    def mark(self, row: int, on: bool | None = None) -> None:
        """Mark a line, take its mark away, or whichever is to be done; not the folder above."""
        entry = self.rows[row]
        if self.is_above(entry):
            return
        if on if on is not None else entry.path not in self.marked:
            self.marked[entry.path] = None
        else:
            self.marked.pop(entry.path, None)
        self.replace_option_prompt_at_index(row, self._line(entry))

    def mark_all(self) -> None:
        """Mark all that are articles by their names; where they are marked, take the marks away."""
        readable = [row for row, entry in enumerate(self.rows) if entry.readable]
        on = any(self.rows[row].path not in self.marked for row in readable)
        for row in readable:
            self.mark(row, on)

    def _line(self, entry: Entry) -> Content:
        name = ".." if self.is_above(entry) else label(entry.path.name) + ("/" if entry.folder else "")
        style = "bold" if entry.folder else "" if entry.readable else "$text-muted"
        return Content.assemble(("● " if entry.path in self.marked else "  ", "bold"), (name, style))

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        event.stop()
        row = event.style.meta.get("option")
        if row is not None and row < len(self.rows):
            self.highlighted = row
            self.post_message(self.Clicked(row, event.x < _MARKS, event.chain == 2))

"""A line in which a list is filtered while one types: words, and things asked for by name such as ``is:unreviewed``."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed, marked, plain
from tui.widgets.advice import Advice, offered_in
from tui.widgets.hint import Hint
from tui.widgets.line import Line

if TYPE_CHECKING:
    from store.searching.completing import Begun, There
    from store.searching.query import Names

_APART = " · "
"""Between examples of what can be typed."""


class FilterLine(Keyed, Vertical):
    """Hidden until ``command`` opens it. Enter goes to what is shown and leaves the filter, Escape takes it away.

    ``names`` are what can be asked for by name: above the line stands what of it there is, and what was not understood.
    ``there`` tells what a name that takes any words finds in this place. ``about`` has examples of what can be typed,
    `_APART`, which a click begins with.
    ``clears`` is the command that takes the filter away from outside of it.
    """

    DEFAULT_CSS = """
    FilterLine {
        display: none;
        height: auto;
        background: $panel;
        & > Horizontal { height: 1; padding: 0 1; }
        & .sign { color: $text-accent; text-style: bold; width: 2; }
        & .found { width: auto; max-width: 50%; color: $text-muted; padding-left: 1; text-align: right; }
        & Line, & Line:focus { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
        & > Advice.-offer { color: $text-muted; }
    }
    """
    BINDINGS = bindings("filter-line")

    @dataclass
    class Changed(Message):
        """The reader is typing; ``text`` is what stands there now."""

        text: str

    class Left(Message):
        """The reader wants to go on in the list; the filter stays, and its line too where it is not empty."""

    _from = ""
    """What was typed when the options were offered that can be chosen by now."""
    _told = _words = _way_on = ""

    def __init__(
        self,
        about: str,
        command: str = "library.filter",
        clears: str = "library.all",
        names: "Names | None" = None,
        there: "There" = lambda _: (),
    ) -> None:
        super().__init__()
        self._there = there
        self._about = about
        self._command = command
        self._clears = clears
        self._names = names

    def compose(self) -> ComposeResult:
        """What there is, then the sign, the line, how many."""
        yield Advice()
        with Horizontal():
            yield Static(self.key_of(self._command) or "=", classes="sign", markup=False)
            yield Line(placeholder=self._about)
            yield Static(classes="found", markup=False)

    @property
    def text(self) -> str:
        """What stands there."""
        lines = self.query(Line)
        return lines.first().value if lines else ""

    def open(self) -> None:
        """Show the line and write in it, also what came together with its key; what was said before goes."""
        for hint in self.screen.query(Hint):
            hint.leave_off()
        self.display = True
        self.screen.set_focus(self.query_one(Line))

    def write(self, text: str) -> None:
        """Show the line with ``text`` in it, as if it had been typed."""
        self.query_one(Line).value = text
        self.display = True

    def tell(self, words: str, way_on: str = "") -> None:
        """Say how many there are, with the key to all of them.

        ``way_on`` is what a key does with them, which it does once they are no longer being written about.
        """
        self._words, self._way_on = words, way_on
        if self.query(".found"):  # else it is still coming, and has its size only then
            self._say_found()

    def _say_found(self) -> None:
        from tui.keymap.pressing import pressable

        key = marked(self.key_of(self._clears), self._clears)
        way_on = "" if self.query_one(Line) is self.screen.focused else self._way_on
        parts = [part for part in (self._words, way_on, f"{key} all" if key else "") if part] if self._words else []
        told = _APART.join(parts)
        if way_on and cell_len(plain(told)) >= self.size.width // 2:
            told = _APART.join(part for part in parts if part is not way_on)
        found = self.query_one(".found", Static)
        if told != self._told:
            # What has room where more stood moves nothing.
            fits, self._told = bool(told) and cell_len(plain(told)) <= found.size.width, told
            found.update(pressable(told), layout=not fits)

    def clear(self) -> None:
        """Take the filter away, and the line with it."""
        self.query_one(Line).value = ""
        self.display = False

    def action_close(self) -> None:
        """Take the filter away, and go on in the list."""
        self.clear()
        self.post_message(self.Left())

    def action_leave(self) -> None:
        """Go on in the list."""
        self._settle()
        self.display = bool(self.text.strip())
        self.post_message(self.Left())

    def action_complete(self) -> None:
        """Write the rest of a name or value; where there are several, what they have in common, and which there are."""
        from store.searching.completing import completed

        if self._names is None:
            self.action_leave()
            return
        line = self.query_one(Line)
        line.value = completed(line.value, self._names, self._there)
        line.cursor_position = len(line.value)
        last = self._begun(line.value)
        if len(last.options) > 1:
            self._offer(last.options)
        elif not last.options and last.name in self._names.filters:
            none = f"No {last.name} here {'begins so' if last.value else 'yet'}."
            self.query_one(Advice).remove_class("-offer").advise(none)

    def _begun(self, text: str) -> "Begun":
        from store.searching.completing import begun

        assert self._names is not None
        return begun(text, self._names, self._there)

    def _settle(self) -> None:
        """Nothing of it is passed over once it is no longer being typed."""
        from store.searching.completing import settled

        line = self.query_one(Line)
        if self._names is not None:
            line.value = settled(line.value, self._names)

    def _advise(self, text: str) -> None:
        """Say what of it is not understood, else how it may go on."""
        from store.folding import folded
        from store.searching.advising import misunderstood

        if self._names is None:
            return
        faults = misunderstood(text, self._names, typing=True)
        if faults:
            # What there is of such a name, or if there is none such, the names; also where a space ended it.
            self._from = text.rstrip()
            there = self._begun(f"{self._begun(self._from).name}:").options or self._begun("").options
            self.query_one(Advice).remove_class("-offer").advise(" ".join(f"{line}." for line in faults), there)
        else:
            last = self._begun(text)
            done = any(folded(option) == last.value for option in last.options)
            self._offer(last.options if last.name and not done else ())

    def _offer(self, options: "tuple[str, ...]") -> None:
        self._from = self.text
        key = marked(self.key_of("filter-line.complete"), "filter-line.complete")
        self.query_one(Advice).add_class("-offer").offer(options, f"{key} completes" if key else "")

    @on(Line.Changed)
    def _typing(self, event: Line.Changed) -> None:
        event.stop()
        self._advise(event.value)
        self.post_message(self.Changed(event.value))

    @on(Line.Submitted)
    def _done(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_leave()

    def on_descendant_blur(self) -> None:
        """The reader went on by other ways, such as a click."""
        self._settle()
        self.call_after_refresh(self._say_found)

    def on_descendant_focus(self) -> None:
        """Keys are letters now."""
        self._say_found()

    def on_resize(self) -> None:
        """There may be more room, or less; there is some only when it is shown."""
        self._say_found()

    async def on_click(self, event: events.Click) -> None:
        """A click beside the words begins to write too; on a key it does what that does, on a name it writes it."""
        from tui.keymap.pressing import press

        event.stop()
        if await press(self.app, event):
            return
        self.open()
        if option := offered_in(event.style):
            self._choose(self._from, option)
        elif not self.text:
            self._choose_example(event.screen_x - self.query_one(Line).content_region.x)

    def _choose(self, before: str, option: str) -> None:
        from store.searching.completing import chosen

        line = self.query_one(Line)
        line.value = chosen(before, option)
        line.cursor_position = len(line.value)

    def _choose_example(self, cell: int) -> None:
        """Begin with the example at ``cell`` of the empty line; where its value is but one too, with its name."""
        end = -len(_APART)
        for example in self._about.split(_APART):
            start, end = end + len(_APART), end + len(_APART) + cell_len(example)
            name, colon, value = example.partition(":")
            if colon and self._names is not None and start <= cell < end:
                known = value in self._begun(f"{name}:").options
                self._choose(f"{name}:", value) if known else self._choose("", f"{name}:")

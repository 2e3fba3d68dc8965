"""The outline of an article, filtered as one types: its headings, or where there are none its paragraphs."""

import re
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from store.folding import folded
from store.safety import label
from tui.dialogs.dialog import KeyButton
from tui.dialogs.rows import Rows
from tui.keymap.bindings import bindings
from tui.outline import Outline
from tui.widgets.line import Line
from tui.widgets.row_list import Row, RowList

_ABOUT = "○3/5: 3 of 5 claims to be reviewed · ✓5: none"
_HEADINGS, _PARAGRAPHS = "words of a heading, or a ¶ number", "first words, or a ¶ number"
_NO_HEADINGS = "No headings: its paragraphs"
_NUMBER = re.compile(r"\s*[0-9]{1,9}\s*")
_INDENT, _DEEPEST = 2, 5


class OutlineDialog(Rows[int]):
    """Asks where to go in an article, and answers with an offset; at first the part at ``here`` is chosen."""

    BINDINGS = bindings("outline")
    DEFAULT_CSS = """
    OutlineDialog {
        & > .box { max-width: 84; }
    }
    """

    def __init__(self, outline: Outline, here: int) -> None:
        super().__init__("Outline")
        self._outline = outline
        self._here = here
        self._headings_only = outline.has_headings
        self._rows: Sequence[int] = ()
        self._shown: Sequence[int] = ()
        self._folded: list[str] = []

    def compose_body(self) -> ComposeResult:
        """What to look for, what there is, and what the numbers beside it are."""
        yield Line(placeholder=_HEADINGS if self._headings_only else _PARAGRAPHS)
        yield RowList()
        yield Static(Content(_ABOUT), classes="about")

    def describe(self, binding: Binding) -> str:
        """What the button of ``binding`` says."""
        return "Headings" if binding.id == "outline.turn" and not self._headings_only else super().describe(binding)

    def on_mount(self) -> None:
        """Show the outline."""
        if not self._outline.has_headings:
            self.query_one(".box").border_subtitle = Content(_NO_HEADINGS)
            for button in self.query(KeyButton):
                button.display = button.action != "screen.turn"
        self._list()

    def on_resize(self) -> None:
        """Leave room for the box around the list, as high as it can ever get, so that it stays while one types."""
        self.fit(len(self._rows))

    def _list(self) -> None:
        self._rows = self._outline.headings if self._headings_only else self._outline.all
        self._folded = []
        self.fit(len(self._rows))
        self._filter(self.query_one(Line).value)

    def _filter(self, wanted: str) -> None:
        words = folded(wanted).split()
        if words and not self._folded:
            self._folded = [folded(self._outline.words(index)) for index in self._rows]
        if words:
            found = zip(self._rows, self._folded, strict=True)
            self._shown = [index for index, text in found if all(word in text for word in words)]
        else:
            self._shown = self._rows
        first = self._outline.numbered(int(wanted)) if _NUMBER.fullmatch(wanted) else None
        if first is not None:
            self._shown = [first, *(index for index in self._shown if index != first)]
        chosen = 0 if first is not None else self._outline.row_at(self._shown, self._here)
        self.query_one(RowList).show(len(self._shown), self._row, chosen)

    def _row(self, number: int) -> Row:
        part = self._outline.part(self._shown[number])
        claims, unreviewed = self._outline.claims_in(part)
        beside = "" if not claims else f"○{unreviewed:,}/{claims:,}" if unreviewed else f"✓{claims:,}"
        indent = " " * (1 + _INDENT * min(part.depth, _DEEPEST))
        sign = f"{part.number} " if part.number is not None else ""
        return Row(label(part.words, 300), f"{indent}{sign}", beside, strong=part.number is None)

    @on(Line.Changed)
    def _typed(self, event: Line.Changed) -> None:
        self._filter(event.value)

    def action_turn(self) -> None:
        """Show the paragraphs under their headings, or the headings alone again."""
        if self._outline.has_headings:
            self._headings_only = not self._headings_only
            self._list()
            for button in self.query(KeyButton):
                if button.action == "screen.turn":
                    button.words = "Paragraphs" if self._headings_only else "Headings"

    def action_page(self, by: int) -> None:
        """Choose a row further on or back by about as many as are in sight."""
        listed = self.query_one(RowList)
        if listed.chosen is not None:
            listed.choose(listed.chosen + by * max(1, listed.size.height - 1))

    @on(RowList.Picked)
    def action_go(self) -> None:
        """Go to what is chosen."""
        chosen = self.query_one(RowList).chosen
        if chosen is not None:
            self.dismiss(self._outline.part(self._shown[chosen]).start)

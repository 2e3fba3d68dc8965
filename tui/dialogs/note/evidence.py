"""What speaks for or against a claim: asked for in a few fields, and listed under the note."""

from collections.abc import Sequence
from typing import ClassVar, cast

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from store.annotations import STANCES, Evidence, Stance
from store.safety import label
from tui.dialogs.writing import WritingDialog
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.widgets.choice_list import ChoiceList
from tui.widgets.fields import Line

SIGNS: dict[Stance, str] = {"supports": "+", "contradicts": "−", "context": "·"}
LENGTH = 200
"""Code points of an address or a note that are shown."""


class EvidenceDialog(WritingDialog[Evidence]):
    """Ask for one piece of evidence, or change ``before``; answers None where nothing is to change."""

    BINDINGS = bindings("evidence")
    DEFAULT_CSS = """
    EvidenceDialog {
        & .stance { margin-top: 1; }
        & .stance.-asked { color: $text-warning; }
        & ChoiceList { height: 3; }
        & .missing { color: $text-warning; height: auto; display: none; }
        &.-short .stance { margin-top: 0; }
    }
    """

    def __init__(self, before: Evidence | None = None) -> None:
        super().__init__("Evidence")
        self._before = before

    def compose_body(self) -> ComposeResult:
        """Where it is, what it does to the claim, what it says."""
        before = self._before or Evidence("")
        yield Label("Where: a link, or words to find it", classes="heading")
        yield Line(before.address, placeholder="https://…", select_on_focus=False, id="address")
        yield Static("Write first where it is.", classes="missing", markup=False)
        yield Label("What it does to the claim", classes="heading stance")
        # None beforehand: what speaks against a claim is not to be kept as context by an Enter too soon.
        yield ChoiceList(STANCES, before.stance if self._before else None, id="stance")
        yield Label("In a few words", classes="heading")
        yield Line(before.note, placeholder="not required", select_on_focus=False, id="words")

    def on_mount(self) -> None:
        """Begin with where it is."""
        self.query_one("#address").focus()

    @on(Line.Changed, "#address")
    def _address_typed(self) -> None:
        self.query_one(".missing").display = False

    def action_save(self) -> None:
        """Close with what was written; it needs a place, and to be for, against or context."""
        address, words = (" ".join(self.query_one(name, Line).value.split()) for name in ("#address", "#words"))
        if not address:
            self.query_one(".missing").display = True
            self.query_one("#address").focus()
            return
        stances = self.query_one("#stance", ChoiceList)
        if stances.chosen is None:
            self.query_one(".stance", Label).update("Choose what it does to the claim")
            self.query_one(".stance").add_class("-asked")
            stances.focus()
            return
        after = Evidence(address, cast(Stance, stances.chosen), words)
        self.dismiss(after if after != self._before else None)


class EvidenceList(Keyed, OptionList):
    """The ``evidence`` of an annotation, a row each; hidden where there is none. Nothing in it is opened by itself."""

    BINDINGS: ClassVar = bindings("evidence-list")
    DEFAULT_CSS = """
    EvidenceList {
        display: none;
        height: auto;
        max-height: 4;
        border: none;
        padding: 0;
        margin-top: 1;
        background: $surface;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        scrollbar-size-vertical: 1;
        &.-some { display: block; }
        &:focus { border: none; background-tint: $foreground 0%; }
        & > .option-list--option-highlighted { background: $surface; color: $foreground; text-style: none; }
        &:focus > .option-list--option-highlighted {
            background: $primary 35%;
            color: $foreground;
            text-style: bold;
        }
    }
    """

    class Changed(Message):
        """One more, one less, or another."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        super().__init__(markup=False)
        self.evidence = tuple(evidence)

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()
        self.highlighted = 0 if self.evidence else None

    def put(self, one: Evidence, index: int | None = None) -> None:
        """Add ``one``, or put it in the place of that at ``index``."""
        rows = [*self.evidence]
        if index is None:
            rows.append(one)
        else:
            rows[index] = one
        self._keep(rows, len(rows) - 1 if index is None else index)

    def action_remove(self) -> None:
        """Take the chosen one away."""
        index = self.highlighted
        if index is not None:
            self._keep([*self.evidence[:index], *self.evidence[index + 1 :]], index)

    def _keep(self, rows: Sequence[Evidence], chosen: int) -> None:
        self.evidence = tuple(dict.fromkeys(rows))
        self._show()
        self.highlighted = min(chosen, len(self.evidence) - 1) if self.evidence else None
        if not self.evidence and self.has_focus:
            self.screen.focus_previous()
        self.post_message(self.Changed())

    def _show(self) -> None:
        self.set_options(Option(row(one)) for one in self.evidence)
        self.set_class(bool(self.evidence), "-some")


def row(evidence: Evidence) -> Content:
    """``evidence`` in a line: a sign and a word for its stance, where it is, what it says."""
    stance = evidence.stance
    words = f"{SIGNS[stance]} {stance}{' ' * (12 - cell_len(stance))}{label(evidence.address, LENGTH)}"
    return Content(f"{words}  {label(evidence.note, LENGTH)}".rstrip())

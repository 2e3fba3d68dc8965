"""How far the checking of a claim is, and what came of it."""

from dataclasses import dataclass
from typing import cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Label

from store.annotations import FINDINGS, PROGRESS, Finding, Progress
from tui.dialogs.claim import Guess
from tui.dialogs.dialog import KeyButton
from tui.dialogs.writing import WritingDialog
from tui.keymap.bindings import bindings
from tui.widgets.choice_list import ChoiceList
from tui.widgets.fields import Line

NO_FINDING = "none yet"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the reader makes of a claim. ``finding`` is None where there is none yet."""

    progress: Progress
    finding: Finding | None
    reason: str


class AssessDialog(WritingDialog[Assessment]):
    """Choose progress and finding and say why; answers None where nothing is to change.

    ``guess`` is what can be done about a name that is guessed.
    """

    BINDINGS = bindings("assess")
    DEFAULT_CSS = """
    AssessDialog {
        & > .box { max-width: 60; }
        & .lists { height: auto; }
        & .lists > Vertical { height: auto; width: 1fr; }
        & .lists > .progress { width: 24; padding-right: 2; }
        & .reason { margin-top: 1; }
        &.-narrow > .box { padding: 0 0 0 1; }
        &.-narrow .lists > .progress { width: 21; padding-right: 1; }
        &.-short { & ChoiceList { height: 5; } & .reason { margin-top: 0; } }
    }
    """

    def __init__(
        self,
        progress: Progress,
        finding: Finding | None,
        reason: str,
        about: str = "this claim",
        guess: "Guess | None" = None,
    ) -> None:
        super().__init__(f"Assess {about}")
        self._guess = guess
        self._before = Assessment(progress, finding, reason)

    def compose_body(self) -> ComposeResult:
        """Progress beside finding, and the reason under them."""
        before = self._before
        with Horizontal(classes="lists"):
            with Vertical(classes="progress"):
                yield Label("Progress", classes="heading")
                yield ChoiceList(PROGRESS, before.progress, id="progress")
            with Vertical():
                yield Label("Finding", classes="heading")
                yield ChoiceList((NO_FINDING, *FINDINGS), before.finding or NO_FINDING, id="finding")
        yield Label("Reason", classes="heading reason")
        yield Line(before.reason, select_on_focus=False, id="reason")
        if self._guess is not None:
            yield KeyButton(self.key_of("assess.refuse-guess"), self._guess.words, "refuse_guess")

    def on_mount(self) -> None:
        """Begin with the progress."""
        self._ask_for_a_reason()
        self.query_one("#progress").focus()

    @on(ChoiceList.OptionHighlighted, "#finding")
    def _ask_for_a_reason(self) -> None:
        found = self.query_one("#finding", ChoiceList).chosen != NO_FINDING
        self.query_one(Line).placeholder = "how do you know? (not required)" if found else "none needed yet"

    def action_refuse_guess(self) -> None:
        """Refuse the name that is guessed, or allow it again, besides what was chosen."""
        if self._guess is not None:
            self.action_save()
            self._guess.do()

    def action_save(self) -> None:
        """Close with what was chosen."""
        progress = self.query_one("#progress", ChoiceList).chosen
        finding = self.query_one("#finding", ChoiceList).chosen
        reason = self.query_one(Line).value.strip()
        after = Assessment(cast(Progress, progress), None if finding == NO_FINDING else cast(Finding, finding), reason)
        self.dismiss(after if after != self._before else None)

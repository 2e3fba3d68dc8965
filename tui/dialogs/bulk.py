"""What is to be done with all the claims that are shown: a verdict, or a tag."""

from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.config.schema import config_of
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.dialog import Dialog, KeyButton
from tui.keymap.bindings import bindings
from tui.keymap.hints import displayed
from tui.keymap.keyed import keymap_of

Verdict = Literal["decision", "progress", "finding", "tags"]


@dataclass(frozen=True, slots=True)
class Bulk:
    """What each of the claims is to be given. Which tags is asked next."""

    verdict: Verdict
    value: str | None = None


class SureDialog(ConfirmDialog, inherit_bindings=False):
    """Ask again about many, by other keys than those that have been pressed."""

    BINDINGS = bindings("bulk-sure")


class BulkDialog(Dialog[Bulk | None]):
    """Choose what to do with all of ``count`` claims, of which ``unreviewed`` wait; answers None where nothing is."""

    BINDINGS = bindings("bulk")
    DEFAULT_CSS = """
    BulkDialog {
        & > .box { max-width: 56; }
        & VerticalScroll { height: auto; max-height: 14; scrollbar-size-vertical: 1; }
        &.-short VerticalScroll { max-height: 6; }
        & VerticalScroll KeyButton { display: block; }
    }
    """

    def __init__(self, count: int, unreviewed: int) -> None:
        super().__init__(f"All {count} claims that are shown" if count > 1 else "The claim that is shown")
        self._words = f"{unreviewed} of them not reviewed yet." if count > 1 else ""

    def compose_body(self) -> ComposeResult:
        """What can be done, each a button."""
        yield Static(Content(self._words), classes="quiet")
        with VerticalScroll(can_focus=False):
            named: set[str] = set()
            for _, binding in self._bindings:
                if binding.id is not None and not binding.show and binding.id not in named:
                    named.add(binding.id)
                    key = displayed(binding)
                    yield KeyButton(key, keymap_of(self.app).command(binding.id).name, binding.action)

    def action_give(self, verdict: Verdict, value: str | None = None) -> None:
        """Close with that."""
        self.dismiss(Bulk(verdict, value))

    def action_give_finding(self, number: int) -> None:
        """Close with the finding that has the nth of the digits for them."""
        self.action_give("finding", config_of(self.app).findings[number - 1])

    def action_cancel(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)

"""A change that was refused, since another window or a script has changed the same thing: which of them stays."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.conflicts import Choice, Conflict
from store.safety import label, safe
from tui.dialogs.dialog import Dialog
from tui.keymap.bindings import bindings

ROOM = 2000


class ConflictDialog(Dialog[Choice | None]):
    """Show both versions of ``conflict`` and answer which stays; None leaves it open, to be asked again later."""

    BINDINGS = bindings("conflict")
    DEFAULT_CSS = """
    ConflictDialog {
        & .quote { height: auto; max-height: 3; margin-bottom: 1; padding-left: 1; border-left: outer $primary 50%; }
        & VerticalScroll { height: auto; max-height: 14; }
        & .version { height: auto; margin-bottom: 1; }
        &.-short .quote, &.-short .version { margin-bottom: 0; }
        &.-short .quote { max-height: 1; }
        &.-short VerticalScroll { max-height: 6; }
    }
    """

    def __init__(self, conflict: Conflict) -> None:
        super().__init__("Changed elsewhere meanwhile")
        self._conflict = conflict

    def compose_body(self) -> ComposeResult:
        """The words that it is about, and what either made of them."""
        yield Static(Content(label(self._conflict.mine.words, 400)), classes="quote quiet")
        with VerticalScroll(can_focus=False):
            if self._conflict.theirs is None:
                yield Static("It was deleted there. Yours:", classes="heading")
                yield Static(Content(_said(self._conflict.mine.note or "(no note)")), classes="version")
            for name, mine, theirs in self._conflict.differing:
                for whose, value in (("Theirs", theirs), ("Yours", mine)):
                    yield Static(Content(f"{whose} · {name}"), classes="heading")
                    yield Static(Content(_said(value)), classes="version")

    def describe(self, binding: Binding) -> str:
        """What each choice means here."""
        if self._conflict.theirs is None and binding.action == "choose('theirs')":
            return "Leave it deleted"
        return binding.description

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Both can stay only where they can be put together."""
        return action != "choose" or parameters != ("both",) or self._conflict.joinable

    def action_choose(self, choice: Choice) -> None:
        """Close with ``choice``."""
        self.dismiss(choice)

    def action_later(self) -> None:
        """Close and leave it open."""
        self.dismiss(None)


def _said(value: str) -> str:
    text = safe(value.strip())
    return text if len(text) <= ROOM else f"{text[:ROOM]}…"

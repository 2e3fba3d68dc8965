"""Everything that happened to an article, or to one annotation, the last first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from store.safety import label
from tui.dialogs.dialog import KeyButton
from tui.dialogs.page import PageDialog
from tui.keymap.bindings import bindings

if TYPE_CHECKING:
    from store.telling import Told

MOST = 500
"""How many changes are shown: more would take a while to be laid out, and ``sayso history`` lists them all."""


class HistoryDialog(PageDialog):
    """Show what is ``told``, the oldest first, of the article ``title``; with ``uid`` at first of that annotation."""

    BINDINGS = bindings("history")
    DEFAULT_CSS = """
    HistoryDialog {
        & > .box { max-width: 100; }
        & .told { height: auto; padding-right: 1; }
    }
    """

    def __init__(self, title: str, told: "Sequence[Told]", uid: str | None = None) -> None:
        super().__init__(f"History, in UTC: {title}")
        self._told = told
        self._uid = uid

    def compose_page(self) -> ComposeResult:
        """One text: thousands of widgets would be slow."""
        yield Static(self._shown(), classes="told")

    def on_mount(self) -> None:
        """Only one annotation's history can be widened."""
        self._name_key()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is something to go back to only where an annotation was asked about."""
        return action != "widen" or self._uid is not None

    def action_widen(self) -> None:
        """Show all that happened to the article."""
        self._uid = None
        self.query_one(".told", Static).update(self._shown())
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self._name_key()

    def _name_key(self) -> None:
        for button in self.query(KeyButton):
            if button.words == "Whole article":
                button.display = self._uid is not None

    def _shown(self) -> Content:
        told = [one for one in self._told if self._uid is None or (one.change and one.change.uid == self._uid)]
        lines = [_content(one) for one in told[: -MOST - 1 : -1]]
        if len(told) > MOST:
            lines.append(
                Content.styled(f"and {len(told) - MOST:,} before: sayso history lists them all", "$text-muted")
            )
        return Content("\n").join(lines) if lines else Content("Nothing has happened yet.")


def _content(told: "Told") -> Content:
    """A change in two lines: when and what; then what it was, on what, by whom."""
    undone = " [undone]" if told.undone else ""
    about = f"on {told.about}" if told.about else ""
    version = f"sayso {told.version}" if told.version else ""
    more = " · ".join(part for part in (told.values, about, told.by, version) if part)
    return Content.assemble(
        (told.at, "$text-muted"),
        "  ",
        (label(told.what), "bold"),
        (undone, "bold"),
        *(("\n    ", (more, "$text-muted")) if more else ()),
    )

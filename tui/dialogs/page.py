"""A dialog to read, not to answer: it scrolls where it is longer than the window, and closes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from tui.dialogs.dialog import TALL, Dialog
from tui.keymap.bindings import bindings


class PageDialog(Dialog[None]):
    """A subclass yields what is to be read in `compose_page`."""

    BINDINGS: ClassVar = bindings("page")
    DEFAULT_CSS = """
    PageDialog {
        & > .box { max-width: 76; }
        & VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    }
    """

    def compose_body(self) -> ComposeResult:
        """What is to be read, in a view that scrolls."""
        with VerticalScroll(can_focus=False):
            yield from self.compose_page()

    def compose_page(self) -> ComposeResult:
        """What is to be read."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Leave room for the box and its buttons around the page, however few lines there are."""
        height = self.app.size.height
        self.query_one(VerticalScroll).styles.max_height = height - (8 if height >= TALL else 3)

    def on_button(self, binding: Binding) -> str:
        """A click goes further than a key, which is held down for more."""
        return binding.action.replace("scroll(", "half(")

    def action_half(self, by: int) -> None:
        """Half a page down or up."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=by * max(1, page.size.height // 2), animate=False)

    def action_scroll(self, by: int) -> None:
        """A line down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """A page down or up."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=by * (page.size.height - 1), animate=False)

    def action_end(self, which: int) -> None:
        """To the end, or the beginning."""
        page = self.query_one(VerticalScroll)
        page.scroll_to(y=page.max_scroll_y if which > 0 else 0, animate=False)

"""A dialog to read, not to answer: it scrolls where it is longer than the window, and closes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from tui.dialogs.dialog import TALL, Dialog, KeyButton
from tui.in_place import in_place
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

    _fitted: tuple[int, bool] | None = None

    def compose_body(self) -> ComposeResult:
        """What is to be read, in a view that scrolls."""
        with VerticalScroll(can_focus=False):
            yield from self.compose_page()

    def compose_page(self) -> ComposeResult:
        """What is to be read."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Offer to scroll where there is something to scroll to."""
        self._offer_scrolling(False)
        self.watch(self.query_one(VerticalScroll), "virtual_size", self.on_resize)

    def on_resize(self) -> None:
        """There is more room, or less."""
        if self._fitted is None:
            # By and large at once: a key that came with the one that opened this may go to the end.
            self.query_one(VerticalScroll).styles.max_height = self._room(1)
        self.call_after_refresh(self._fit)

    def _room(self, keys: int) -> int:
        """The lines that there are for a page over ``keys`` lines of buttons."""
        height = self.app.size.height
        return height - (7 if height >= TALL else 2) - keys

    def _fit(self) -> None:
        """Leave room for the box and its buttons around the page, however few lines there are."""
        if not in_place(self):
            return
        page = self.query_one(VerticalScroll)
        fitted = self._room(self.query_one(".keys").size.height), page.max_scroll_y > 0
        if fitted == self._fitted:
            return
        page.styles.max_height, scrolls = self._fitted = fitted
        self._offer_scrolling(scrolls)
        if page.scroll_y and page.scroll_y == page.max_scroll_y:
            page.scroll_end(animate=False)
        # More buttons may take a further line.
        self.call_after_refresh(self._fit)

    def _offer_scrolling(self, scrolls: bool) -> None:
        for button in self.query(".keys KeyButton").results(KeyButton):
            if (button.action or "").startswith("screen.half"):
                button.display = scrolls

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

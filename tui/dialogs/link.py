"""The question before a link is opened, with the whole of its address."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.addresses import Address
from tui.dialogs.confirm import ConfirmDialog


class LinkDialog(ConfirmDialog):
    """Ask whether ``address`` is to be opened. All of it is shown, however long."""

    DEFAULT_CSS = """
    LinkDialog > .box { max-width: 88; }
    LinkDialog .address { height: auto; max-height: 50vh; }
    """

    def __init__(self, address: Address) -> None:
        super().__init__(address.whole, "Open", "Leave it")
        self._address = address
        self._box_title = Content("Open in the browser?" if address.host else "Open in the mail program?")

    def compose_body(self) -> ComposeResult:
        """The address, the host in it set off; above it what is odd about it."""
        whole, host = self._address.whole, self._address.host
        before, _, after = whole.partition(host) if host else (whole, "", "")
        if self._address.odd:
            yield Static(Content(f"⚠ {self._address.odd}"), classes="odd")
        with VerticalScroll(classes="address", can_focus=True):
            yield Static(Content.assemble(before, (host, "bold"), after))

"""In which order the library is to be listed."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from tui.dialogs.dialog import Dialog
from tui.keymap.bindings import bindings
from tui.ordering import NAMES, Order
from tui.widgets.choice_list import ChoiceList


class SortDialog(Dialog[Order | None]):
    """Ask for an order; the ``present`` one is marked, and chosen again it is turned the other way round."""

    BINDINGS = bindings("sorting")
    DEFAULT_CSS = """
    SortDialog > .box { max-width: 48; }
    """

    def __init__(self, present: Order) -> None:
        super().__init__("Order of the articles")
        self._offered = [present if by == present.by else Order.usual(by) for by in NAMES]
        self._present = present

    def compose_body(self) -> ComposeResult:
        """The orders."""
        chosen = next(one for one in self._offered if one.by == self._present.by)
        yield ChoiceList([one.named for one in self._offered], chosen.named, id="orders")

    def action_save(self, turned: bool = False) -> None:
        """Close with the order that is chosen, or the other way round."""
        index = self.query_one(ChoiceList).highlighted or 0
        order = self._offered[index]
        # To sort by the same again can only mean the other way round, asked for by either key.
        self.dismiss(order.turned if turned or order == self._present else order)

    @on(OptionList.OptionSelected)
    def _clicked(self) -> None:
        self.action_save()

    def action_cancel(self) -> None:
        """Close and leave the order as it is."""
        self.dismiss(None)

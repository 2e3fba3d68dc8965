"""The part of the library's screen that says which articles are listed, and in which order."""

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import DataTable

from tui.desk import Desk
from tui.ordering import NAMES, Order
from tui.screens.binning import BinningScreen
from tui.screens.paging import PagedTable
from tui.waited_for import LISTS
from tui.widgets.filter_line import FilterLine

if TYPE_CHECKING:
    from store.library import Library

SETTING = "library.order"
ABOUT = "words of title or outlet · is:unreviewed · has:note · has:orphan · outlet: · after: · before:"
_PAUSE = 0.08
"""Seconds after a key before the list is filtered: who types on is not interested in what lies between."""


class ArrangingScreen(BinningScreen):
    """A screen with a `PagedTable` and a `FilterLine`, whose ``order`` and ``wanted`` are the reader's.

    The screen that builds on it lists them anew (`reload`, `go_to_first`, `go_to_chosen`).
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.order = Order()
        self.wanted = ""

    @abstractmethod
    def go_to_first(self) -> None:
        """List the articles anew, with the cursor on the first."""

    @abstractmethod
    def go_to_chosen(self) -> None:
        """List the articles anew, around that under the cursor."""

    def take_order(self, library: "Library") -> Order:
        """The order that was kept the last time. On the desk."""
        return Order.kept(library.settings.get(SETTING))

    # --- the order --------------------------------------------------------------------------

    def action_sort(self) -> None:
        """Choose by what the articles are sorted."""
        from tui.dialogs.sorting import SortDialog

        def closed(order: Order | None) -> None:
            if order is not None:
                self._sort(order)

        self.app.push_screen(SortDialog(self.order), closed)

    @on(DataTable.HeaderSelected)
    def _head_clicked(self, event: DataTable.HeaderSelected) -> None:
        by = event.column_key.value
        if by in NAMES:
            self._sort(self.order.turned if by == self.order.by else Order.usual(by))

    def _sort(self, order: Order) -> None:
        self.order = order
        self.desk.remember(SETTING, order.words)
        self.go_to_chosen()

    # --- the filter -------------------------------------------------------------------------

    def action_filter(self) -> None:
        """Write a filter, or change it."""
        self.query_one(FilterLine).open()

    @on(FilterLine.Changed)
    def _filter_typed(self, event: FilterLine.Changed) -> None:
        if event.text != self.wanted:
            self.wanted = event.text
            self._filter_soon()

    @work(exclusive=True, group=f"{LISTS}.filter")
    async def _filter_soon(self) -> None:
        await asyncio.sleep(_PAUSE)
        self.go_to_first()

    def action_all(self) -> None:
        """Take the filter away."""
        self.query_one(FilterLine).clear()

    @on(FilterLine.Left)
    def _filter_left(self) -> None:
        self.query_one(PagedTable).focus()

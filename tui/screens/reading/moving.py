"""The part of the reading screen that goes from claim to claim, and between the article and its claims."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from textual import on
from textual.messages import Update

from tui.config.schema import config_of
from tui.saying import say
from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.article.pane import ArticlePane
from tui.widgets.panel.claims_panel import ClaimsPanel

if TYPE_CHECKING:
    from tui.dialogs.claim import ClaimDialog

END: dict[int, str] = {1: "That was the last claim.", -1: "That was the first claim."}


class MovingScreen(AnnotatingScreen):
    """A screen whose reader goes to claims, in the text or in the panel."""

    def select(self, index: int | None) -> None:
        self.pane.selected = index
        self.panel.selected = index
        self.hint()

    def go(self, index: int) -> None:
        # First, since what is all painted anew for it need not be looked through for what the selection changes.
        with self.pane.jumping(far=True):
            self.pane.reveal(*self.workspace.items[index].span)
        self.select(index)
        # Before it hears of the scrolling: so the cards are painted once.
        self.panel.follow(self.pane.visible_span)
        # Each of them would ask for its paint when it is idle, and the screen be painted for one after the other.
        for widget in (self.pane, self.panel):
            self.post_message(Update(widget))

    def further(self, step: Literal[1, -1], *, selected: bool = False) -> Iterator[int]:
        """The shown items that follow (or precede), nearest first, from the selected one.

        Where that is not on the screen they follow from there, unless ``selected`` asks for it all the same or the
        reader is at the cards, which in a narrow window cover the text.
        """
        selected = selected or self.focused is self.panel
        here, index, listing = self.selected_item, self.pane.selected, self.panel.listing
        low, high = self.pane.visible_span
        in_sight = here is not None and here.span[0] < high and here.span[1] > low
        if index is None or not (selected or in_sight or not listing.in_text_order):
            begins = bisect_left(self.pane.items, low if step > 0 else high, key=lambda item: item.span[0])
            index = begins - 1 if step > 0 else begins
        return listing.after(index, step)

    def action_back(self) -> None:
        """Back to where the last jump led away from."""
        if not self.pane.travel():
            self.say("Nothing further back.")

    def action_forth(self) -> None:
        """Forth to where it was gone back from."""
        if not self.pane.travel(forth=True):
            self.say("Nothing further forth.")

    def action_step(self, step: Literal[1, -1]) -> None:
        """To the next or previous claim: from the selected one, or from what is on screen when that is elsewhere."""
        index = next(self.further(step), None)
        if index is not None:
            self.go(index)
        elif self.workspace.items and not self.told_of_none():
            self.say(END[step])

    @on(ArticlePane.Clicked)
    def _clicked(self, event: ArticlePane.Clicked) -> None:
        if event.items and (self.mode is None or self.mode.place == "links"):
            self.select(event.items[0])

    @on(ArticlePane.Scrolled)
    def _scrolled(self, event: ArticlePane.Scrolled) -> None:
        self.panel.follow(event.span)

    @on(ArticlePane.Selected)
    def _selection_changed(self, _event: ArticlePane.Selected) -> None:
        self.hint()

    @on(ClaimsPanel.Chosen)
    def _chosen(self, event: ClaimsPanel.Chosen) -> None:
        if self.busy():
            self.panel.selected = self.pane.selected
            return
        self.go(event.index)

    @on(ClaimsPanel.Opened)
    def _opened(self, event: ClaimsPanel.Opened) -> None:
        if self.busy():
            return
        self.go(event.index)
        self.remove_class("-panel-open")
        self.set_focus(self.pane)

    @on(ClaimsPanel.Selecting)
    def _select_words(self) -> None:
        self.remove_class("-panel-open")
        self.set_focus(self.pane)
        self.pane.action_read_caret()

    @on(ClaimsPanel.Asked)
    def _asked(self) -> None:
        if not self.busy():
            self.action_details()

    def action_details(self) -> None:
        """Show all that is known of the selected claim or passage."""
        dialog = self._details()
        if dialog is None:
            self.say(self.clickable("Choose a claim first with {claims.next} or a click."))
        else:
            self.app.push_screen(dialog)

    def _details(self) -> "ClaimDialog | None":
        """A dialog with all that is known of what is selected."""
        from tui.dialogs.claim import ClaimDialog
        from tui.widgets.panel.at_length import item_told, others_of

        item, index, reading = self.selected_item, self.pane.selected, self.workspace.reading
        if item is None or index is None:
            return None
        text, items = self.workspace.text, self.workspace.items
        told = item_told(item, text, reading.caveats if reading else (), config_of(self.app).meanings)
        others = others_of(items, index, text)

        def go(other: int) -> None:
            # It may stand elsewhere among them by now, while the dialog was open.
            now = self.pane.drawn.index_of(items[other])
            if now is not None:
                with self.pane.jumping():
                    self.go(now)

        def only() -> None:
            now = self.pane.drawn.index_of(item)
            if now is not None:
                self.panel.post_message(ClaimsPanel.Voiced(now))

        title = f"Claim {item.number}" if item.is_claim else "Passage"
        return ClaimDialog(title, told, others, go, only, self.guess_of(item), self._details_beside)

    def _details_beside(self, step: Literal[1, -1]) -> "ClaimDialog | None":
        """The same of the next or previous item, which is selected then."""
        index = next(self.further(step, selected=True), None)
        if index is None:
            say(self.app.screen, END[step])
            return None
        self.go(index)
        return self._details()

    def action_other_side(self) -> None:
        """The keys go to the claims, or back to the article: those too that came together with this one.

        A widget that is asked for the focus takes it when all that has come by now is done.
        """
        if self.focused is self.pane:
            self.add_class("-panel-open")
            self.set_focus(self.panel)
        else:
            self.remove_class("-panel-open")
            self.set_focus(self.pane)

    def action_toggle_panel(self) -> None:
        """Show or hide the claims: in a narrow window they lie over the article."""
        if self.has_class("-narrow"):
            self.action_other_side()
        else:
            self.toggle_class("-panel-closed")
            self.set_focus(self.pane)

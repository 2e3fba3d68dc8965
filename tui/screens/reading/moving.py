"""The part of the reading screen that goes from claim to claim, and between the article and its claims."""

from typing import Literal

from textual import on

from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.article.pane import ArticlePane
from tui.widgets.panel.claims_panel import ClaimsPanel


class MovingScreen(AnnotatingScreen):
    """A screen whose reader goes to claims, in the text or in the panel."""

    def select(self, index: int | None) -> None:
        self.pane.selected = index
        self.panel.selected = index
        self.hint()

    def _go(self, index: int) -> None:
        self.select(index)
        self.pane.reveal(*self.workspace.items[index].span)

    def action_step(self, step: Literal[1, -1]) -> None:
        """To the next or previous claim: from the selected one, or from what is on screen when that is elsewhere."""
        items = self.workspace.items
        if not items:
            return
        low, high = self.pane.visible_span
        here = self.selected_item
        if here is not None and here.span[0] < high and here.span[1] > low:
            index = (self.pane.selected or 0) + step
        elif step > 0:
            index = next((i for i, item in enumerate(items) if item.span[0] >= low), len(items))
        else:
            index = next((i for i in reversed(range(len(items))) if items[i].span[0] < high), -1)
        if 0 <= index < len(items):
            self._go(index)
        else:
            self.say("That was the last claim." if step > 0 else "That was the first claim.")

    @on(ArticlePane.Clicked)
    def _clicked(self, event: ArticlePane.Clicked) -> None:
        if event.items:
            self.select(event.items[0])

    @on(ArticlePane.Scrolled)
    def _scrolled(self, event: ArticlePane.Scrolled) -> None:
        self.panel.follow(event.span)

    @on(ArticlePane.Selected)
    def _selection_changed(self, _event: ArticlePane.Selected) -> None:
        self.hint()

    @on(ClaimsPanel.Chosen)
    def _chosen(self, event: ClaimsPanel.Chosen) -> None:
        self._go(event.index)

    @on(ClaimsPanel.Opened)
    def _opened(self, event: ClaimsPanel.Opened) -> None:
        self._go(event.index)
        self.remove_class("-panel-open")
        self.pane.focus()

    @on(ClaimsPanel.Asked)
    def _asked(self) -> None:
        self.action_details()

    def action_details(self) -> None:
        """Show all that is known of the selected claim or passage."""
        from tui.dialogs.claim import ClaimDialog
        from tui.widgets.panel.at_length import item_told

        item, reading = self.selected_item, self.workspace.reading
        if item is None:
            self.say(self.worded("Choose a claim first with {claims.next} or a click."))
            return
        told = item_told(item, self.workspace.text, reading.caveats if reading else ())
        self.app.push_screen(ClaimDialog(f"Claim {item.number}" if item.is_claim else "Passage", told))

    def action_other_side(self) -> None:
        """The keys go to the claims, or back to the article."""
        if self.pane.has_focus:
            self.add_class("-panel-open")
            self.panel.focus()
        else:
            self.remove_class("-panel-open")
            self.pane.focus()

    def action_toggle_panel(self) -> None:
        """Show or hide the claims: in a narrow window they lie over the article."""
        if self.has_class("-narrow"):
            self.action_other_side()
        else:
            self.toggle_class("-panel-closed")
            self.pane.focus()

    def action_attitudes(self) -> None:
        """Show what people are said to want or believe, or hide it again."""
        self.workspace.show_attitudes(not self.workspace.attitudes)
        self.show_items()
        self.say("Attitudes are shown too." if self.workspace.attitudes else "Claims made in words only.")

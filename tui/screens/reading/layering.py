"""The part of the reading screen that chooses what is drawn on the text, and remembers it."""

from store.errors import SaysoError
from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.article.layers import Shown, from_kept, kept

SETTING = "layers"


class LayeringScreen(AnnotatingScreen):
    """A screen whose reader shows and hides layers, and looks at one claim alone."""

    def recall_layers(self) -> None:
        """Draw what was drawn when layers were last chosen, once the article has been painted."""
        self.call_after_refresh(self.run_worker, self._recall(), group="layers")

    async def _recall(self) -> None:
        try:
            line = await self.workspace.desk.do(lambda library: library.settings.get(SETTING))
        except SaysoError:
            return  # that the library does not open is told where the article enters it
        if self.in_place:
            self.draw(from_kept(line))

    def draw(self, shown: Shown) -> None:
        """Draw these layers and no others."""
        self.pane.show_layers(shown)
        attitudes = "attitudes" in shown
        if attitudes != self.workspace.attitudes:
            self.workspace.show_attitudes(attitudes)
            self.show_items()

    def action_layers(self) -> None:
        """Choose what is drawn."""
        from tui.dialogs.layers import LayersDialog

        self.app.push_screen(LayersDialog(self.pane.shown, self._choose))

    def action_attitudes(self) -> None:
        """Show what people are said to want or believe, or hide it again."""
        self._choose(self.pane.shown ^ {"attitudes"})
        self.say("Attitudes are shown too." if self.workspace.attitudes else "Claims made in words only.")

    def _choose(self, shown: Shown) -> None:
        self.draw(shown)
        self.run_worker(self.keep_setting(SETTING, kept(shown)), group="layers")

    def action_this_only(self) -> None:
        """Dim all but the sentences of the selected claim, or of those that a filter shows, or no longer."""
        if self.selected_item is None and not (self.pane.focused_on or self.panel.filtered):
            self.say(self.clickable("Choose a claim first with {claims.next} or a click."))
            return
        self.pane.focused_on = not self.pane.focused_on
        if self.pane.focused_on:
            self._show_lit()
        self.hint()

    def _show_lit(self) -> None:
        """Where nothing in sight is spared, all would be dim: go to the next that is, or the last."""
        among, here = self.pane.drawn.among, self.pane.selected
        spans = [self.pane.items[i].span for i in (sorted(among) if among is not None else [here]) if i is not None]
        low, high = self.pane.visible_span
        if spans and not any(start < high and end > low for start, end in spans):
            with self.pane.jumping(far=True):
                self.pane.reveal(*next((one for one in spans if one[0] >= high), spans[-1]))

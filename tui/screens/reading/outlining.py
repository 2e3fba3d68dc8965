"""The part of the reading screen that goes to a heading or a paragraph, chosen from a list of them."""

from textual import on

from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.article.pane import ArticlePane


class OutliningScreen(AnnotatingScreen):
    """A screen whose article has an outline."""

    def action_outline(self) -> None:
        """Choose a heading or a paragraph, and go there."""
        from tui.dialogs.outline import OutlineDialog
        from tui.outline import Outline

        outline = Outline(self.workspace.document, self.workspace.items)
        if not len(outline.headings) and not len(outline.all):
            self.say("There is nothing to list: this text has neither headings nor paragraphs.")
            return
        self.app.push_screen(OutlineDialog(outline, self.pane.top), self._go_to_part)

    @on(ArticlePane.PlaceClicked)
    def _place_clicked(self) -> None:
        if self.check_action("outline", ()):
            self.action_outline()

    def _go_to_part(self, start: int | None) -> None:
        if start is not None and self.pane.document is not None:
            with self.pane.jumping():
                # At the very top, so that what was chosen is the part that one is in.
                self.pane.show(self.pane.document, at=start)

"""The part of the reading screen that names the article in its frame while its own title is out of sight."""

from textual import on
from textual.content import Content

from store.document import Document
from store.safety import label
from tui.screens.reading.annotating import AnnotatingScreen
from tui.widgets.article.pane import ArticlePane


def title_ends(document: Document, title: str) -> int:
    """The offset at which the text has said ``title`` by its first words; 0 where it begins with others.

    A title made of opening words may be cut, and ends with an ellipsis then.
    """
    first = next(iter(document.blocks), None)
    if first is None or not title:
        return 0
    opening = _folded(document.text[first.start : min(first.end, first.start + 2 * len(title))])
    cut = title.removesuffix("…")
    said = opening.startswith(_folded(cut)) if cut != title else opening == _folded(title)
    return min(first.end, first.start + len(cut)) if said else 0


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


class TitlingScreen(AnnotatingScreen):
    """A screen in whose frame the article's title stands, unless the text beside it says the same."""

    @property
    def heading(self) -> str:
        """What stands over the article."""
        return label(self.workspace.metadata.title)

    def entitle(self, top: int) -> None:
        """Name the article where ``top`` is the first offset in sight."""
        heading = self.heading
        words = Content("" if top < title_ends(self.workspace.document, heading) else heading)
        if self.pane.border_title != words.markup:
            self.pane.border_title = words

    @on(ArticlePane.Scrolled)
    def _entitle(self, event: ArticlePane.Scrolled) -> None:
        self.entitle(event.span[0])

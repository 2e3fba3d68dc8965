"""What was: the history of what is open, the bin; and the tags that were given."""

from typing import TYPE_CHECKING

from textual.app import App

from store.errors import SaysoError
from tui.saying import say
from tui.screens.reading.annotating import AnnotatingScreen

if TYPE_CHECKING:
    from store.article import Article
    from tui.desk import Desk


class RememberingScreen(AnnotatingScreen):
    """A reading screen from which its history, the bin and all tags can be looked at."""

    async def action_history(self) -> None:
        """Show what happened to the selected annotation, else to the article."""
        article, item = self.workspace.article, self.selected_item
        if article is None:
            self.say("The article is still on its way into the library: nothing has happened to it yet.")
            return
        uid = item.annotation.uid if item is not None and item.annotation is not None else None
        await show_history(self.app, self.workspace.desk, article, uid)

    def action_bin(self) -> None:
        """Show what was deleted. What is taken out of the bin comes to be shown here as if by another program."""
        show_bin(self.app, self.workspace.desk)

    def action_all_tags(self) -> None:
        """Show all tags. What is changed there comes to be shown here as if by another program."""
        show_tags(self.app, self.workspace.desk)


async def show_history(app: App[None], desk: "Desk", article: "Article", uid: str | None = None) -> None:
    """Show all that happened to ``article``, or at first to the annotation ``uid`` on it."""
    from store.telling import article_history
    from tui.dialogs.history import HistoryDialog

    try:
        told = await desk.ask(lambda library: article_history(library, article))
    except SaysoError as error:
        say(app.screen, str(error), wrong=True)
        return
    await app.push_screen(HistoryDialog(article.metadata.title, told, uid))


def show_bin(app: App[None], desk: "Desk") -> None:
    """Open the bin."""
    from tui.screens.bin import BinScreen

    app.push_screen(BinScreen(desk))


def show_tags(app: App[None], desk: "Desk") -> None:
    """Open the list of all tags."""
    from tui.screens.tags import TagsScreen

    app.push_screen(TagsScreen(desk))

"""What changed between two texts of an article, word by word, and which claims and notes stand there."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from store.errors import SaysoError
from store.safety import label
from tui.config.schema import config_of
from tui.desk import Desk
from tui.in_place import in_place
from tui.keymap.bindings import bindings
from tui.keymap.keyed import Keyed
from tui.saying import say
from tui.widgets.changes import ChangesPane
from tui.widgets.hint import Hint
from tui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from store.article import Article
    from store.library import Library
    from tui.changes import Changes, Version


class ChangesScreen(Keyed, Screen[None]):
    """Compares the text ``old`` of ``article``, a number, with the one after it: that is at first the newest."""

    AUTO_FOCUS = "ChangesPane"
    BINDINGS: ClassVar = bindings("changes")
    DEFAULT_CSS = """
    ChangesScreen { background: $background; }
    """

    def __init__(self, desk: Desk, article: "Article", old: int | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.article = article
        self._newest = article.number
        self.old = old or max(1, article.number - 1)

    def compose(self) -> ComposeResult:
        yield ChangesPane()
        yield Hint()
        yield KeyFooter()

    @property
    def pane(self) -> ChangesPane:
        """What changed."""
        return self.query_one(ChangesPane)

    def on_mount(self) -> None:
        self.pane.measure = config_of(self.app).measure
        self._load()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        pane, article, old = self.pane, self.article, self.old
        pane.border_title = Content(f"What changed · {label(article.metadata.title)}")
        pane.border_subtitle = Content("comparing …")
        try:
            changes, counted, self._newest = await self.desk.ask(lambda library: look(library, article, old))
        except SaysoError as error:
            say(self, str(error), wrong=True)
            return
        if not in_place(self):
            return
        pane.show_changes(changes)
        pane.border_subtitle = Content(f"revision {old} → {old + 1} of {self._newest} · {counted}")
        nothing = "" if changes.starts else "The words are the same: only their form or place has changed."
        self.query_one(Hint).say(nothing)

    def action_change(self, backwards: bool) -> None:
        """To the next changed passage, or the one before."""
        at = self.pane.next_change(backwards)
        if at is not None:
            self.query_one(Hint).say(f"Change {at[0]} of {at[1]}")

    def action_revision(self, step: int) -> None:
        """To the change before this one, or after."""
        if 1 <= self.old + step < self._newest:
            self.old += step
            self._load()
        else:
            say(self, "That was the first change." if step < 0 else "That was the last change.")

    async def action_old(self) -> None:
        """Read the old text, with all that was on it."""
        await self.app.run_action(f"app.open({self.article.id}, None, {self.old})")


def look(library: "Library", article: "Article", old: int) -> "tuple[Changes, str, int]":
    """Compare a text of ``article`` with the next: what is to be shown, how much changed, the newest number."""
    from store.comparing import compare
    from tui.changes import laid_out

    newest = library.articles.get(article.id).number
    was, became = (_version(library, article.id, number) for number in (old, old + 1))
    comparison = compare(was.text, became.text)
    places = {annotation.uid: annotation.place for annotation in library.annotations.unplaced(article.id)}
    return laid_out(comparison, was, became, places), comparison.counted, newest


def _version(library: "Library", article_id: int, number: int) -> "Version":
    from store.review import merge
    from tui.changes import Version

    text = str(library.revisions.document(article_id, number).text)
    reading = library.revisions.reading(article_id, number)
    items = merge(reading, library.history.at_revision(article_id, number), text=text)
    return Version(number, text, items, reading is not None)

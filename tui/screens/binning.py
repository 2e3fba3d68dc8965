"""The part of the library's screen that deletes articles, and takes that back."""

from abc import abstractmethod
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from textual import work

from store.errors import SaysoError
from tui.desk import Desk
from tui.keymap.keyed import Keyed
from tui.parts import ScreenPart
from tui.saying import say
from tui.waited_for import LEADS, LISTS

if TYPE_CHECKING:
    from store.article import Article


class BinningScreen(Keyed, ScreenPart):
    """A screen with a list of articles, of which one is chosen. The screen that builds on it renews it (`reload`)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.put_in: list[tuple[str, str]] = []

    @property
    @abstractmethod
    def chosen(self) -> int | None:
        """The id of the article under the cursor."""

    @abstractmethod
    def reload(self) -> None:
        """Show the articles as they are by now."""

    @work(group=f"{LISTS}.bin")
    async def action_put_in_bin(self) -> None:
        """Put the article under the cursor into the bin, with all that is on it."""
        from store.quoting import quoted

        article = await self._article()
        if article is not None and await self._done(self.desk.do(lambda library: library.bin.put(article))):
            title = quoted(article.metadata.title)
            self.put_in.append((article.uid, title))
            more = self.clickable("{library.undo} takes it out, {library.bin} shows the bin.")
            self._say(f"{title} is in the bin. {more}")

    @work(group=f"{LISTS}.bin")
    async def action_take_out(self) -> None:
        """Take out of the bin what was last put in here."""
        if not self.put_in:
            self._say(self.clickable("Nothing was put into the bin here: {library.bin} shows what is in it."))
            return
        uid, title = self.put_in.pop()
        if await self._done(self.desk.do(lambda library: library.bin.restore(uid))):
            self._say(f"{title} is out of the bin again.")

    @work(group=LEADS)
    async def action_history(self) -> None:
        """Show what happened to the article under the cursor."""
        from tui.screens.reading.remembering import show_history

        article = await self._article()
        if article is not None:
            await show_history(self.app, self.desk, article)

    def action_bin(self) -> None:
        """Show what was deleted."""
        from tui.screens.reading.remembering import show_bin

        show_bin(self.app, self.desk)

    def action_all_tags(self) -> None:
        """Show all tags."""
        from tui.screens.reading.remembering import show_tags

        show_tags(self.app, self.desk)

    async def _article(self) -> "Article | None":
        """The article under the cursor, asked for at the key: the cursor may be elsewhere when the answer comes."""
        article_id = self.chosen
        if article_id is None:
            return None
        try:
            return await self.desk.do(lambda library: library.articles.get(article_id))
        except SaysoError as error:
            self._say(str(error), wrong=True)
            return None

    async def _done(self, change: "Awaitable[object]") -> bool:
        try:
            await change
        except SaysoError as error:
            self._say(str(error), wrong=True)
            return False
        self.reload()
        return True

    def _say(self, message: str, *, wrong: bool = False) -> None:
        say(self, message, wrong=wrong)

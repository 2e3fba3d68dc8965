"""An earlier text of an article, with all that was on it: to be read, not to be changed."""

from typing import TYPE_CHECKING

from textual.binding import ActiveBinding, Binding

from claims.model import Reading
from store.annotations import Annotation
from store.article import Article
from store.document import Document
from store.errors import SaysoError
from tui.desk import Desk
from tui.screens.reading.reader import ReaderScreen

if TYPE_CHECKING:
    from store.library import Library


_CHANGING = frozenset(
    (
        *("note", "highlight", "assess", "tags", "delete", "mark", "undo", "redo", "shelf", "rescue", "reload"),
        *("decide", "progress", "find", "bulk", "amend", "meaning"),
    )
)
"""What would change something, by the actions."""


def _changes(binding: Binding) -> bool:
    return binding.action.partition("(")[0] in _CHANGING


class PastScreen(ReaderScreen):
    """The text ``number`` of ``article``. Whatever would change something says why it does not."""

    def __init__(self, desk: Desk, document: Document, article: Article, number: int) -> None:
        super().__init__(desk, document, article.metadata)
        self._of = article
        self._number = number

    @property
    def heading(self) -> str:
        """Which text it is comes first: a long title would leave no room for it."""
        return f"Revision {self._number} of {self._of.number}, read-only · {super().heading}"

    async def _enter(self) -> None:
        try:
            self.workspace.show_past(*await self.workspace.desk.ask(self._look))
        except SaysoError as error:
            self.say(str(error), wrong=True)
        self.show_items()
        if self.workspace.reading is None:
            await self._find_claims()
        else:
            self._show_read()

    def _look(self, library: "Library") -> tuple[Reading | None, list[Annotation]]:
        reading = library.revisions.reading(self._of.id, self._number)
        return reading, library.history.at_revision(self._of.id, self._number)

    def action_changes(self) -> None:
        """Show what changed from this text to the next."""
        self.show_changes(self._of, self._number)

    async def action_history(self) -> None:
        """Show what happened to the article."""
        from tui.screens.reading.remembering import show_history

        await show_history(self.app, self.workspace.desk, self._of)

    def action_clear_search(self) -> None:
        """Esc goes back once there is nothing left to be put away."""
        if self.pane.searched_for:
            super().action_clear_search()
        else:
            self.app.call_later(self.action_leave)

    # --- what would change something ----------------------------------------------------------

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Nothing is offered that cannot be done; who presses such a key all the same is told why."""
        active = super().active_bindings
        return {key: one._replace(enabled=one.enabled and not _changes(one.binding)) for key, one in active.items()}

    def _only_to_read(self, *_: object) -> None:
        words = "{around.changes} shows what changed since. {read.clear-search} goes back."
        self.say(f"This is revision {self._number}, as it was: {self.clickable(words)}")

    action_note = action_highlight = action_assess = action_tags = action_delete = action_mark = _only_to_read
    action_amend = action_bulk = _only_to_read
    action_undo = action_redo = action_shelf = action_rescue = action_reload = _only_to_read

    def action_meaning(self, number: int) -> None:  # noqa: ARG002
        """Nothing is highlighted here."""
        self._only_to_read()

    def _give(self, verdict: str, value: str | None) -> None:  # noqa: ARG002
        """Nothing is decided here."""
        self._only_to_read()

    async def action_tour(self) -> None:
        """The tour changes things."""
        self._only_to_read()

    def action_answer(self) -> None:
        """Enter highlights a selection elsewhere."""
        if self.pane.selection is not None:
            self._only_to_read()

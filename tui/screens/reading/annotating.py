"""What those parts of the reading screen share that change things: what a change is about, and how it is kept."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Literal

from claims.model import Span, Spans
from store.review import Item
from store.safety import label
from tui.modes.mode import Mode
from tui.screens.reading.keeping import KeepingScreen
from tui.widgets.article.pane import ArticlePane
from tui.widgets.panel.claims_panel import ClaimsPanel
from tui.workspace import Workspace

if TYPE_CHECKING:
    from store.annotations import Annotation
    from tui.dialogs.claim import Guess


NOT_IN_YET = "The article is still on its way into the library: nothing can be put on it yet."
CHOOSE_OR_SELECT = (
    "Choose a claim first with {claims.next} or a click, or select a passage with {read.select-by-keys} or the mouse."
)

NOT_WHILE = {
    "marking": "Not while words are asked for: select them in the text, or {mode.leave} leaves off.",
    "amending": "Not while a claim is amended: {amend.keep} keeps it, {amend.leave} leaves it as it was.",
}
"""What is said to whoever goes elsewhere while something is under way, by the place of its keys."""

Place = tuple[Span, Spans]
"""What tells an item from the others, whatever becomes of it: its extent and its content."""


class AnnotatingScreen(KeepingScreen):
    """A screen with a workspace and an article pane whose reader changes what is kept.

    The screen that builds on it says what the next keys do (`hint`).
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.mode: Mode | None = None
        self._coming: dict[Place, Annotation] = {}
        self._arriving: Annotation | None = None
        """A new passage that is not on display yet: what hurried keys after it are about."""

    @property
    def pane(self) -> ArticlePane:
        """The article."""
        return self.query_one(ArticlePane)

    @property
    def selected_item(self) -> Item | None:
        """The item that is selected in the text and in the panel."""
        index = self.pane.selected
        items = self.pane.items
        return items[index] if index is not None and index < len(items) else None

    @property
    def panel(self) -> ClaimsPanel:
        """Its claims."""
        return self.query_one(ClaimsPanel)

    def busy(self) -> bool:
        """Whether words are asked for, which a click on something else must not disturb: it says how to leave that."""
        told = NOT_WHILE.get(self.mode.place) if self.mode is not None else None
        if told is not None:
            self.say(self.clickable(told))
        return told is not None

    @property
    def hides_all(self) -> bool:
        """Whether the filter shows nothing: what is selected is not seen to be, and no key is about it."""
        return self.panel.filtered and not self.panel.listing.shown

    def told_of_none(self) -> bool:
        """Whether nothing is shown that a key could be about; it says how to come to see all again."""
        if self.hides_all:
            self.say(self.clickable("No claim is shown: {read.clear-search} shows all again."))
        return self.hides_all

    def guess_of(self, item: Item) -> "Guess | None":
        """What can be done about the name that is guessed for who says ``item``, the selected one; None without one."""
        from tui.dialogs.claim import Guess

        do = "allow the guess" if item.refused_name else "refuse the guess" if item.found_by_guess else ""
        words = f"{do} {label(item.refused_name or item.speaker or '', 40)}"
        return Guess(words, lambda: self.call_later(self.run_action, "refuse_guess")) if do else None

    @abstractmethod
    def hint(self, words: str = "") -> None:
        """Say what the next keys do, while something is under way."""

    @abstractmethod
    def select(self, index: int | None) -> None:
        """Select an item in the text and in the panel, or none."""

    @abstractmethod
    def go(self, index: int) -> None:
        """Select an item in the text and in the panel, and show it in both."""

    async def _save(self, before: "Annotation", after: "Annotation") -> None:
        here = self.pane.selected
        uid = await self.workspace.save(before, after)
        # A reader who has gone on meanwhile stays where they are.
        self.show_items(uid if self.pane.selected == here else None)

    def _put_on(self, before: "Annotation", after: "Annotation") -> None:
        """Keep a passage that is new, and let go of its words and of what was selected before it."""
        self.pane.clear_selection()
        self.select(None)
        self._arriving = after
        self._change(self._put_new, before, after)

    async def _put_new(self, before: "Annotation", after: "Annotation") -> None:
        try:
            await self._save(before, after)
        finally:
            if self._arriving is after:
                self._arriving = None

    def _kept(self, annotation: "Annotation") -> "Annotation | None":
        """What ``annotation`` is by now, or another of the same claim."""
        from store.rebasing import counterpart

        return counterpart(annotation, self.workspace.annotations)

    def _claim_number(self, uid: str) -> int | None:
        """The number of the claim that is annotated so."""
        index = self.workspace.index_of(uid)
        return self.workspace.items[index].number if index is not None else None

    def _counted_anew(self, number: int | None, change: Literal["more", "less"]) -> str:
        """That the claims after ``number`` have other numbers than before; '' where there are none."""
        later = number is not None and any((item.number or 0) > number for item in self.workspace.items)
        return f"; those after it count one {change}" if later else ""

    def _target(self) -> "Annotation | None":
        """What the next change is about: the selected passage, else the selected claim.

        Asked for at the key, not later: the keys that follow may already select something else.
        """
        span = self.pane.selection
        if self.workspace.article is None:
            self.say(NOT_IN_YET)
        elif span is not None:
            return self.workspace.annotate_passage(span)
        elif self.told_of_none():
            pass
        elif self.selected_item is not None:
            return self.workspace.annotate(self.selected_item)
        elif self._arriving is not None:
            return self._arriving
        else:
            self.say(self.clickable(CHOOSE_OR_SELECT))
        return None

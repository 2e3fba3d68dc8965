"""The part of the reading screen for a text that has changed: what changed, and the notes that lost their place."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on

from store.naming import named
from store.safety import label
from tui.modes.mode import Mode
from tui.modes.relinking import Relinking
from tui.screens.reading.annotating import NOT_IN_YET
from tui.screens.reading.marking import MarkingScreen
from tui.widgets.panel.claims_panel import ClaimsPanel

if TYPE_CHECKING:
    from store.annotations import Annotation
    from store.article import Article
    from store.items import Item
    from store.moved import Moved
    from tui.dialogs.shelf import Act, ShelfDialog

NEWER_ELSEWHERE = "A newer text was added elsewhere: {around.reload} goes to it, where these notes find their places."


def counted(annotations: "Iterable[Annotation]") -> str:
    """How many there are to confirm, on changed words, lost, and kept without a place; '' for none."""
    from store.rewording import group_of

    groups = [group_of(annotation) for annotation in annotations]
    counts = (("doubtful", "to confirm"), ("reworded", "reworded"), ("lost", "lost"), ("kept", "kept"))
    return " · ".join(f"{groups.count(group)} {name}" for group, name in counts if group in groups)


def told(moved: "Moved", left: str | None = None) -> str:
    """What a reader should know whose file has become the newest text of its article, with keys as ``{id}``.

    Once some of what waited is settled, ``left`` is what still waits, as it is `counted`.
    """
    if left is not None:
        from store.article import changes_told

        more = f", {left}: {{around.changes}} shows it, {{around.shelf}} what waits" if left else ""
        return f"New revision: {changes_told(moved.changed, moved.paragraphs)}{more or ': {around.changes} shows it'}."
    shelf = ", {around.shelf} what waits" if moved.doubtful or moved.lost or moved.reworded else ""
    return f"New revision: {moved.in_words}: {{around.changes}} shows it{shelf}."


class RevisingScreen(MarkingScreen):
    """A screen whose reader can look at earlier texts and give notes their places anew."""

    _shelf: "ShelfDialog | None" = None

    # --- what changed -------------------------------------------------------------------------

    def action_changes(self) -> None:
        """Show what changed in the newest text."""
        article = self.workspace.newest
        if article is None:
            self.say(NOT_IN_YET)
        elif article.number == 1:
            self.say("Nothing has changed: this article has had one text so far.")
        else:
            self.show_changes(article)

    def show_changes(self, article: "Article", old: int | None = None) -> None:
        """Show what changed from the text ``old`` of ``article`` to the next; at first that is the newest."""
        from tui.screens.changes import ChangesScreen

        self.app.clear_notifications()
        self.app.push_screen(ChangesScreen(self.workspace.desk, article, old))

    # --- the shelf --------------------------------------------------------------------------

    def action_shelf(self) -> None:
        """Show the annotations that have no sure place, or other words than they had."""
        from tui.dialogs.shelf import EMPTY, ShelfDialog

        unsettled = self.workspace.unsettled
        if self.workspace.article is None:
            self.say(NOT_IN_YET)
        elif self._newer_elsewhere():
            self.say(self.clickable(NEWER_ELSEWHERE))
        elif not unsettled:
            self.say(EMPTY)
        else:
            # The corner where they are is where its buttons are in a small window.
            self.app.clear_notifications()
            self._shelf = ShelfDialog(unsettled, self._act)
            self.app.push_screen(self._shelf, self._shelf_closed)

    @on(ClaimsPanel.Unplaced)
    def _unplaced_asked(self) -> None:
        if not self.busy():
            self.action_shelf()

    def _shelf_closed(self, _: None) -> None:
        self._shelf = None

    def show_unplaced(self) -> str:
        """Bring the shelf up to date where it is open, and return how much is on it, in a few words, with its key."""
        unsettled = self.workspace.unsettled
        if self._shelf is not None:
            self._shelf.show(unsettled)
        return f"{counted(unsettled)} ({self.worded('{around.shelf}')})" if unsettled else ""

    def _newer_elsewhere(self) -> bool:
        here, newest = self.workspace.article, self.workspace.newest
        return here is not None and newest is not None and newest.number > here.number

    def _act(self, act: "Act", annotation: "Annotation") -> None:
        from store.relinking import confirmed, kept

        article = self.workspace.article
        assert article is not None
        if self._newer_elsewhere():
            self.say(self.clickable(NEWER_ELSEWHERE))
        elif act == "relink":
            self._ask_where(annotation)
        elif act == "show":
            there = annotation.selectors if annotation.reworded else annotation.proposed
            places = [(one.start, one.end) for one in there if one.role in ("content", "passage")]
            if places:
                self.pane.point_out(*places[0])
            keys = self.clickable("{around.shelf} confirms it on the shelf · {read.clear-search} clear")
            self.hint(f"{'It stands here now' if annotation.reworded else 'This place is proposed'} · {keys}")
        elif act == "confirm":
            self._change(self._settle_place, annotation, confirmed(annotation, article), "Confirmed")
        elif act == "keep":
            self._change(self._settle_place, annotation, kept(annotation), "Kept without a place")
        else:
            self._change(self._settle_place, annotation, None, "Deleted")

    async def _settle_place(self, before: "Annotation", after: "Annotation | None", done: str) -> None:
        shown = self.workspace.items
        await self.workspace.place(before, after)
        self.show_items()
        now = self._front_of(shown, after) if after is not None else ""
        self.say(f"{done}. {now}{self.clickable('{history.undo} takes it back.')}")

    def _front_of(self, before: "Sequence[Item]", after: "Annotation") -> str:
        """Say so where a claim that was found, and stood ``before`` by itself, has ``after`` in front of it now."""
        index = self.workspace.index_of(after.uid)
        claim = self.workspace.items[index].claim if index is not None else None
        alone = next((one for one in before if one.annotation is None and one.claim == claim), None)
        if claim is None or alone is None:
            return ""
        who = label(named(alone, self.workspace.text), 60)
        return f"It is yours on claim {alone.number}{f', {who}' if who else ''}, now. "

    # --- selecting the new place --------------------------------------------------------------

    def _ask_where(self, annotation: "Annotation") -> None:
        self.pane.clear_selection()
        self.begin(Relinking(annotation))

    async def _keep_mode(self, mode: Mode) -> None:
        if not isinstance(mode, Relinking) or mode.span is None:
            await super()._keep_mode(mode)
            return
        from store.relinking import relinked

        article = await self.workspace.entered()
        after = relinked(mode.annotation, article, self.workspace.text, (mode.span,))
        shown = self.workspace.items
        await self.workspace.place(mode.annotation, after)
        self.show_items(after.uid)
        self.say(f"Linked anew. {self._front_of(shown, after)}{self.clickable('{history.undo} takes it back.')}")

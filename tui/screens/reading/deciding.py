"""The part of the reading screen that decides on claims with a key each, and goes on to the next one not reviewed."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, cast

from store.annotations import Annotation, Decision, Finding, Progress
from store.naming import decided
from store.review import Item
from store.safety import label
from tui.config.schema import config_of
from tui.screens.reading.annotating import NOT_IN_YET, Place
from tui.screens.reading.assessing import AssessingScreen
from tui.screens.reading.undoing import UndoingScreen

NONE: dict[str, str | None] = {"decision": None, "progress": "unreviewed", "finding": None}
"""What each of the reader's verdicts is while there is none."""


class DecidingScreen(AssessingScreen, UndoingScreen):
    """A screen whose reader decides on the selected claim.

    What a key means is settled at the key, for the claim that is selected then; keeping it waits its turn. Until it is
    kept the claim counts as what it will be then, so that of hurried keys each finds what those before it left.
    """

    @abstractmethod
    def further(self, step: Literal[1, -1], *, selected: bool = False) -> Iterator[int]:
        """The items that follow (or precede) the reader's place, nearest first, or with ``selected`` the selection."""

    def action_decide(self, decision: Decision) -> None:
        """Accept or reject the selected claim; the same again takes it back."""
        self._give("decision", decision)

    def action_progress(self, progress: Progress) -> None:
        """Say how far checking the selected claim has come; the same again takes it back."""
        self._give("progress", progress)

    def action_find(self, finding: Finding | None) -> None:
        """Say what was found of the selected claim; the same again, or None, takes it back."""
        self._give("finding", finding)

    def action_find_nth(self, number: int) -> None:
        """The finding that has the nth of the digits for them."""
        self.action_find(config_of(self.app).findings[number - 1])

    def action_step_unreviewed(self, step: Literal[1, -1]) -> None:
        """To the next or previous claim that is not reviewed."""
        index = next(filter(self._waits, self.further(step)), None)
        if index is not None:
            self.go(index)
        elif not self.told_of_none():
            self.say(self._none_waits(step))

    def _give(self, verdict: str, value: str | None) -> None:
        """Give the selected claim ``value`` as its decision, progress or finding, or where it has that, take it away.

        With that, a claim that was not reviewed is, and the next one is selected unless the settings are against it.
        """
        item = self.selected_item
        if verdict != "decision" and (self.pane.caret is not None or self.pane.selection is not None):
            return  # digits are for the words then
        if self.workspace.article is None:
            self.say(NOT_IN_YET)
        elif self.told_of_none():
            pass
        elif item is None or not item.is_claim:
            what = "This is a passage, and only claims are decided on: choose one" if item else "Choose a claim first"
            self.say(self.clickable(f"{what} with {{claims.next}} or a click."))
        else:
            waited, before = self._waiting(item), self._to_be(item)
            given = NONE[verdict] if getattr(before, verdict) == value else value
            if given == getattr(before, verdict):
                return
            change: dict[str, Any] = {verdict: given}
            if verdict == "decision":
                change["speaker"] = decided(item, before, cast(Decision | None, given)).speaker
            after = self._coming[place_of(item)] = replace(before, **change)
            self._change(self._keep_given, item, change, after)
            told = _told(given, getattr(before, verdict))
            done = f"Claim {item.number}: {told}{_made_certain(item, before, after)}."
            back = self.clickable("{history.undo} takes it back.")
            words = f"{done} {back}"
            if config_of(self.app).advance and waited and not self._waiting(item):
                index = next(filter(self._waits, self.further(1, selected=True)), None)
                if index is not None:
                    self.go(index)
                    # The next digit is for that one: who gives two verdicts to one claim has to know.
                    words = f"{done} Now {self.pane.items[index].number:,}. {back}"
                else:
                    words = f"{done} {self._none_waits(1)}"
            self.say(words)

    async def _keep_given(self, item: Item, change: dict[str, Any], after: Annotation) -> None:
        await self.workspace.entered()
        try:
            annotation = self.workspace.annotate(self.workspace.now(item))
            await self.workspace.save(annotation, replace(annotation, **change))
        finally:
            if self._coming.get(place_of(item)) is after:  # else it is what a later key waits to give
                del self._coming[place_of(item)]
        self.show_items()

    # --- what waits for the reader ----------------------------------------------------------

    def _to_be(self, item: Item) -> Annotation:
        return self._coming.get(place_of(item)) or self.workspace.annotate(item)

    def _waiting(self, item: Item) -> bool:
        coming = self._coming.get(place_of(item))
        return item.unreviewed if coming is None else replace(item, annotation=coming).unreviewed

    def _waits(self, index: int) -> bool:
        return self._waiting(self.pane.items[index])

    def _none_waits(self, step: Literal[1, -1]) -> str:
        """That nothing waits further on, and how much waits elsewhere."""
        shown = self.panel.listing.shown
        left = sum(map(self._waits, shown))
        if left:
            back = "{claims.previous-unreviewed}" if step > 0 else "{claims.next-unreviewed}"
            where = "before" if step > 0 else "further on"
            return self.clickable(f"None is left to review from here on, {left} {where}: {back}")
        return "All are reviewed." if len(shown) == len(self.pane.items) else "All that are shown are reviewed."


def place_of(item: Item) -> Place:
    """What tells ``item`` from the others, whatever becomes of it."""
    return item.span, item.content


def _told(given: str | None, before: str) -> str:
    """What it is now, or is no more."""
    return f"no longer {before}" if given in NONE.values() or given is None else given


def _made_certain(item: Item, before: Annotation, after: Annotation) -> str:
    """That a guessed speaker is none any more, or one again; '' where nothing of that changes."""
    was, now = (replace(item, annotation=one) for one in (before, after))
    if was.guessed == now.guessed:
        return ""
    name = label(item.speaker or "", 40)
    return f", {name} is a guess again" if now.guessed else f", with the guess that {name} says so"

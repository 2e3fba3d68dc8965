"""The part of the reading screen that does one thing with all claims that are shown, as one change."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from store.annotations import Annotation, Decision
from store.items import Item
from store.naming import decided
from tui.screens.reading.annotating import NOT_IN_YET, AnnotatingScreen

if TYPE_CHECKING:
    from tui.dialogs.bulk import Bulk

MANY = 20
"""Claims: more than these are not changed without being asked for twice."""
Given = Callable[[Item, Annotation], Annotation]
"""What becomes of an item's annotation."""


class BulkScreen(AnnotatingScreen):
    """A screen whose reader decides on all claims that the filter lets through."""

    def action_bulk(self) -> None:
        """Ask what to do with them."""
        from tui.dialogs.bulk import BulkDialog

        items = [item for item in (self.panel.items[index] for index in self.panel.matching) if item.is_claim]
        if self.workspace.article is None:
            self.say(NOT_IN_YET)
        elif not items:
            self.say("No claims are shown.")
        else:
            dialog = BulkDialog(len(items), sum(item.unreviewed for item in items))
            self.app.push_screen(dialog, lambda bulk: self._asked_for(items, bulk))

    def _asked_for(self, items: Sequence[Item], bulk: "Bulk | None") -> None:
        from tui.dialogs.tags import TagsDialog

        if bulk is None:
            return
        if bulk.verdict != "tags":
            self._sure(items, _giving(bulk), bulk.value or "no finding")
            return

        def closed(tags: tuple[str, ...] | None) -> None:
            if tags:
                named = " ".join(f"#{tag}" for tag in tags)
                self._sure(items, lambda _, one: replace(one, tags=tuple(dict.fromkeys((*one.tags, *tags)))), named)

        self.app.push_screen(TagsDialog((), self.workspace.tags), closed)

    def _sure(self, items: Sequence[Item], change: Given, words: str) -> None:
        """Ask again where there are many, or who speaks is a guess that would become certain."""
        from tui.dialogs.bulk import SureDialog

        def closed(sure: bool | None) -> None:
            if sure:
                self._change(self._keep_all, items, change, words)

        guesses = sum(item.guessed for item in items) if words == "accepted" else 0
        if len(items) > MANY or guesses:
            asked = f"{words}: {f'all {len(items)} claims' if len(items) > 1 else 'this claim'}?"
            certain = f" {_speakers(guesses)} {'becomes' if guesses == 1 else 'become'} certain." if guesses else ""
            self.app.push_screen(SureDialog(asked + certain, f"All {len(items)}", "None"), closed)
        else:
            closed(True)

    async def _keep_all(self, items: Sequence[Item], change: Given, words: str) -> None:
        await self.workspace.entered()
        now = [self.workspace.now(item) for item in items]

        def pairs() -> list[tuple[Annotation, Annotation | None]]:
            # In a thread, since each new one takes its place in the text along.
            before = ((item, self.workspace.annotate(item)) for item in now)
            return [(one, after) for item, one in before if (after := change(item, one)) != one]

        changed = await asyncio.to_thread(pairs)
        left = await self.workspace.save_all(changed)
        self.show_items()
        elsewhere = f" {len(left)} were changed elsewhere: left as they are." if left else ""
        done = len(changed) - len(left)
        guesses = sum(item.guessed and not self.workspace.now(item).guessed for item in now)
        certain = f", {_speakers(guesses)} with {'it' if done == 1 else 'them'}" if guesses else ""
        undo = self.clickable("{history.undo} takes it back.")
        self.say(f"{words}: {done} claim{'' if done == 1 else 's'}{certain}.{elsewhere} {undo}")


def _giving(bulk: "Bulk") -> Given:
    if bulk.verdict == "decision":
        return lambda item, one: decided(item, one, cast(Decision, bulk.value))
    change: dict[str, Any] = {bulk.verdict: bulk.value}
    return lambda _, one: replace(one, **change)


def _speakers(guesses: int) -> str:
    return f"{guesses} guessed speaker{'' if guesses == 1 else 's'}"

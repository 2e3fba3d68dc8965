"""The part of the reading screen that does one thing with all claims that are shown, as one change."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from store.annotations import Annotation
from store.items import Item
from tui.screens.reading.annotating import NOT_IN_YET, AnnotatingScreen

if TYPE_CHECKING:
    from tui.dialogs.bulk import Bulk

MANY = 20
"""Claims: more than these are not changed without being asked for twice."""


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
            change: dict[str, Any] = {bulk.verdict: bulk.value}
            self._sure(items, lambda one: replace(one, **change), bulk.value or "no finding")
            return

        def closed(tags: tuple[str, ...] | None) -> None:
            if tags:
                named = " ".join(f"#{tag}" for tag in tags)
                self._sure(items, lambda one: replace(one, tags=tuple(dict.fromkeys((*one.tags, *tags)))), named)

        self.app.push_screen(TagsDialog((), self.workspace.tags), closed)

    def _sure(self, items: Sequence[Item], change: Callable[[Annotation], Annotation], words: str) -> None:
        """Ask again where there are many."""
        from tui.dialogs.bulk import SureDialog

        def closed(sure: bool | None) -> None:
            if sure:
                self._change(self._keep_all, items, change, words)

        if len(items) > MANY:
            self.app.push_screen(SureDialog(f"{words}: all {len(items)} claims?", f"All {len(items)}", "None"), closed)
        else:
            closed(True)

    async def _keep_all(self, items: Sequence[Item], change: Callable[[Annotation], Annotation], words: str) -> None:
        await self.workspace.entered()
        now = [self.workspace.now(item) for item in items]

        def pairs() -> list[tuple[Annotation, Annotation | None]]:
            # In a thread, since each new one takes its place in the text along.
            before = map(self.workspace.annotate, now)
            return [(one, after) for one in before if (after := change(one)) != one]

        changed = await asyncio.to_thread(pairs)
        left = await self.workspace.save_all(changed)
        self.show_items()
        elsewhere = f" {len(left)} were changed elsewhere: left as they are." if left else ""
        done = len(changed) - len(left)
        undo = self.clickable("{history.undo} takes it back.")
        self.say(f"{words}: {done} claim{'' if done == 1 else 's'}.{elsewhere} {undo}")

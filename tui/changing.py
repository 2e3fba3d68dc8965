"""The changes of an open article: to the library first, and on display once they are safe there."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from store.anchors import new_uid
from store.annotations import Annotation
from store.article import Article
from store.review import Item
from tui.desk import Desk
from tui.display import Display
from tui.pending import Change, with_changes
from tui.turning import Turn, redo, undo
from tui.watching import Seen, in_this_text, see_since

if TYPE_CHECKING:
    from store.conflicts import Choice, Conflict
    from store.library import Library
    from tui.outbox import Outbox

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds that a change may take to be kept before it is on display as not saved."""


class Changing:
    """What the library cannot take now is on display too, but in the `outbox`, and is written when it can be.

    ``on_change`` is called whenever something came to be on display that nobody here waited for; ``seen`` is what was
    last seen of the article in the library.
    """

    outbox: "Outbox"

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.on_change: Callable[[], None] = lambda: None
        self.article: Article | None = None
        self.display = Display()
        self.tags: list[str] = []
        self.seen: Seen | None = None
        self._kept_as: dict[str, str] = {}
        self._entered = asyncio.Event()

    @property
    def items(self) -> tuple[Item, ...]:
        """The claims and annotations on display, in text order."""
        return self.display.items

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotations on display, in text order."""
        return self.display.annotations

    async def entered(self) -> Article:
        """The article, as soon as it is in the library."""
        await self._entered.wait()
        assert self.article is not None
        return self.article

    def index_of(self, uid: str) -> int | None:
        """Where the annotation ``uid`` stands in `items`."""
        return self.display.index_of(uid)

    def index_of_what(self, annotation: Annotation) -> int | None:
        """Where ``annotation`` stands in `items`, or where it is gone, the detected claim that it was on."""
        index = self.index_of(annotation.uid)
        content = annotation.spans("content")
        if index is not None or not content or annotation.by_hand:
            return index
        at = content[0][0]
        on = (i for i, one in enumerate(self.items) if one.claim and any(low <= at < high for low, high in one.content))
        return next(on, None)

    async def save(self, before: Annotation, after: Annotation) -> str:
        """Keep what was changed from ``before`` to ``after``; it is on display when this returns.

        Only that: what another window or a script changed on the same claim meanwhile stays. Returns the uid that it
        is kept under, which is the other's where that was there first. Where both changed the same thing, theirs is
        on display and the two are among the conflicts of the `outbox`.
        """
        if self.index_of(before.uid) is None:
            # New, or seen to go from the screen meanwhile: then it is written anew.
            before, after = replace(before, rev=0), replace(after, rev=0)
        self.tags = sorted({*self.tags, *after.tags})
        await self._change(Change(before, after))
        return self._kept_as.get(after.uid, after.uid)

    async def save_all(
        self, pairs: Sequence[tuple[Annotation, Annotation | None]], *, whole: bool = False
    ) -> tuple[Annotation, ...]:
        """Keep what was changed from the first to the second of each of ``pairs`` as one change, undone as one.

        None for the second deletes the annotation. Returns those that were changed elsewhere meanwhile, and are left
        as they are there; with ``whole`` those are all or none. All of it is on display when this returns.
        """
        together = new_uid()
        changes: list[Change] = []
        for before, after in pairs:
            if self.index_of(before.uid) is None:
                before, after = replace(before, rev=0), replace(after, rev=0) if after else None
            changes.append(Change(before, after, together, whole))
        self.tags = sorted({*self.tags, *(tag for _, after in pairs if after for tag in after.tags)})
        if changes:
            await self._change(*changes)
        return self.outbox.left.pop(together, ())

    async def delete(self, uid: str) -> None:
        """Delete an annotation; `undo` brings it back."""
        index = self.index_of(uid)
        annotation = self.items[index].annotation if index is not None else None
        if annotation is not None:
            await self._change(Change(annotation, None))

    async def place(self, before: Annotation, after: Annotation | None) -> None:
        """Keep what the reader did with an annotation that has no sure place; None for ``after`` deletes it."""
        await self._change(Change(before, after))

    async def settle(self, conflict: "Conflict", choice: "Choice") -> None:
        """Keep what the reader chose of two changes of the same thing."""
        chosen = conflict.settled(choice)
        if chosen is not None:
            await self._change(Change(conflict.theirs or chosen, chosen))
        await self.drop_draft(conflict.mine.uid)

    async def undo(self, agreed: Turn | None = None) -> Turn | None:
        """Take the last change back, over restarts too, and say what it was; None where there is nothing.

        One that was made elsewhere is only told of, and taken back if it is the one that was ``agreed`` on.
        """
        if taken := await self.outbox.take_back():
            self._show()
            return Turn("a change that was not saved yet", taken[0].before if len(taken) == 1 else None)
        article = await self.entered()
        return await self._turned(lambda library: undo(library, article, agreed))

    async def redo(self) -> Turn | None:
        """Do again what `undo` took back."""
        article = await self.entered()
        return await self._turned(lambda library: redo(library, article))

    async def drop_draft(self, uid: str) -> None:
        """Forget a draft that its writer discarded."""
        self.outbox.forget_draft(uid)
        await self.desk.do(lambda library: library.drafts.drop(uid))

    def taken(self, changes: Sequence[Change], uid: str, seen: Seen) -> None:
        """The library has taken ``changes``, the first under ``uid``, or what stood in their way is on display now."""
        self._kept_as[changes[0].uid] = uid
        # Where they stand in the text that is shown here, the library does not know if it has a newer one.
        self.display.annotations = with_changes(self.annotations, changes)
        self._take(seen)

    async def _change(self, *changes: Change) -> None:
        await self.entered()
        writing = self.outbox.put(changes)
        done, _ = await asyncio.wait({writing}, timeout=PATIENCE)
        if self.outbox.waiting:
            self._show()
        if done:
            writing.result()
        else:
            writing.add_done_callback(lambda _: self.on_change())

    async def _turned(self, work: "Callable[[Library], T]") -> T:
        """Make a change that only the library can make; where it does not, nothing has changed here either."""
        article = await self.entered()
        async with self.outbox.writing:
            result, seen = await self.desk.do(lambda library: (work(library), see_since(library, article, self.seen)))
            self._take(seen)
        return result

    def _take(self, seen: Seen) -> None:
        self.seen, self.tags = seen, sorted({*self.tags, *seen.tags})
        self._show()

    def _show(self) -> None:
        """Put on display what the library holds, and on top of it what it has yet to take."""
        if self.seen is not None and self.article is not None:
            kept = in_this_text(self.seen.annotations, self.annotations, self.article.number)
            waiting = self.outbox.waiting
            self.display.show(kept, [one for one in waiting if not one.after or one.after.place == "sure"])
        else:
            self.display.update()

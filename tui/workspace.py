"""One open article: its document, its claims and the reader's annotations, kept in step with the library."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from claims.model import Claim, Reading, Span, Spans
from store.anchors import new_uid
from store.annotations import Annotation
from store.article import Article, Imported, Metadata
from store.document import Document
from store.prose import prose
from store.review import Item
from tui.desk import Desk
from tui.detecting import detect
from tui.display import Display
from tui.entering import Kept, enter
from tui.outbox import Outbox
from tui.pending import Change, with_changes
from tui.turning import Turn, redo, undo
from tui.watching import Seen, in_this_text, see_again, see_since

if TYPE_CHECKING:
    from store.conflicts import Choice, Conflict
    from store.exporting import Exported
    from store.library import Library
    from store.rescuing import Rescue

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds that a change may take to be kept before it is on display as not saved."""


class Workspace:
    """Every change goes to the library first and is on display once it is safe there.

    What the library cannot take now is on display too, but in the `outbox`, and is written when it can be.
    ``on_change`` is called whenever something came to be on display that nobody here waited for.
    """

    def __init__(self, desk: Desk, document: Document, metadata: Metadata) -> None:
        self.desk = desk
        self.document = document
        self.metadata = metadata
        self.imported: Imported | None = None
        self.on_change: Callable[[], None] = lambda: None
        self.outbox = Outbox(self)
        self.article: Article | None = None
        self.display = Display()
        self.tags: list[str] = []
        self.seen: Seen | None = None
        self._kept_as: dict[str, str] = {}
        self._entered = asyncio.Event()
        self._glimpsed = False

    @property
    def text(self) -> str:
        """The article's visible text, which all spans are offsets into."""
        return self.document.text

    @property
    def items(self) -> tuple[Item, ...]:
        """The claims and annotations on display, in text order."""
        return self.display.items

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotations on display, in text order."""
        return self.display.annotations

    @property
    def unsaved(self) -> frozenset[str]:
        """The annotations, by their uids, that are not kept as they are on display."""
        return self.display.unsaved

    @property
    def reading(self) -> Reading | None:
        """What was found in the article, None until all of it has been read."""
        return self.display.reading

    @property
    def read_so_far(self) -> Reading:
        """The reading, or while there is none yet, one of what has been found."""
        return self.display.read_so_far

    @property
    def attitudes(self) -> bool:
        """Whether attitudes are among the claims."""
        return self.display.attitudes

    @property
    def newest(self) -> Article | None:
        """The article as the library last had it: maybe with a newer text than the one here, or in the bin."""
        return self.seen.article if self.seen else None

    @property
    def unplaced(self) -> tuple[Annotation, ...]:
        """The annotations that have no sure place in the newest text."""
        waiting = self.outbox.waiting
        uids = {change.uid for change in waiting}
        seen = self.seen.annotations if self.seen else ()
        some = [one for one in seen if one.place != "sure" or one.uid in uids]
        return tuple(one for one in with_changes(some, waiting) if one.place != "sure")

    @property
    def unsettled(self) -> tuple[Annotation, ...]:
        """Those, and the annotations on display whose words have changed since the reader last had a hand in them."""
        return (*self.unplaced, *(a for a in self.annotations if a.reworded))

    async def enter(self, imported: Imported | None, article: Article | None = None) -> Kept:
        """Bring the article into the library (or find it there) and load what is kept of it."""
        self.imported = imported
        kept = await self.desk.do(lambda library: enter(library, imported, article))
        self.article = kept.seen.article
        if kept.document is not None:
            self.document = kept.document
        if kept.document is not None or self._glimpsed:
            self.display.forget()
        if self.reading is None and not self.read_so_far.claims:
            self.seen, self.tags = kept.seen, list(kept.seen.tags)
            self.display.begin(kept.review, in_this_text(kept.seen.annotations, (), kept.seen.article.number))
        else:  # it has been read while the library could not be opened
            self._take(kept.seen)
        self._entered.set()
        return kept

    def glimpse(self, reading: Reading, annotations: Sequence[Annotation]) -> None:
        """Put on display what a glance at the library showed, until it is opened."""
        self._glimpsed = True
        self.show_past(reading, annotations)

    def show_past(self, reading: Reading | None, annotations: Sequence[Annotation]) -> None:
        """Put on display what stood on an earlier text. Nothing here is kept."""
        self.display.read(reading)
        self.display.show(annotations, ())

    async def detect(self, progress: Callable[[float], None], found: Callable[[], None]) -> None:
        """Read the article for claims; `keep_reading` keeps what was found.

        ``found`` is called whenever there are more claims, while the article is still being read: `take_found` puts
        them among the `items`.
        """

        def more(claims: Sequence[Claim]) -> None:
            self.display.found(claims)
            found()

        self.display.read(await detect(prose(self.document), progress, more))
        self.display.update()

    async def keep_reading(self) -> None:
        """Keep what was found, so that the article need not be read again."""
        article, reading = await self.entered(), self.reading
        if reading is not None:
            await self.desk.do(lambda library: library.readings.keep(article, reading))

    def take_found(self) -> None:
        """Put among the items what has been found so far."""
        self.display.update()

    async def entered(self) -> Article:
        """The article, as soon as it is in the library."""
        await self._entered.wait()
        assert self.article is not None
        return self.article

    # --- changing it ------------------------------------------------------------------------

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
        if await self.outbox.take_back():
            self._show()
            return Turn("a change that was not saved yet")
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

    async def look(self) -> bool:
        """Put on display what other windows and scripts changed; whether that was anything.

        Raises SaysoError where the library cannot be looked at.
        """
        if self.article is None or self.seen is None:
            return False
        shown, article, seen = (*self.annotations, *self.unplaced), self.article, self.seen
        now = await self.desk.do(lambda library: see_again(library, article, seen))
        if self.seen is seen and now is not seen:
            self._take(now)
        if now is seen:
            return False
        return [(a, a.rev) for a in (*self.annotations, *self.unplaced)] != [(a, a.rev) for a in shown]

    def taken(self, changes: Sequence[Change], uid: str, seen: Seen) -> None:
        """The library has taken ``changes``, the first under ``uid``, or what stood in their way is on display now."""
        self._kept_as[changes[0].uid] = uid
        # Where they stand in the text that is shown here, the library does not know if it has a newer one.
        self.display.annotations = with_changes(self.annotations, changes)
        self._take(seen)

    def exporting(self, *, unreviewed: bool) -> "Callable[[], Exported]":
        """Return what exports the article as it is on display now, on any thread and whatever the library does."""
        from store.exporting import export, provenance_of

        shown = {annotation.uid for annotation in self.annotations}
        seen = self.seen.annotations if self.seen else ()
        return partial(
            export,
            self.document,
            self.metadata,
            self.annotations,
            # What is not known yet is not waited for: the article may be a book, or one that the engine fails on.
            self.read_so_far,
            unplaced=[a for a in seen if a.place != "sure" and a.uid not in shown],
            provenance=provenance_of(self.article) if self.article else {},
            unreviewed=unreviewed,
        )

    def rescue(self) -> "Rescue":
        """All that is on the screen or being typed, for a file of its own."""
        from store.rescuing import Rescue

        return Rescue(
            document=self.document,
            metadata=self.metadata,
            # The library may have had a newer text than the file.
            imported=self.imported if self.imported and self.imported.document.text == self.text else None,
            article=self.article,
            reading=self.reading,
            annotations=self.annotations,
            unsaved=self.unsaved,
            deleted=[change.before for change in self.outbox.waiting if change.after is None],
            drafts=list(self.outbox.drafts.values()),
        )

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

    # --- what is on display -----------------------------------------------------------------

    def annotate(self, item: Item) -> Annotation:
        """The annotation of ``item``, or a new one, not yet saved, in front of its claim. Once it is `entered`."""
        from store.noting import on_item

        assert self.article is not None
        return on_item(item, self.article, self.text)

    def annotate_passage(self, span: Span) -> Annotation:
        """A new annotation, not yet saved, of a passage. Once the article is `entered`."""
        from store.noting import on_passage

        assert self.article is not None
        return on_passage(self.article, self.text, span)

    def now(self, item: Item) -> Item:
        """``item`` as it stands by now: the same claim or annotation, after what was changed meanwhile."""
        return self.display.now(item)

    async def mark_claim(self, content: Spans, source: Spans, cue: Spans) -> Annotation:
        """Save a claim that the reader marked by hand."""
        from store.noting import by_hand

        article = await self.entered()
        annotation = await asyncio.to_thread(by_hand, article, self.text, content, source, cue)
        await self.save(annotation, annotation)
        return annotation

    def show_attitudes(self, shown: bool) -> None:
        """Count attitudes among the claims, or not."""
        self.display.attitudes = shown
        self.display.update()

    def index_of(self, uid: str) -> int | None:
        """Where the annotation ``uid`` stands in `items`."""
        return self.display.index_of(uid)

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

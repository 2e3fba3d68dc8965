"""One open article: its document, its claims and the reader's annotations, kept in step with the library."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from claims.model import Claim, Reading, Span, Spans
from store.annotations import Annotation
from store.article import Article, Imported, Metadata
from store.document import Document
from store.prose import prose
from store.review import Item, merge
from tui.desk import Desk
from tui.detecting import detect
from tui.outbox import Outbox
from tui.pending import Change, with_changes
from tui.watching import Seen, in_this_text, see, see_again

if TYPE_CHECKING:
    from store.conflicts import Choice, Conflict
    from store.exporting import Exported
    from store.keeping.drafts import Draft
    from store.keeping.revisions import Moved
    from store.library import Library
    from store.rescuing import Rescue

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds that a change may take to be kept before it is on display as not saved."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the library knew of an article when it was opened.

    ``document`` is its newest text where what was opened is an earlier one, else None. ``moved`` is what became of its
    annotations where what was opened has become its newest text.
    """

    seen: Seen
    reading: Reading | None
    items: tuple[Item, ...]
    drafts: tuple["Draft", ...]
    position: int
    notices: tuple[str, ...]
    document: Document | None
    moved: "Moved | None"


class Workspace:
    """Every change goes to the library first and is on display once it is safe there.

    What the library cannot take now is on display too, but in the `outbox`, and is written when it can be.
    ``unsaved`` are the annotations, by their uids, that are not kept as they are on display. ``on_change`` is called
    whenever something came to be on display that nobody here waited for.
    """

    def __init__(self, desk: Desk, document: Document, metadata: Metadata) -> None:
        self.desk = desk
        self.document = document
        self.metadata = metadata
        self.imported: Imported | None = None
        self.on_change: Callable[[], None] = lambda: None
        self.outbox = Outbox(self)
        self.article: Article | None = None
        self.reading: Reading | None = None
        self._found: list[Claim] = []
        self.annotations: tuple[Annotation, ...] = ()
        self.items: tuple[Item, ...] = ()
        self.attitudes = False
        self.unsaved: frozenset[str] = frozenset()
        self.tags: list[str] = []
        self._seen: Seen | None = None
        self._kept_as: dict[str, str] = {}
        self._entered = asyncio.Event()

    @property
    def text(self) -> str:
        """The article's visible text, which all spans are offsets into."""
        return self.document.text

    @property
    def newest(self) -> Article | None:
        """The article as the library last had it: maybe with a newer text than the one here, or in the bin."""
        return self._seen.article if self._seen else None

    @property
    def unplaced(self) -> tuple[Annotation, ...]:
        """The annotations that have no sure place in the newest text."""
        seen = self._seen.annotations if self._seen else ()
        return tuple(a for a in with_changes(seen, self.outbox.waiting) if a.place != "sure")

    @property
    def unsettled(self) -> tuple[Annotation, ...]:
        """Those, and the annotations on display whose words have changed since the reader last had a hand in them."""
        return (*self.unplaced, *(a for a in self.annotations if a.reworded))

    async def enter(self, imported: Imported | None, article: Article | None = None) -> Kept:
        """Bring the article into the library (or find it there) and load what is kept of it."""
        self.imported = imported
        kept = await self.desk.do(lambda library: _enter(library, imported, article))
        self.article = kept.seen.article
        if kept.document is not None:
            self.document, self.reading, self._found = kept.document, None, []
        if self.reading is None and not self._found:
            self.reading, self.items = kept.reading, kept.items
            self._seen, self.annotations, self.tags = kept.seen, _placed(kept.seen), list(kept.seen.tags)
        else:  # it has been read while the library could not be opened
            self._take(kept.seen)
        self._entered.set()
        return kept

    def show_past(self, reading: Reading | None, annotations: Sequence[Annotation]) -> None:
        """Put on display what stood on an earlier text. Nothing here is kept."""
        self.reading, self.annotations = reading, tuple(annotations)
        self._merge()

    async def detect(self, progress: Callable[[float], None], found: Callable[[], None]) -> None:
        """Read the article for claims; `keep_reading` keeps what was found.

        ``found`` is called whenever there are more claims, while the article is still being read: `take_found` puts
        them among the `items`.
        """

        def more(claims: Sequence[Claim]) -> None:
            self._found += claims
            found()

        self.reading = await detect(prose(self.document), progress, more)
        self._found = []
        self._merge()

    async def keep_reading(self) -> None:
        """Keep what was found, so that the article need not be read again."""
        article, reading = await self.entered(), self.reading
        if reading is not None:
            await self.desk.do(lambda library: library.readings.keep(article, reading))

    def take_found(self) -> None:
        """Put among the items what has been found so far."""
        self._merge()

    @property
    def read_so_far(self) -> Reading:
        """The reading, or while there is none yet, one of what has been found."""
        return self.reading or Reading("", tuple(self._found))

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

    async def undo(self) -> str | None:
        """Take the last change back, over restarts too, and say what it was; None where there is nothing."""
        if await self.outbox.take_back():
            self._show()
            return "a change that was not saved yet"
        article = await self.entered()
        change = await self._turned(lambda library: library.history.undo(article.id))
        return change.summary if change else None

    async def redo(self) -> str | None:
        """Do again what `undo` took back."""
        article = await self.entered()
        change = await self._turned(lambda library: library.history.redo(article.id))
        return change.summary if change else None

    async def drop_draft(self, uid: str) -> None:
        """Forget a draft that its writer discarded."""
        self.outbox.forget_draft(uid)
        await self.desk.do(lambda library: library.drafts.drop(uid))

    async def look(self) -> bool:
        """Put on display what other windows and scripts changed; whether that was anything.

        Raises SaysoError where the library cannot be looked at.
        """
        if self.article is None or self._seen is None:
            return False
        shown, article, seen = (*self.annotations, *self.unplaced), self.article, self._seen
        now = await self.desk.do(lambda library: see_again(library, article, seen))
        if self._seen is seen and now is not seen:
            self._take(now)
        return [(a, a.rev) for a in (*self.annotations, *self.unplaced)] != [(a, a.rev) for a in shown]

    def taken(self, change: Change, uid: str, seen: Seen) -> None:
        """The library has taken ``change``, under ``uid``, or what stood in its way is on display now."""
        self._kept_as[change.uid] = uid
        # Where it stands in the text that is shown here, the library does not know if it has a newer one.
        self.annotations = with_changes(self.annotations, (change,))
        self._take(seen)

    def exporting(self, *, unreviewed: bool) -> "Callable[[], Exported]":
        """Return what exports the article as it is on display now, on any thread and whatever the library does."""
        from store.exporting import export, provenance_of

        shown = {annotation.uid for annotation in self.annotations}
        seen = self._seen.annotations if self._seen else ()
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

    async def _change(self, change: Change) -> None:
        await self.entered()
        writing = self.outbox.put(change)
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
            result, seen = await self.desk.do(lambda library: (work(library), see(library, article)))
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
        uid = item.annotation.uid if item.annotation else None
        for other in self.items:
            if _same_place(item.claim, other.claim) or (
                uid is not None and other.annotation is not None and other.annotation.uid == uid
            ):
                return other
        return item

    async def mark_claim(self, content: Spans, source: Spans, cue: Spans) -> Annotation:
        """Save a claim that the reader marked by hand."""
        from store.noting import by_hand

        article = await self.entered()
        annotation = await asyncio.to_thread(by_hand, article, self.text, content, source, cue)
        await self.save(annotation, annotation)
        return annotation

    def show_attitudes(self, shown: bool) -> None:
        """Count attitudes among the claims, or not."""
        self.attitudes = shown
        self._merge()

    def index_of(self, uid: str) -> int | None:
        """Where the annotation ``uid`` stands in `items`."""
        return next(
            (i for i, item in enumerate(self.items) if item.annotation is not None and item.annotation.uid == uid),
            None,
        )

    def _take(self, seen: Seen) -> None:
        self._seen, self.tags = seen, sorted({*self.tags, *seen.tags})
        self._show()

    def _show(self) -> None:
        """Put on display what the library holds, and on top of it what it has yet to take."""
        if self._seen is not None and self.article is not None:
            kept = in_this_text(self._seen.annotations, self.annotations, self.article.number)
            here = (change for change in self.outbox.waiting if not change.after or change.after.place == "sure")
            self.annotations = with_changes(kept, here)
            by_uid = {annotation.uid: annotation for annotation in kept}
            self.unsaved = frozenset(a.uid for a in self.annotations if by_uid.get(a.uid) != a)
        self._merge()

    def _merge(self) -> None:
        self.items = merge(self.read_so_far, self.annotations, attitudes=self.attitudes)


def _same_place(one: Claim | None, other: Claim | None) -> bool:
    """Whether two claims are the same one, maybe found again by the time that the whole article has been read."""
    if one is None or other is None:
        return False
    return (one.content, one.cue, one.source) == (other.content, other.cue, other.source)


def _placed(seen: Seen) -> tuple[Annotation, ...]:
    return tuple(in_this_text(seen.annotations, (), seen.article.number))


def _enter(library: "Library", imported: Imported | None, article: Article | None) -> Kept:
    notices, document, moved = [*library.notices], None, None
    if article is None:
        assert imported is not None
        article, outcome = library.articles.add(imported)
        if outcome.kind == "revised":
            moved = outcome.moved
        else:
            notices.append(outcome.notice(imported.path or "-", article))
        newest = library.articles.document(article)
        if newest.text != imported.document.text:
            document = newest
    reading = library.readings.up_to_date(article)
    seen = see(library, article)
    return Kept(
        seen=seen,
        reading=reading,
        items=merge(reading, _placed(seen)),
        drafts=tuple(library.drafts.left(article.id)),
        position=library.articles.position(article.id),
        notices=tuple(notices),
        document=document,
        moved=moved,
    )

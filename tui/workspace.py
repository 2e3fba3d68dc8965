"""One open article: its document, its claims and the reader's annotations, kept in step with the library."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from claims.model import Claim, Reading, Span, Spans
from claims.text import Text
from store.annotations import MEANINGS, Annotation
from store.article import Article, Imported, Metadata
from store.document import Document
from store.prose import prose_in_parts
from store.review import Item, Review
from tui.changing import Changing
from tui.desk import Desk
from tui.detecting import detect
from tui.display import Display
from tui.entering import Kept, enter
from tui.outbox import Outbox
from tui.pending import with_changes
from tui.watching import in_this_text, see_again

if TYPE_CHECKING:
    from store.exporting import Exported
    from store.rescuing import Rescue


class Workspace(Changing):
    """The article as it is read, with what the reader makes of it: its changes are those of `Changing`."""

    def __init__(self, desk: Desk, document: Document, metadata: Metadata) -> None:
        super().__init__(desk)
        self.display = Display(lambda: self.text)
        self.document = document
        self.metadata = metadata
        self.imported: Imported | None = None
        self._own_tags: tuple[str, ...] = ()
        self.outbox = Outbox(self)
        self._glimpsed = False

    @property
    def text(self) -> Text:
        """The article's visible text, which all spans are offsets into."""
        return self.document.text

    @property
    def file_name(self) -> str:
        """The name of the file that the article was read from; '' where it was none."""
        read = self.imported or self.newest
        return PurePath(read.path).name if read is not None and read.path else ""

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
        self.imported, text = imported, self.text
        kept = await self.desk.do(lambda library: enter(library, imported, article, text))
        self.article, self._own_tags = kept.seen.article, kept.own_tags
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

        reading = await detect(prose_in_parts(self.document), progress, more)
        # Of a book this takes seconds, in which there may be keys.
        told = partial(Review, text=self.text, attitudes=self.display.attitudes)
        review = await asyncio.to_thread(told, reading, self.annotations)
        self.display.read(reading)
        self.display.begin(review, self.annotations)

    async def keep_reading(self) -> None:
        """Keep what was found, so that the article need not be read again."""
        article, reading = await self.entered(), self.reading
        if reading is not None:
            await self.desk.do(lambda library: library.readings.keep(article, reading))

    def take_found(self) -> None:
        """Put among the items what has been found so far."""
        self.display.update()

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

    def exporting(
        self, *, unreviewed: bool, unread: bool = False, meanings: Sequence[str] = MEANINGS
    ) -> "Callable[..., Exported]":
        """Return what exports the article as it is on display now, on any thread and whatever the library does.

        It takes the ``progress`` of `store.exporting.export`. ``unread`` is whether claims are still being found,
        ``meanings`` are the names of what highlights mean.
        """
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
            own_tags=self._own_tags,
            unreviewed=unreviewed,
            unread=unread,
            meanings=meanings,
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

"""One open article: its document, its claims and the reader's annotations, kept in step with the library."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from claims.model import Claim, Reading, Span, Spans
from store.annotations import Annotation
from store.article import Article, Imported, Metadata
from store.document import Document
from store.prose import prose
from store.review import Item, merge
from tui.desk import Desk
from tui.detecting import detect

if TYPE_CHECKING:
    from store.keeping.drafts import Draft
    from store.library import Library

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the library knew of an article when it was opened."""

    article: Article
    reading: Reading | None
    annotations: tuple[Annotation, ...]
    drafts: tuple["Draft", ...]
    other_text: Article | None
    tags: list[str]
    position: int
    items: tuple[Item, ...]


class Workspace:
    """Every change goes to the library first and is on display once it is safe there.

    The methods raise SaysoError where the library refuses; then nothing has changed here either.
    """

    def __init__(self, desk: Desk, document: Document, metadata: Metadata) -> None:
        self.desk = desk
        self.document = document
        self.metadata = metadata
        self.article: Article | None = None
        self.reading: Reading | None = None
        self._found: list[Claim] = []
        self.annotations: tuple[Annotation, ...] = ()
        self.items: tuple[Item, ...] = ()
        self.attitudes = False
        self.tags: list[str] = []
        self._entered = asyncio.Event()

    @property
    def text(self) -> str:
        """The article's visible text, which all spans are offsets into."""
        return self.document.text

    async def enter(self, imported: Imported | None, article: Article | None = None) -> Kept:
        """Bring the article into the library (or find it there) and load what is kept of it."""
        kept = await self.desk.do(lambda library: _enter(library, imported, article))
        self.article, self.reading, self.annotations = kept.article, kept.reading, kept.annotations
        self.tags = kept.tags
        self.items = kept.items
        self._entered.set()
        return kept

    async def detect(self, progress: Callable[[float], None], found: Callable[[], None]) -> None:
        """Read the article for claims and keep what was found.

        ``found`` is called whenever there are more claims, while the article is still being read: `take_found` puts
        them among the `items`.
        """

        def more(claims: Sequence[Claim]) -> None:
            self._found += claims
            found()

        reading = await detect(prose(self.document), progress, more)
        article = await self.entered()
        await self.desk.do(lambda library: library.readings.keep(article, reading))
        self.reading, self._found = reading, []
        self._merge()

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

    async def save(self, before: Annotation, after: Annotation) -> str:
        """Keep what was changed from ``before`` to ``after``; it is on display when this returns.

        Only that: what another window or a script changed on the same claim meanwhile stays. Returns the uid that it
        is kept under, which is the other's where that was there first. Raises StaleEditError where both changed the
        same thing.
        """
        from store.keeping.annotations import StaleEditError

        if self.index_of(before.uid) is None:
            # New, or seen to go from the screen meanwhile: then it is written anew.
            before, after = replace(before, rev=0), replace(after, rev=0)
        self.tags = sorted({*self.tags, *after.tags})
        try:
            return await self._change(lambda library: library.annotations.apply(before, after).uid)
        except StaleEditError:
            await self._change(lambda _: None)  # so that what was changed elsewhere is on display
            raise

    async def delete(self, uid: str) -> None:
        """Delete an annotation; `undo` brings it back."""
        await self._change(lambda library: library.annotations.delete(uid))

    async def undo(self) -> str | None:
        """Take the last change back, over restarts too, and say what it was; None where there is nothing."""
        article = await self.entered()
        change = await self._change(lambda library: library.history.undo(article.id))
        return change.summary if change else None

    async def redo(self) -> str | None:
        """Do again what `undo` took back."""
        article = await self.entered()
        change = await self._change(lambda library: library.history.redo(article.id))
        return change.summary if change else None

    async def draft(self, annotation: Annotation) -> None:
        """Keep a note that is still being typed."""
        await self.desk.do(lambda library: library.drafts.keep(annotation))

    async def drop_draft(self, uid: str) -> None:
        """Forget a draft that its writer discarded."""
        await self.desk.do(lambda library: library.drafts.drop(uid))

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

    async def _change(self, work: "Callable[[Library], T]") -> T:
        article = await self.entered()

        def change(library: "Library") -> tuple[T, list[Annotation]]:
            return work(library), library.annotations.of(article.id)

        result, annotations = await self.desk.do(change)
        self.annotations = tuple(annotations)
        self._merge()
        return result

    def _merge(self) -> None:
        self.items = merge(self.read_so_far, self.annotations, attitudes=self.attitudes)


def _same_place(one: Claim | None, other: Claim | None) -> bool:
    """Whether two claims are the same one, maybe found again by the time that the whole article has been read."""
    if one is None or other is None:
        return False
    return (one.content, one.cue, one.source) == (other.content, other.cue, other.source)


def _enter(library: "Library", imported: Imported | None, article: Article | None) -> Kept:
    new = False
    if article is None:
        assert imported is not None
        article, new = library.articles.add(imported)
    reading = library.readings.up_to_date(article)
    annotations = tuple(library.annotations.of(article.id))
    return Kept(
        article=article,
        reading=reading,
        annotations=annotations,
        drafts=tuple(draft for draft in library.drafts.left(article.id) if draft.kind == "typing"),
        other_text=library.articles.other_text(article) if new else None,
        tags=library.annotations.tags(),
        position=library.articles.position(article.id),
        items=merge(reading, annotations),
    )

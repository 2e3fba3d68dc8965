"""Changes and drafts on their way into the library. What it cannot take now waits, and is tried again."""

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from store.annotations import Annotation
from store.article import Article
from store.errors import SaysoError
from tui.pending import Change, as_one
from tui.watching import Seen, see_since, still

if TYPE_CHECKING:
    from store.conflicts import Conflict
    from store.keeping.annotations import StaleEditError
    from store.library import Library
    from tui.workspace import Workspace


class Outbox:
    """What one article has yet to hand over.

    ``waiting`` are changes, in order; ``drafts`` are notes that are being typed, by their uids. ``fault`` is what kept
    the last of them from being taken, and ``conflicts`` are those that were refused, for the reader to settle.
    ``left`` are those of several changes made as one that were left as they are elsewhere, by what they share.
    ``rescue`` is the file that all that waited went to when the reader last rescued it, with what that was.
    """

    def __init__(self, owner: "Workspace") -> None:
        self._owner = owner
        self.waiting: list[Change] = []
        self.drafts: dict[str, Annotation] = {}
        self.fault: SaysoError | None = None
        self.conflicts: list[Conflict] = []
        self.left: dict[str, tuple[Annotation, ...]] = {}
        self.rescue: tuple[str, list[Change], dict[str, Annotation]] | None = None
        self.writing = asyncio.Lock()
        self._drafting: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def __bool__(self) -> bool:
        return bool(self.waiting or self.drafts)

    @property
    def rescued_in(self) -> str:
        """The file that all that waits is in; '' where some of it is in none."""
        if self.rescue is None:
            return ""
        path, changes, drafts = self.rescue
        # What has been taken since is in the library.
        rescued = all(change in changes for change in self.waiting)
        return path if rescued and all(drafts.get(uid) == draft for uid, draft in self.drafts.items()) else ""

    def put(self, changes: Sequence[Change]) -> asyncio.Task[None]:
        """Let ``changes`` wait in their turn; the task is done when they were tried."""
        for change in changes:
            self.drafts.pop(change.uid, None)
        self.waiting += changes
        self._register()
        return self._spawn(self.write())

    async def take_back(self) -> list[Change]:
        """Forget what was put last, if the library has not taken it, and return that: changes that are one."""
        async with self.writing:
            taken = as_one(self.waiting[::-1]) if self.waiting else []
            del self.waiting[len(self.waiting) - len(taken) :]
        self._register()
        return taken

    async def write(self) -> None:
        """Hand over what waits, until one is not taken: that one stays, and all after it."""
        from store.conflicts import Conflict

        article = await self._owner.entered()
        async with self.writing:
            while self.waiting:
                changes = as_one(self.waiting)
                write = partial(_write, article=article, changes=changes, before=self._owner.seen)
                try:
                    written = await self._owner.desk.do(write)
                except SaysoError as error:
                    self.fault = error
                    break
                if written.refused is not None:
                    self.conflicts.append(Conflict(changes[0].before, written.refused.mine, written.refused.theirs))
                if written.left and (together := changes[0].together):
                    self.left[together] = written.left
                del self.waiting[: len(changes)]
                self.fault = None
                self._owner.taken(changes, written.uid, written.seen)
        self._register()

    def draft(self, annotation: Annotation) -> None:
        """Keep a note that is still being typed, whatever else waits."""
        self.drafts[annotation.uid] = annotation
        self._keep_drafts_soon()

    def forget_draft(self, uid: str) -> None:
        """Leave off keeping a draft."""
        self.drafts.pop(uid, None)
        self._register()

    async def try_again(self) -> None:
        """Hand over what could not be."""
        self._keep_drafts_soon()
        if self.waiting:
            await self.write()

    async def finish(self) -> None:
        """Wait for what is on its way."""
        if self._tasks:
            await asyncio.wait(set(self._tasks))

    def give_up(self) -> None:
        """Forget all of it."""
        self.waiting.clear()
        self.drafts.clear()
        self._register()

    async def _keep_drafts(self) -> None:
        article = await self._owner.entered()
        while self.drafts:
            uid, draft = next(iter(self.drafts.items()))
            try:
                await self._owner.desk.do(partial(_keep_draft, article=article, draft=draft))
            except SaysoError as error:
                self.fault = error
                self._owner.on_change()
                break
            if self.drafts.get(uid) is draft:
                del self.drafts[uid]
            if not self.waiting:
                self.fault = None
        self._register()

    def _keep_drafts_soon(self) -> None:
        if self.drafts and (self._drafting is None or self._drafting.done()):
            self._drafting = self._spawn(self._keep_drafts())

    def _spawn(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        # The loop alone would not keep it, and the screen that began it may be gone before it is done.
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _register(self) -> None:
        """Let the desk know whether anything is unsaved here."""
        unsaved = self._owner.desk.unsaved
        if self and self._owner not in unsaved:
            unsaved.append(self._owner)
        elif not self and self._owner in unsaved:
            unsaved.remove(self._owner)


class _Written(NamedTuple):
    """What came of writing: the ``uid`` that the first change is kept under, what ``refused`` it, and what was ``left``
    of several, and the article as it is then."""

    uid: str
    refused: "StaleEditError | None"
    left: tuple[Annotation, ...]
    seen: Seen


def _write(library: "Library", article: Article, changes: Sequence[Change], before: Seen | None) -> _Written:
    from store.keeping.annotations import StaleEditError, UnknownAnnotationError

    still(library, article)
    change, *others = changes
    uid, refused = change.uid, None
    left: tuple[Annotation, ...] = ()
    try:
        if others:
            pairs = [(one.before, one.after) for one in changes]
            left = library.annotations.apply_all(pairs, whole=change.whole).refused
        elif change.after is not None:
            uid = library.annotations.apply(change.before, change.after).uid
        else:
            with suppress(UnknownAnnotationError):  # gone already
                library.annotations.delete(uid)
    except StaleEditError as error:
        refused = error
    return _Written(uid, refused, left, see_since(library, article, before))


def _keep_draft(library: "Library", article: Article, draft: Annotation) -> None:
    still(library, article)
    library.drafts.keep(draft)

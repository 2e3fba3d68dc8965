"""Files added to the library one after the other, those that are new some at a time."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from store.errors import SaysoError
from store.importing import identity
from tui.commands.asking import counted
from tui.commands.busy import busy
from tui.commands.progress import progress
from tui.commands.reading import cores, found_in, imported_from

if TYPE_CHECKING:
    from claims.model import Reading
    from store.article import Article, Imported
    from store.keeping.adding import Outcome
    from store.library import Library

_WAIT = 1.0
"""Seconds that what was read waits at most to be kept together with others: each time the disk takes its time."""
_MOST = 64


@dataclass(frozen=True, slots=True)
class Added:
    """A file that is in the library now. ``claims`` is how many were found; ``worked`` whether it took any work."""

    article: "Article"
    outcome: "Outcome"
    claims: int
    notices: tuple[str, ...]
    worked: bool = True


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be added, and why."""

    error: SaysoError


class Adding:
    """Adds files to a library: each is kept when it is given back, and not before.

    ``known_as`` and ``new`` are those of `Articles.add`.
    """

    def __init__(self, library: "Library", known_as: "Article | None", new: bool) -> None:
        self._library, self._known_as, self._new = library, known_as, new
        self._waiting: list[tuple[str, Imported, Reading]] = []
        self._kept: deque[Added | Refused] = deque()
        self._since = 0.0

    def all(self, files: Iterable[str]) -> Iterator[Added | Refused]:
        """Add ``files`` and yield what became of each, in their order; Ctrl+C comes through."""
        for file in files:
            try:
                now: Added | Refused | None = self._add(file)
            except SaysoError as error:
                now = Refused(error)
            if now is not None:
                yield from self.waiting()
                yield now
            elif len(self._waiting) >= _MOST or monotonic() - self._since > _WAIT:
                yield from self.waiting()
        yield from self.waiting()

    def waiting(self) -> Iterator[Added | Refused]:
        """Keep what was read and waits for it, in one transaction, and yield what became of it."""
        kept: list[Added | Refused] = []
        try:
            with busy(f"Saving {self._named()}"), self._library.together():
                for file, imported, reading in self._waiting:
                    article, outcome = self._library.articles.add(imported, new=self._new, origin="script")
                    if outcome.kind == "new":
                        self._library.readings.keep(article, reading)
                    kept.append(_added(article, outcome, reading, imported.notice, outcome.notice(file, article)))
        except SaysoError as error:
            kept = [Refused(error) for _ in self._waiting]
        self._waiting.clear()
        self._kept += kept
        # One by one, so that after Ctrl+C none is forgotten to be told of.
        while self._kept:
            yield self._kept.popleft()

    def _named(self) -> str:
        return self._waiting[0][1].metadata.title if len(self._waiting) == 1 else counted(len(self._waiting), "article")

    def _add(self, file: str) -> Added | None:
        """Add a file, and return None if it is new and waits; one that is there, byte for byte, is not parsed again."""
        from store.keeping.adding import Outcome

        where = identity(file) if file != "-" and self._known_as is None else None
        there = self._library.articles.from_file(*where) if where is not None else None
        if there is not None:
            return _added(there, Outcome("known"), self._read(there), worked=False)
        imported = imported_from(file)
        if self._known_as is None and self._library.articles.is_new(imported, new=self._new):
            self._wait(file, imported)
            return None
        with progress(imported.metadata.title, doing="Comparing") as told:
            article, outcome = self._library.articles.add(
                imported, known_as=self._known_as, new=self._new, origin="script", progress=told
            )
        told_of = "" if outcome.kind == "revised" else outcome.notice(file, article)
        return _added(article, outcome, self._read(article), imported.notice, told_of)

    def _wait(self, file: str, imported: "Imported") -> None:
        if not self._waiting:
            self._since = monotonic()
        reading = found_in(imported.document, imported.metadata.title)
        self._waiting.append((file, imported, reading))

    def _read(self, article: "Article") -> "Reading":
        with progress(article.metadata.title) as report:
            return self._library.readings.read(article, report, cores=cores())


def _added(article: "Article", outcome: "Outcome", reading: "Reading", *notices: str, worked: bool = True) -> Added:
    claims = sum(claim.act == "speech" for claim in reading.claims)
    return Added(article, outcome, claims, (*notices, *reading.notices), worked)

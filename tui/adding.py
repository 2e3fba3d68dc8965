"""Files added to the library while the reader goes on reading: each whole, with its claims, or not at all."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import SaysoError
from store.importing import identity, read_file
from store.prose import prose
from store.safety import label
from tui.desk import Desk
from tui.detecting import THREAD_LIMIT, detect
from tui.engine import Engine, EngineError
from tui.working import Work

if TYPE_CHECKING:
    from claims.model import Reading
    from store.article import Imported
    from store.library import Library


@dataclass
class Report:
    """What became of the files: how many of each kind, and a line for each that was refused."""

    added: int = 0
    revised: int = 0
    known: int = 0
    refused: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = (
            (self.added, "added"),
            (self.revised, "with a new revision"),
            (self.known, "there already"),
            (len(self.refused), "refused"),
        )
        told = [f"{count:,} {what}" for count, what in counts if count]
        return ", ".join(told) or "nothing was added"


class Adding:
    """Adds files to the library of ``desk``. Nothing that takes long is done on the thread that changes are written by.

    One that is there already, byte for byte, is not read again; one whose article has another text becomes its next
    revision.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._engine = Engine()
        self._reading: asyncio.Task[Reading] | None = None
        self.report = Report()

    def stop(self) -> None:
        """Leave off reading: to be called as ``work`` of `all` is stopped."""
        if self._reading is not None:
            self._reading.cancel()

    async def all(self, files: Sequence[Path], work: Work) -> Report:
        """Add ``files`` one after the other, a step of ``work`` each; where that is stopped, report on those so far."""
        try:
            for file in files:
                try:
                    await self._add(file, work)
                except SaysoError as error:
                    self.report.refused.append(str(error))
                except EngineError as error:
                    self.report.refused.append(f"{label(str(file))}: the engine failed on it ({error})")
                except asyncio.CancelledError:
                    if not work.stopped:
                        raise
                if work.stopped:
                    break
                work.step()
        finally:
            await self._engine.close()
        return self.report

    async def _add(self, file: Path, work: Work) -> None:
        where = await asyncio.to_thread(identity, file)
        if where is not None and await self._desk.ask(lambda library: library.articles.from_file(*where)) is not None:
            self.report.known += 1
            return
        imported = await asyncio.to_thread(read_file, file)
        reading = None
        if await self._desk.ask(lambda library: library.articles.same_text(imported)) is None and not work.stopped:
            # Before the article is there: it comes whole.
            self._reading = asyncio.create_task(self._read(prose(imported.document)))
            reading = await self._reading
        if not work.stopped:
            kind = await self._desk.ask(lambda library: _keep(library, imported, reading))
            setattr(self.report, kind, getattr(self.report, kind) + 1)

    async def _read(self, text: str) -> "Reading":
        if len(text) <= THREAD_LIMIT:
            return await self._engine.read(text)
        # Stopped at once, wherever in it the engine is.
        return await detect(text, lambda _: None, lambda _: None)


def _keep(library: "Library", imported: "Imported", reading: "Reading | None") -> str:
    """Add the article with its claims, and return which count of the `Report` it belongs to."""
    if reading is not None and library.articles.is_new(imported):
        with library.together():
            article, outcome = library.articles.add(imported)
            library.readings.keep(article, reading)
    else:  # comparing two texts may take long
        article, outcome = library.articles.add(imported)
        if reading is not None and outcome.kind != "known":
            library.readings.keep(article, reading)
    return {"new": "added", "revised": "revised", "known": "known"}[outcome.kind]

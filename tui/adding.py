"""Files added to the library while the reader goes on reading: each whole, with its claims, or not at all."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from store.safety import label
from tui.adder import Adder, AdderError, Became, NotAddedError, Share
from tui.desk import Desk
from tui.working import Work


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
    """Adds files to the library of ``desk``, by a process apart.

    One that is there already, byte for byte, is not read again; one whose article has another text becomes its next
    revision.
    """

    def __init__(self, desk: Desk) -> None:
        self._adder = Adder(desk.path)
        self._under_way: asyncio.Task[Became] | None = None
        self.report = Report()

    def stop(self) -> None:
        """Leave off: to be called as ``work`` of `all` is stopped."""
        if self._under_way is not None:
            self._under_way.cancel()

    async def all(self, files: Sequence[Path], work: Work) -> Report:
        """Add ``files`` one after the other, a step of ``work`` each; where that is stopped, report on those so far."""
        try:
            for number, file in enumerate(files):
                try:
                    await self._add(file, partial(_told, work, number))
                except NotAddedError as error:
                    self.report.refused.append(str(error))
                except AdderError as error:
                    self.report.refused.append(f"{label(str(file))}: adding it failed ({error})")
                except asyncio.CancelledError:
                    if not work.stopped:
                        raise
                if work.stopped:
                    break
                work.at(number + 1)
        finally:
            await self._adder.close()
        return self.report

    async def _add(self, file: Path, share: Share) -> None:
        self._under_way = asyncio.create_task(self._adder.add(file, share))
        try:
            became = await self._under_way
        finally:
            # Where it is the program that ends, nobody else ends this.
            self._under_way.cancel()
        setattr(self.report, became, getattr(self.report, became) + 1)


def _told(work: Work, before: int, share: float) -> None:
    work.at(before + share)

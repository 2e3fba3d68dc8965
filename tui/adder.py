"""Files added to the library one after the other, each with its claims, by one process of its own.

Keys so keep their share of a core, and the reader's memory stays its own. ``python -m tui.adder`` is that process: on
standard input comes a line of JSON that says which library, then one for each file; on standard output go, for each,
lines with the share done and a last one with what became of it.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tui.apart import begin
from tui.opening_apart import how_to_open, to_open

if TYPE_CHECKING:
    from store.library import Library

Became = Literal["added", "revised", "known"]
Share = Callable[[float], None]

_PARSED, _FOUND = 0.02, 0.95
"""Shares of what a text takes: until it is parsed, and until its claims are found; then it is kept."""
_GRACE = 2.0
"""Seconds that a process which is keeping an article has for it, once it is to end."""


class NotAddedError(Exception):
    """A file was refused, in words for the reader."""


class AdderError(Exception):
    """The process failed on a file; its name says how."""


class Adder:
    """The process, which begins with the first file. To be closed."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._process: asyncio.subprocess.Process | None = None

    async def add(self, file: Path, share: Share) -> Became:
        """Add ``file``, whole or not at all, and return what became of it; ``share`` hears how far it is, 0 to 1.

        One that is there already, byte for byte, is not read again; one whose article has another text becomes its
        next revision. Cancelled, the process is ended, and begins anew with the next file; a file that was kept by
        then is returned as such. Raises `NotAddedError`, and `AdderError` where the process failed.
        """
        try:
            told = await self._ask(file, share)
        except asyncio.CancelledError:
            told = await self._last_words()
            if "became" not in told:
                raise
        except (OSError, ValueError) as error:
            await self.close()
            raise AdderError(type(error).__name__) from error
        if "refused" in told:
            raise NotAddedError(told["refused"])
        if "became" not in told:
            await self.close()
            raise AdderError(told.get("failed", "it stopped"))
        became: Became = told["became"]
        return became

    async def _ask(self, file: Path, share: Share) -> dict[str, Any]:
        if self._process is None:
            self._process = await begin("tui.adder")
            self._write(how_to_open(self._database))
        assert self._process.stdout is not None
        self._write(os.fsencode(file).decode("utf-8", "surrogateescape"))
        async for line in self._process.stdout:
            told: dict[str, Any] = json.loads(line)
            if "share" not in told:
                return told
            share(told["share"])
        return {}

    def _write(self, asked: object) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")

    async def _last_words(self) -> dict[str, Any]:
        """What the process said last, which is ended."""
        process = self._process
        await self.close()
        if process is None or process.stdout is None:
            return {}
        lines = (await process.stdout.read()).splitlines()
        told: dict[str, Any] = json.loads(lines[-1]) if lines and lines[-1].endswith(b"}") else {}
        return told

    async def close(self) -> None:
        """End the process: at once, but that an article which is being kept is kept, and told of."""
        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        assert process.stdin is not None
        process.stdin.close()
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _GRACE)
        except TimeoutError:
            process.kill()
            await process.wait()


def main() -> None:
    """Be that process."""
    from store.errors import SaysoError
    from store.library import Library
    from store.safety import label

    if hasattr(os, "nice"):
        os.nice(10)
    database = to_open(json.loads(sys.stdin.buffer.readline()))
    library: Library | None = None
    for line in sys.stdin.buffer:
        try:
            # Where it cannot be opened now, it may be with the next file.
            library = library or Library(database)
            told: dict[str, str] = {"became": _add(library, json.loads(line), _tell_share())}
        except SaysoError as error:
            told = {"refused": str(error)}
        except Exception as error:
            told = {"failed": label(type(error).__name__)}
        print(json.dumps(told), flush=True)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _tell_share() -> Share:
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        if int(share * 200) > told:
            told = int(share * 200)
            print(json.dumps({"share": share}), flush=True)

    return tell


def _add(library: "Library", file: str, share: Share) -> Became:
    import claims
    from store.importing import identity, read_file
    from store.prose import prose

    where = identity(file)
    if where is not None and library.articles.from_file(*where) is not None:
        return "known"

    def parsing(done: int, total: int) -> None:
        share(_PARSED * done / max(1, total))

    def finding(done: int, total: int) -> None:
        share(_PARSED + (_FOUND - _PARSED) * done / max(1, total))

    imported = read_file(file, parsing)
    if library.articles.same_text(imported) is not None:
        library.articles.add(imported)
        return "known"
    # Before the article is there: it comes whole.
    reading = claims.read(prose(imported.document), progress=finding)
    # From here until it is told, the process ends by itself alone: what is kept is counted too.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    if library.articles.is_new(imported):
        with library.together():
            article, outcome = library.articles.add(imported)
            library.readings.keep(article, reading)
    else:  # comparing two texts may take long
        article, outcome = library.articles.add(imported)
        if outcome.kind != "known":
            library.readings.keep(article, reading)
    return "added" if outcome.kind == "new" else outcome.kind


if __name__ == "__main__":
    main()

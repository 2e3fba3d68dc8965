"""The library behind the screen: one thread owns it, so that no write or slow disk ever holds up a key."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from store.library import Library

T = TypeVar("T")


class Desk:
    """Runs work on the library in order, on its own thread; the library opens with the first piece of work.

    That first piece also pays for importing sqlite-utils, which by then no longer delays the first paint.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._library: Library | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library")

    async def do(self, work: Callable[["Library"], T]) -> T:
        """Return what ``work`` returns, or raise what it raises (SaysoError where the file cannot serve)."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._run, work)

    def _run(self, work: Callable[["Library"], T]) -> T:
        if self._library is None:
            from store.library import Library

            self._library = Library(self.path)
        return work(self._library)

    def close(self) -> None:
        """Finish what is queued and close the library."""

        def shut() -> None:
            if self._library is not None:
                self._library.close()
                self._library = None

        self._thread.submit(shut).result()
        self._thread.shutdown()

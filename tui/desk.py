"""The library behind the screen: two threads own one each, so that no write or slow disk ever holds up a key."""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from store.library import Library
    from tui.workspace import Workspace

T = TypeVar("T")


class Desk:
    """Runs work on the library: what changes it in order on one thread, slow reading on another.

    ``unsaved`` are the open articles with changes that the library has not taken yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unsaved: list[Workspace] = []
        self._doing = _Thread(path, "library")
        self._asking = _Thread(path, "library-reading")

    def do(self, work: Callable[["Library"], T]) -> "asyncio.Future[T]":
        """Return what ``work`` returns, or raise what it raises (SaysoError where the file cannot serve).

        Work is done in the order of these calls, whenever they are awaited; so it should be quick.
        """
        return self._doing.run(work)

    def ask(self, work: Callable[["Library"], T]) -> "asyncio.Future[T]":
        """Do the same where ``work`` only reads and may take its time: no change or draft waits behind it.

        It sees what has been written by then.
        """
        return self._asking.run(work)

    def remember(self, setting: str, value: str) -> None:
        """Keep a setting for the next time. Where that cannot be, nothing is lost but the setting."""
        keeping = self.do(lambda library: library.settings.keep(setting, value))
        keeping.add_done_callback(lambda done: done.cancelled() or done.exception())

    def close(self) -> None:
        """Finish what is queued and close the library."""
        self._asking.close()
        self._doing.close()


_importing = Lock()


def _library() -> type["Library"]:
    """Import what opens libraries, without numpy, which sqlite-utils would load to know its types: 12 MB for nothing.

    Texts are read for claims, which does need it, only once their article is in the library.
    """
    with _importing:
        kept_away = "sqlite_utils" not in sys.modules and "numpy" not in sys.modules
        if kept_away:
            sys.modules["numpy"] = None  # type: ignore[assignment]
        try:
            from store.library import Library
        finally:
            if kept_away:
                del sys.modules["numpy"]
        return Library


class _Thread:
    """One thread with a library of its own, which opens with the first piece of work.

    That first piece also pays for importing sqlite-utils, which by then no longer delays the first paint.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._path = path
        self._library: Library | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def run(self, work: Callable[["Library"], T]) -> "asyncio.Future[T]":
        return asyncio.get_running_loop().run_in_executor(self._thread, self._run, work)

    def _run(self, work: Callable[["Library"], T]) -> T:
        if self._library is None:
            self._library = _library()(self._path)
        return work(self._library)

    def close(self) -> None:
        def shut() -> None:
            if self._library is not None:
                self._library.close()
                self._library = None

        self._thread.submit(shut).result()
        self._thread.shutdown()

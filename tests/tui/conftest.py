"""Screens are tested with the engine in the tests' own process: it is loaded once, and may be another."""

import asyncio
import os
import threading
import time
from collections.abc import Iterable

import pytest
import textual.app
import textual.pilot
from textual._context import active_app

import claims
from claims.model import Reading
from tests.at_work import at_work
from tui.detecting import Found, Progress

_FRAME = 1 / 50
"""Seconds in which the program paints what has changed."""
_MOST = 2.0
"""Seconds after which a program is not waited for any more that works on and on."""


async def idle(_least: float = 0, _most: float = 0) -> None:
    """Wait until the program has done all that it had to do.

    Textual takes one for idle that uses little of the processor, as on a busy machine does one that is kept waiting.
    """
    loop, here = asyncio.get_running_loop(), threading.get_native_id()
    end = time.monotonic() + _MOST
    await asyncio.sleep(_FRAME)
    while time.monotonic() < end:
        if loop._ready:  # type: ignore[attr-defined]
            await asyncio.sleep(0)
        elif _to_be_painted() or at_work(os.getpid(), but=here):
            await asyncio.sleep(_FRAME / 10)
        else:
            return


def _to_be_painted() -> bool:
    app = active_app.get(None)
    return app is not None and any(one._update_timer._active.is_set() for one in app._screen_stack[-1:])


textual.app.wait_for_idle = idle  # type: ignore[attr-defined]
textual.pilot.wait_for_idle = idle  # type: ignore[attr-defined]


class _StoppedError(Exception):
    """Nobody waits for the reading any more."""


async def read_here(text: Iterable[str], progress: Progress, found: Found) -> Reading:
    """Stand in for `tui.detecting.detect`, which begins a process."""
    loop, stopped = asyncio.get_running_loop(), threading.Event()

    def tell(hears: object, what: object) -> None:
        if stopped.is_set():
            raise _StoppedError
        loop.call_soon_threadsafe(hears, what)  # type: ignore[arg-type]

    try:
        return await asyncio.to_thread(
            lambda: claims.read(
                "".join(text),
                progress=lambda done, total: tell(progress, done / max(1, total)),
                found=lambda some: tell(found, some),
            )
        )
    finally:
        stopped.set()


@pytest.fixture(autouse=True)
def _engine_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.workspace.detect", read_here)


@pytest.fixture(autouse=True)
def _all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens look the same whatever terminal the tests are run in."""
    monkeypatch.setenv("COLORTERM", "truecolor")

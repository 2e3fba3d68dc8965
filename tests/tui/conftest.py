"""Screens are tested with the engine in the tests' own process: it is loaded once, and may be another."""

import asyncio
import threading

import pytest

import claims
from claims.model import Reading
from tui.detecting import Found, Progress


class _StoppedError(Exception):
    """Nobody waits for the reading any more."""


async def read_here(text: str, progress: Progress, found: Found) -> Reading:
    """Stand in for `tui.detecting.detect`, which begins a process."""
    loop, stopped = asyncio.get_running_loop(), threading.Event()

    def tell(hears: object, what: object) -> None:
        if stopped.is_set():
            raise _StoppedError
        loop.call_soon_threadsafe(hears, what)  # type: ignore[arg-type]

    try:
        return await asyncio.to_thread(
            lambda: claims.read(
                text,
                progress=lambda done, total: tell(progress, done / max(1, total)),
                found=lambda some: tell(found, some),
            )
        )
    finally:
        stopped.set()


@pytest.fixture(autouse=True)
def _engine_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.workspace.detect", read_here)

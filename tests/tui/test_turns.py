"""Work on a thread beside the event loop: it reports, gives way, and ends when nobody waits for it."""

import asyncio
import threading
from itertools import count
from time import monotonic

import pytest

from tui.turns import BUSY, StoppedError, Turns


def busy_until(turns: Turns, ended: threading.Event) -> int:
    """Work without an end but that which ``turns`` makes."""
    try:
        for done in count():
            turns(done % 100, 100)
    finally:
        ended.set()
    raise AssertionError


async def test_it_tells_the_share_that_is_done_on_the_loop() -> None:
    told: list[tuple[float, bool]] = []
    here = threading.get_ident()

    def work(turns: Turns) -> str:
        while len(told) < 3:
            turns(30, 120)
        return "done"

    with Turns(lambda share: told.append((share, threading.get_ident() == here))) as turns:
        assert await asyncio.to_thread(work, turns) == "done"
    assert set(told) == {(0.25, True)}


async def test_left_it_ends_at_its_next_report() -> None:
    ended = threading.Event()
    with Turns(lambda _: None) as turns:
        working = asyncio.ensure_future(asyncio.to_thread(busy_until, turns, ended))
        await asyncio.sleep(0)
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
    assert await asyncio.to_thread(ended.wait, 20)


async def test_stopped_it_says_so_to_whoever_waits() -> None:
    with Turns(lambda _: None) as turns:
        working = asyncio.ensure_future(asyncio.to_thread(busy_until, turns, threading.Event()))
        turns.stop()
        with pytest.raises(StoppedError):
            await working


async def test_while_the_loop_has_much_to_do_it_is_given_one_turn_after_the_other() -> None:
    given = 0

    def told(_: float) -> None:
        nonlocal given
        given += 1
        until = monotonic() + (2 * BUSY if given <= 3 else 0)
        while monotonic() < until:
            pass

    def work(turns: Turns) -> int:
        while not given:
            turns(0, 1)
        return given

    with Turns(told) as turns:
        assert await asyncio.to_thread(work, turns) > 3

"""Reading for claims beside the screen: in a thread, or for a book in a process of its own."""

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import claims
from claims import Claim, Reading
from tui import detecting

PARAGRAPH = (
    "“Prices rose 3 percent,” Ada Mensah, the minister, said on Monday. She denied that they would rise again.\n"
)
BOTH_WAYS = [pytest.param(10**9, id="in a thread"), pytest.param(0, id="in a process of its own")]


@pytest.fixture
def any_text_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detecting, "THREAD_LIMIT", 0)


def nothing(_: object) -> None:
    """What does not matter to a test."""


@pytest.mark.usefixtures("any_text_is_long")
async def test_a_process_of_its_own_reads_what_a_thread_would_have_read() -> None:
    text = PARAGRAPH * 120 + "\ud800"
    heard: list[float] = []
    reading = await detecting.detect(text, heard.append, nothing)
    assert reading == claims.read(text)
    assert len(reading.claims) > 100
    assert heard == sorted(heard)
    assert heard[-1] <= 1


@pytest.mark.parametrize("limit", BOTH_WAYS)
async def test_claims_come_as_they_are_found_first_paragraphs_first(
    monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr(detecting, "THREAD_LIMIT", limit)
    calls: list[object] = []
    reading = await detecting.detect(PARAGRAPH * 200, calls.append, calls.append)
    first = next(number for number, call in enumerate(calls) if isinstance(call, list))
    assert any(isinstance(call, float) and call < 0.5 for call in calls[first:])
    early = [claim for call in calls if isinstance(call, list) for claim in call]
    assert set(early) == {replace(claim, caveats=()) for claim in reading.claims}


@pytest.mark.usefixtures("any_text_is_long")
async def test_of_a_book_only_the_first_few_thousand_claims_come_early() -> None:
    from claims.__main__ import GIVEN_EARLY

    early: list[Claim] = []
    text = "„Wir sind alle sehr müde“, sagte er, und das war den meisten Leuten hier schon lange klar.\n" * 6_000
    reading = await detecting.detect(text, nothing, early.extend)
    assert len(reading.claims) == 6_000
    assert len(early) == GIVEN_EARLY


@pytest.mark.usefixtures("any_text_is_long")
async def test_cancelling_stops_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[asyncio.subprocess.Process] = []
    create = asyncio.create_subprocess_exec

    async def remembered(*arguments: str, **options: object) -> asyncio.subprocess.Process:
        started.append(await create(*arguments, **options))  # type: ignore[arg-type]
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", remembered)
    heard = asyncio.Event()
    work = asyncio.create_task(detecting.detect(PARAGRAPH * 20_000, lambda _: heard.set(), nothing))
    await asyncio.wait_for(heard.wait(), 30)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert started[0].returncode is not None
    assert not Path(f"/proc/{started[0].pid}").exists()


async def test_cancelling_stops_the_thread_at_the_next_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()

    def endless(_: str, *, progress: Callable[[int, int], None], found: object) -> Reading:  # noqa: ARG001
        try:
            while True:
                progress(1, 2)
                time.sleep(0.001)
        finally:
            ended.set()

    monkeypatch.setattr(claims, "read", endless)
    heard = asyncio.Event()
    work = asyncio.create_task(detecting.detect(PARAGRAPH, lambda _: heard.set(), nothing))
    await asyncio.wait_for(heard.wait(), 30)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert await asyncio.to_thread(ended.wait, 10)


@pytest.mark.usefixtures("any_text_is_long")
async def test_code_in_the_folder_of_the_articles_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "claims.py").write_text("open('ran', 'w')\n")
    monkeypatch.chdir(tmp_path)
    await detecting.detect(PARAGRAPH, nothing, nothing)
    assert not (tmp_path / "ran").exists()

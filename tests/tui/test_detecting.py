"""Reading for claims beside the screen, in a process of its own."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

import claims
from claims import Claim
from tests.tui.reading import PATIENCE
from tui import detecting

PARAGRAPH = (
    "“Prices rose 3 percent,” Ada Mensah, the minister, said on Monday. She denied that they would rise again.\n"
)


def nothing(_: object) -> None:
    """What does not matter to a test."""


async def test_a_process_of_its_own_reads_what_is_read_here() -> None:
    text = PARAGRAPH * 120 + "\ud800"
    heard: list[float] = []
    reading = await detecting.detect([text], heard.append, nothing)
    assert reading == claims.read(text)
    assert len(reading.claims) > 100
    assert heard == sorted(heard)
    assert heard[-1] <= 1


async def test_claims_come_as_they_are_found_first_paragraphs_first() -> None:
    calls: list[object] = []
    reading = await detecting.detect([PARAGRAPH * 200], calls.append, calls.append)
    first = next(number for number, call in enumerate(calls) if isinstance(call, list))
    assert any(isinstance(call, float) and call < 0.5 for call in calls[first:])
    early = [claim for call in calls if isinstance(call, list) for claim in call]
    assert set(early) == {claim._replace(caveats=()) for claim in reading.claims}


async def test_of_a_book_only_the_first_few_thousand_claims_come_early() -> None:
    from claims.__main__ import GIVEN_EARLY

    early: list[Claim] = []
    text = "„Wir sind alle sehr müde“, sagte er, und das war den meisten Leuten hier schon lange klar.\n" * 6_000
    reading = await detecting.detect([text], nothing, early.extend)
    assert len(reading.claims) == 6_000
    assert len(early) == GIVEN_EARLY


async def test_cancelling_stops_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[asyncio.subprocess.Process] = []
    create = asyncio.create_subprocess_exec

    async def remembered(*arguments: str, **options: object) -> asyncio.subprocess.Process:
        started.append(await create(*arguments, **options))  # type: ignore[arg-type]
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", remembered)
    heard = asyncio.Event()
    work = asyncio.create_task(detecting.detect([PARAGRAPH * 20_000], lambda _: heard.set(), nothing))
    await asyncio.wait_for(heard.wait(), PATIENCE)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert started[0].returncode is not None
    assert not Path(f"/proc/{started[0].pid}").exists()


async def test_the_engine_takes_no_memory_of_the_reader(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys; from tui.detecting import detect\n"
        f"reading = asyncio.run(detect([{PARAGRAPH!r}], lambda _: None, lambda _: None))\n"
        "print(len(reading.claims), 'onnxruntime' in sys.modules, 'numpy' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert told.stdout.split() == [str(len(claims.read(PARAGRAPH).claims)), "False", "False"]


async def test_code_in_the_folder_of_the_articles_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "claims.py").write_text("open('ran', 'w')\n")
    monkeypatch.chdir(tmp_path)
    await detecting.detect([PARAGRAPH], nothing, nothing)
    assert not (tmp_path / "ran").exists()

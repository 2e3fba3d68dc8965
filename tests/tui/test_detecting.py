"""Reading for claims beside the screen: in a thread, or for a book in a process of its own."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

import claims
from tui import detecting

PARAGRAPH = (
    "“Prices rose 3 percent,” Ada Mensah, the minister, said on Monday. She denied that they would rise again.\n"
)


@pytest.fixture
def any_text_is_long(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(detecting, "THREAD_LIMIT", 0)
    return


@pytest.mark.usefixtures("any_text_is_long")
async def test_a_process_of_its_own_reads_what_a_thread_would_have_read() -> None:
    text = PARAGRAPH * 120 + "\ud800"
    heard: list[float] = []
    reading = await detecting.detect(text, heard.append)
    assert reading == claims.read(text)
    assert len(reading.claims) > 200
    assert heard == sorted(heard)
    assert heard[-1] <= 1


@pytest.mark.usefixtures("any_text_is_long")
async def test_cancelling_stops_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[asyncio.subprocess.Process] = []
    create = asyncio.create_subprocess_exec

    async def remembered(*arguments: str, **options: object) -> asyncio.subprocess.Process:
        started.append(await create(*arguments, **options))  # type: ignore[arg-type]
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", remembered)
    heard = asyncio.Event()
    work = asyncio.create_task(detecting.detect(PARAGRAPH * 20_000, lambda _: heard.set()))
    await asyncio.wait_for(heard.wait(), 30)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert started[0].returncode is not None
    assert not Path(f"/proc/{started[0].pid}").exists()


@pytest.mark.usefixtures("any_text_is_long")
async def test_code_in_the_folder_of_the_articles_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "claims.py").write_text("open('ran', 'w')\n")
    monkeypatch.chdir(tmp_path)
    await detecting.detect(PARAGRAPH, lambda _: None)
    assert not (tmp_path / "ran").exists()

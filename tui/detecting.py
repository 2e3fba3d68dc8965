"""Reading a text for claims without holding up the screen."""

import asyncio
import gc
import json
import sys
from collections.abc import Callable

from claims.model import Reading

# Up to here a thread is done in a moment; beyond, a process of its own leaves every key its full share of a core,
# and can be stopped at once.
THREAD_LIMIT = 100_000  # code points


async def detect(text: str, progress: Callable[[float], None]) -> Reading:
    """The engine's reading of ``text``; ``progress`` hears the share done (0 to 1) now and then.

    Cancelling the task that awaits this stops the work.
    """
    if len(text) <= THREAD_LIMIT:
        return await asyncio.to_thread(_read, text)
    return await _read_apart(text, progress)


def _read(text: str) -> Reading:
    import claims

    return claims.read(text)


async def _read_apart(text: str, progress: Callable[[float], None]) -> Reading:
    from claims.as_json import reading_from_lines

    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # the folder that the reader happens to be in holds articles, not code
        "-m",
        "claims",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=1 << 24,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    # A book's claims are a million objects that all stay: the collector would go over them again and again.
    gc.disable()
    feeding = asyncio.create_task(_feed(process.stdin, text.encode("utf-8", "surrogatepass")))
    lines: list[bytes] = []
    try:
        async for line in process.stdout:
            if line.startswith(b'{"progress"'):
                progress(json.loads(line)["progress"])
            else:
                lines.append(line)
        await feeding
        if await process.wait() != 0:
            raise RuntimeError("the engine stopped before it had read the article")
        return await asyncio.to_thread(reading_from_lines, lines)
    finally:
        gc.enable()
        feeding.cancel()
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _feed(stdin: asyncio.StreamWriter, data: bytes) -> None:
    stdin.write(data)
    await stdin.drain()
    stdin.close()

"""Reading a text for claims without holding up the screen."""

import asyncio
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence

from claims.model import Claim, Reading
from tui.apart import begin
from tui.turns import Turns

Progress = Callable[[float], None]
Found = Callable[[Sequence[Claim]], None]


async def detect(text: Iterable[str], progress: Progress, found: Found) -> Reading:
    """The engine's reading of a ``text``, which comes in parts, in a process of its own.

    That leaves every key its full share of a core, can be stopped at once, and takes the memory of the engine with it,
    which is twice the reader's; a short text waits a few hundredths of a second for it to begin.

    ``progress`` hears the share done (0 to 1) now and then. ``found`` is given claims as they are found, in text order
    and without their caveats; of a book's only the first few thousand. The reading, which holds all, takes their place.
    Cancelling the task that awaits this stops the work.
    """
    import json

    from claims.as_json import claim_from_json, reading_from_lines

    process = await begin("claims", 1 << 24)
    assert process.stdin is not None
    assert process.stdout is not None
    feeding = asyncio.create_task(_feed(process.stdin, text))
    lines: list[bytes] = []
    try:
        async for line in process.stdout:
            if line.startswith(b'{"progress"'):
                progress(json.loads(line)["progress"])
            elif line.startswith(b'{"found"'):
                found([claim_from_json(claim) for claim in json.loads(line)["found"]])
            else:
                lines.append(line)
        await feeding
        if await process.wait() != 0:
            raise RuntimeError("the engine stopped before it had read the article")
        lines.reverse()
        # A book's claims are a million objects that all stay: the collector would go over them again and again.
        gc.disable()
        with Turns(lambda _: None) as turns:
            return await asyncio.to_thread(reading_from_lines, _taken_from(lines, turns))
    finally:
        # They stay: the collector would first of all go over each of them, and no key would be heard meanwhile.
        gc.freeze()
        gc.enable()
        feeding.cancel()
        if process.returncode is None:
            process.kill()
            await process.wait()


def _taken_from(lines: list[bytes], turns: Turns) -> Iterator[bytes]:
    """The lines from the last to the first, each of which goes: of a book they are as large as what is made of them."""
    total = len(lines)
    while lines:
        turns(total - len(lines), total)
        yield lines.pop()


async def _feed(stdin: asyncio.StreamWriter, text: Iterable[str]) -> None:
    # Part by part: as a whole a book would be in memory twice more.
    for part in text:
        stdin.write(part.encode("utf-8", "surrogatepass"))
        await stdin.drain()
    stdin.close()

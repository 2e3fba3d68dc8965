"""Reading many texts for claims, one after the other, in one process of its own: keys keep their share of a core.

``python -m tui.engine`` is that process: texts on standard input, each a line of JSON, and for each a line with its
reading on standard output, or with what failed.
"""

import asyncio
import json
import os
import sys
from typing import TYPE_CHECKING

from tui.apart import begin

if TYPE_CHECKING:
    from claims.model import Reading

_LONGEST = 1 << 28
"""Bytes of a line: a book's reading is tens of megabytes."""


class EngineError(Exception):
    """The engine failed on a text; its name says how."""


class Engine:
    """The process, which begins with the first text. To be closed."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None

    async def read(self, text: str) -> "Reading":
        """Return the reading of ``text``. Raises `EngineError`. Cancelled, the engine begins anew with the next."""
        from claims.as_json import reading_from_json

        process = self._process = self._process or await begin("tui.engine", _LONGEST)
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(text).encode() + b"\n")
            await process.stdin.drain()
            answer = json.loads(await process.stdout.readline() or b'{"failed": "it stopped"}')
        except BaseException as error:
            await self.close()
            if isinstance(error, OSError | ValueError):
                raise EngineError(type(error).__name__) from error
            raise
        if "failed" in answer:
            await self.close()
            raise EngineError(answer["failed"])
        return reading_from_json(answer)

    async def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            process.kill()
            await process.wait()


def main() -> None:
    """Read each line, and answer it."""
    import claims
    from claims.as_json import reading_to_json

    if hasattr(os, "nice"):
        os.nice(10)
    for line in sys.stdin.buffer:
        try:
            answer = reading_to_json(claims.read(json.loads(line)))
        except Exception as error:
            answer = {"failed": type(error).__name__}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

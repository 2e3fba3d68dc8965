"""One page that is open in a browser, and the reader behind it, which is a process of its own."""

import asyncio
import os
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable, Sequence

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.commands.passphrases import OURS

PATIENCE = 10.0
"""Seconds that a reader has to keep what is under way once its page is gone."""


class Session(AppService):
    """A reader, started with ``command``. It is handed ``passphrase``, if any, through a pipe that nobody else sees."""

    def __init__(
        self,
        command: Sequence[str],
        passphrase: str | None,
        *,
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(
            "", write_bytes=write_bytes, write_str=write_str, close=close, download_manager=DownloadManager()
        )
        self._words = command
        self._passphrase = passphrase

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # The hook of textual-serve that would pass a line to a shell.
        environment = self._build_environment(width=width, height=height)
        pipe: tuple[int, ...] = ()
        if self._passphrase is not None:
            reading, writing = os.pipe()
            os.write(writing, self._passphrase.encode("utf-8"))
            os.close(writing)
            pipe, environment[OURS] = (reading,), f"/dev/fd/{reading}"
        try:
            self._process = process = await asyncio.create_subprocess_exec(
                *self._words,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=environment,
                pass_fds=pipe,
                # A Ctrl+C is for the server, which ends the readers one by one.
                start_new_session=True,
            )
        finally:
            for end in pipe:
                os.close(end)
        self._stdin = process.stdin
        return process

    async def ended(self) -> None:
        """Wait until the reader has ended."""
        if self._task is not None:
            await asyncio.wait({self._task})

    async def stop(self) -> None:
        """Ask the reader to end as a terminal does that is closed: what is under way is kept first."""
        process, task = self._process, self._task
        if process is None or task is None:
            return
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()
        await asyncio.wait({task})

"""Processes of our own code beside the reader, which are written to and read from."""

import asyncio
import sys


async def begin(module: str, longest: int = 1 << 16) -> asyncio.subprocess.Process:
    """Run ``module`` as a process of its own. Lines that are read of it have at most ``longest`` bytes."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # the folder that the reader happens to be in holds articles, not code
        "-m",
        module,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=longest,
    )

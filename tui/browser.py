"""Having an address opened by a browser of this machine.

It is begun as a process of its own, with nothing of the terminal: what it prints would be painted over the article, and
one that reads keys would take them away.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Mapping
from time import monotonic

PATIENCE = 5.0
"""Seconds until one that has not ended is taken to have begun: some go on for as long as their window is open."""
_AGAIN = 0.05
# In a process apart, since Python's way of finding the browser waits for some of them and lets them write anywhere.
_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1], new=2))"


def is_far(environment: Mapping[str, str]) -> bool:
    """Whether the reader sits at another machine, none of whose browsers could be begun from here."""
    over_ssh = "SSH_CONNECTION" in environment or "SSH_TTY" in environment
    return over_ssh and not any(environment.get(way) for way in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"))


async def open_in_browser(address: str, environment: Mapping[str, str] | None = None) -> bool:
    """Have ``address``, which begins with its scheme, opened; whether a browser took it, as far as that is known.

    The variable BROWSER names one that is tried before those which are looked for. It takes up to five seconds.
    """
    environment = os.environ if environment is None else environment
    # Without TERM none is looked for that would want this terminal.
    given = {name: value for name, value in environment.items() if name != "TERM"}
    try:
        # Not by the event loop, which would end it along with the reader, before it has begun anything.
        process = subprocess.Popen(
            (sys.executable, "-I", "-c", _OPEN, address),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=given,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return False
    until = monotonic() + PATIENCE
    while process.poll() is None and monotonic() < until:
        await asyncio.sleep(_AGAIN)
    return not process.returncode

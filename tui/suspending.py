"""Back to the shell that the program was started from, until that brings it to the front again."""

import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App


def has_shell() -> bool:
    """Return whether there is a shell beneath that takes the terminal over and can give it back.

    There is none where the program, or a script that runs it, is all that a terminal was opened for: stopped there,
    nothing could ever make it go on.
    """
    return sys.platform != "win32" and os.getpgrp() != os.getsid(0)


def stop(app: "App[None]") -> None:
    """Give the terminal back and stop, with all that runs with it; once it is brought back, take it and paint anew.

    The signal is one that nobody can put off: what were still at work would be in the background by then, and be
    stopped for touching the terminal, with half of it done.
    """
    with app.suspend():
        os.kill(0, signal.SIGSTOP)

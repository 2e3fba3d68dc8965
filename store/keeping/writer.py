"""Which running program wrote something: its process number, and when that process began."""

import os
from pathlib import Path

_SINCE = 19
"""Which of the fields after the name, of those in proc_pid_stat(5), is the time at which the process began."""


def this_program() -> str:
    """Return this program's name as a writer: ``pid start``, the start empty where the system does not tell it."""
    pid = os.getpid()
    return f"{pid} {_began(pid)}"


def is_running(writer: str) -> bool:
    """Return whether the program that has that name is still running. Process numbers are used again."""
    number, _, began = writer.partition(" ")
    pid = int(number)
    return _exists(pid) and began in ("", _began(pid))


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _began(pid: int) -> str:
    try:
        # The name stands in brackets and may hold any character, brackets too.
        return (
            Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[_SINCE]
        )
    except (OSError, IndexError):
        return ""

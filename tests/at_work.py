"""Whether a program has anything to do, as the system tells of it: one that is silent may only be kept waiting."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROCESSES = Path("/proc")


def at_work(process: int, *, but: int | None = None) -> bool:
    """Whether any thread of a process ``but`` one runs, would run, or waits for the disk. False where nobody tells."""
    return any(state in ("R", "D") for thread, state in _threads(process) if thread != but)


def family(process: int) -> Iterator[int]:
    """A process, those that it began, those that they began, and so on."""
    yield process
    for thread, _ in _threads(process):
        with suppress(OSError):
            for begun in (PROCESSES / str(process) / "task" / str(thread) / "children").read_text().split():
                yield from family(int(begun))


def _threads(process: int) -> Iterator[tuple[int, str]]:
    """The threads of a process, and what state each is in, as proc_pid_stat(5) names it."""
    for thread in (PROCESSES / str(process) / "task").glob("*"):
        with suppress(OSError):  # it has ended by now
            # The name stands in brackets and may hold any character, brackets too.
            yield int(thread.name), (thread / "stat").read_text(errors="replace").rpartition(") ")[2][:1]

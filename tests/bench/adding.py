"""``python -m tests.bench.adding [FILES]``: many small files added by the real command, which is interrupted twice.

First by Ctrl+C, then killed; each time the same command goes on. At the end everything is there once and sound.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

from tests.torture.edits import paragraphs

FILES = 10_000
PARAGRAPHS = 4
_CHANGED = 0.03
# A shell that runs this in the background makes all that it starts deaf to Ctrl+C.
_HEAR = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
_SAYSO = (sys.executable, "-c", f"{_HEAR}; from tui.commands.cli import main; main()")


@dataclass
class Ran:
    """What one run of the command did: when each file was done, in seconds from its start, and its last words."""

    code: int = 0
    added: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)
    said: str = ""
    took: float = 0.0
    peak: int = 0


def main() -> None:
    """Measure, print, and fail where something is not there, or twice."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    with tempfile.TemporaryDirectory() as folder:
        paths = made(Path(folder) / "files", files)
        size = sum(path.stat().st_size for path in paths) / 1e6
        print(f"{files:,} files, {size:.1f} MB", flush=True)
        database = Path(folder) / "sayso.db"
        first = run(database, paths, signal.SIGINT, after=files // 3)
        print(f"Ctrl+C after {len(first.added):,}: exit code {first.code}; {first.said}", flush=True)
        second = run(database, paths, signal.SIGKILL, after=files // 3)
        print(f"killed: {len(second.known):,} skipped, {len(second.added):,} added", flush=True)
        third = run(database, paths)
        kept = len(third.known) - len(first.added) - len(second.added)
        print(f"to the end: {len(third.known):,} skipped ({kept} kept but not told), {len(third.added):,} added")
        last = run(database, paths)
        report(files, first, second, third, last)
        if len(last.known) != files or last.added or not sound(database, files):
            sys.exit("not everything is there once")


def report(files: int, first: Ran, second: Ran, third: Ran, last: Ran) -> None:
    """Print the figures."""
    times = [pace for ran in (first, second, third) for pace in paces(ran.added)]
    tenth = max(1, len(times) // 10)
    print(f"added: {len(times) / sum(times):.1f} files a second")
    print(
        f"  the first tenth of them {tenth / sum(times[:tenth]):.1f}, the last tenth {tenth / sum(times[-tenth:]):.1f}"
    )
    print(f"all known: {files:,} skipped in {last.took:.1f} s, {files / last.took:,.0f} a second")
    print(
        f"peak {max(ran.peak for ran in (first, third)) / 1024:.0f} MiB, where all are known {last.peak / 1024:.0f} MiB"
    )


def paces(added: Sequence[float]) -> list[float]:
    """How long each file took after the one before; the first of a run waits for the engine to be loaded."""
    return [later - earlier for earlier, later in pairwise(added)]


def made(folder: Path, files: int) -> list[Path]:
    """Write different small articles, the same at every run."""
    folder.mkdir()
    random = Random(1)
    pool = [paragraph for half in paragraphs() for paragraph in half]
    words = sorted({word for paragraph in pool for word in paragraph.split()})
    paths = []
    for number in range(files):
        body = "\n\n".join(_varied(random, one, words) for one in random.sample(pool, PARAGRAPHS))
        path = folder / f"{number:05}.md"
        head = f"title: Article {number}\noutlet: Outlet {number % 40}"
        path.write_text(f"---\n{head}\n---\n\n{body}\n", encoding="utf-8")
        paths.append(path)
    return paths


def run(database: Path, paths: Sequence[Path], stop: signal.Signals | None = None, after: int = 0) -> Ran:
    """Add the files, and send ``stop`` once ``after`` of them were added."""
    ran, started = Ran(), time.perf_counter()
    command = [*_SAYSO, "--db", str(database), "add", *map(str, paths)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1)
    assert process.stdout
    assert process.stderr
    for line in process.stdout:
        (ran.added if "\tadded" in line else ran.known).append(time.perf_counter() - started)
        if stop is not None and len(ran.added) == after:
            process.send_signal(stop)
            stop = None
    ran.said = (process.stderr.read().strip().splitlines() or [""])[-1]
    _, status, usage = os.wait4(process.pid, 0)
    ran.code = process.returncode = os.waitstatus_to_exitcode(status)
    ran.took, ran.peak = time.perf_counter() - started, usage.ru_maxrss
    return ran


def sound(database: Path, files: int) -> bool:
    """Whether there are that many articles, and nothing is wrong with them."""
    env = {**os.environ, "SAYSO_DB": str(database)}
    checked = subprocess.run([*_SAYSO, "db", "check", "--json"], env=env, capture_output=True, check=False)
    listed = subprocess.run([*_SAYSO, "list", "--json"], env=env, capture_output=True, check=True)
    return checked.returncode == 0 and len(json.loads(listed.stdout)) == files


def _varied(random: Random, paragraph: str, words: Sequence[str]) -> str:
    return " ".join(random.choice(words) if random.random() < _CHANGED else word for word in paragraph.split())


if __name__ == "__main__":
    main()
